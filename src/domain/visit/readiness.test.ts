import { expect, test } from 'vitest'
import { type OnTheTablet, readiness } from './readiness.ts'

const visits = ['a', 'b'].map((file) => ({
  id: `visit-${file}`,
  file,
  body: {
    startsAt: '2026-11-23T10:00',
    place: 'home',
    coordinator: 's',
    purpose: 'first',
    status: 'planned',
  },
}))
const full: OnTheTablet = {
  files: new Set(['a', 'b']),
  forms: 1,
  services: 108,
  unsent: 0,
  everComplete: true,
  appKept: true,
  persisted: true,
}

test('ready for two visits', () => {
  expect(readiness(visits, full)).toEqual({ visits: 2, ready: true, lacks: [] })
})

test('a missing file, form or directory holds one back', () => {
  expect(readiness(visits, { ...full, files: new Set(['b']) })).toMatchObject({
    ready: false,
    lacks: [{ code: 'files', clients: ['a'] }],
  })
  expect(
    readiness(visits, { ...full, forms: 0, services: 0, everComplete: false }).lacks.map(({ code }) => code),
  ).toEqual(['never-complete', 'forms', 'directory'])
})

test('unsent work and a browser that promises nothing are worth a word, and hold nobody back', () => {
  const advised = readiness(visits, { ...full, unsent: 3, persisted: false })
  expect(advised.ready).toBe(true)
  expect(advised.lacks.map(({ code }) => code)).toEqual(['unsent', 'not-persisted'])
  expect(readiness(visits, { ...full, persisted: null }).lacks).toEqual([])
  expect(readiness(visits, { ...full, appKept: false }).ready).toBe(false)
})
