import { expect, test } from 'vitest'
import type { VisitBody } from './visit.ts'
import { confirmationOf } from './confirmed.ts'

function visit(startsAt: string) {
  const body: VisitBody = { startsAt, place: 'home', coordinator: 's', purpose: 'first', status: 'planned' }
  return { id: 'v', file: 'c', body }
}

function contact(id: string, confirms?: { visit: string; startsAt: string }) {
  const body = { at: `2026-11-23T10:0${id}`, by: 's', how: 'phone', outcome: 'reached' }
  return { id, file: 'c', body: confirms ? { ...body, confirms } : body }
}

test.each([
  ['nobody asked', [], null],
  ['a call about something else', [contact('1')], null],
  ['confirmed', [contact('1', { visit: 'v', startsAt: '2026-11-24T10:30' })], '1'],
  [
    'twice: the latest',
    [
      contact('1', { visit: 'v', startsAt: '2026-11-24T10:30' }),
      contact('2', { visit: 'v', startsAt: '2026-11-24T10:30' }),
    ],
    '2',
  ],
  ['confirmed, and moved since', [contact('1', { visit: 'v', startsAt: '2026-11-24T09:00' })], null],
  ['another visit', [contact('1', { visit: 'w', startsAt: '2026-11-24T10:30' })], null],
])('%s', (_name, contacts, id) => {
  expect(confirmationOf(visit('2026-11-24T10:30'), contacts)?.id ?? null).toBe(id)
})
