import { expect, test } from 'vitest'
import { beginSession, formOf, problemsOf, sessionOf } from './openForm.ts'

const [id, me, vi] = [crypto.randomUUID(), 'val', 'vi']
const before = { openedAt: '2026-11-28T17:30:00.000Z', openedBy: me }
const begun = beginSession(id, '2026-11-28', { place: 'Library', area: 'SE28' })

test('opened as proposed, it is where the last one was, today, and mine', () => {
  expect(problemsOf(begun)).toEqual([])
  expect(sessionOf(begun, before, me)).toEqual({
    ...before,
    people: [me],
    place: 'Library',
    area: 'SE28',
    day: '2026-11-28',
  })
})

test('a funded session says its topic and who funds it; without a topic nobody funds one', () => {
  const funded = { ...begun, people: [vi], topic: 'immigration', fundedBy: 'A housing association' }
  const body = sessionOf(funded, before, me)
  expect(body).toMatchObject({ people: [me, vi], topic: 'immigration', fundedBy: 'A housing association' })
  expect(formOf(id, body, me)).toEqual(funded)
  expect(sessionOf({ ...funded, topic: '' }, before, me)).not.toHaveProperty('fundedBy')
})

test('what is missing is said, each with its field', () => {
  const blank = beginSession(id, '31/2/2026', undefined)
  expect(problemsOf(blank).map(({ field }) => field)).toEqual(['field-place', 'field-day'])
})
