import { expect, test } from 'vitest'
import type { VisitBody } from './visit.ts'
import { overlapping, visitsAhead, visitsOn, visitsPassed } from './onDay.ts'

function visit(id: string, startsAt: string, rest: Partial<VisitBody> = {}) {
  const body: VisitBody = {
    startsAt,
    place: 'home',
    coordinator: 'grace',
    purpose: 'first',
    status: 'planned',
    ...rest,
  }
  return { id, file: 'c', body }
}
const all = [
  visit('late', '2026-11-23T14:00'),
  visit('early', '2026-11-23T09:30', { status: 'held' }),
  visit('off', '2026-11-23T11:00', { status: 'cancelled' }),
  visit('sams', '2026-11-23T11:00', { coordinator: 'sam' }),
  visit('tomorrow', '2026-11-24T11:00'),
  visit('next', '2026-12-24T11:00'),
  visit('passed', '2026-11-20T11:00'),
]
const ids = (visits: readonly { id: string }[]) => visits.map(({ id }) => id)

test('a day in order, without what was cancelled or is a colleague’s', () => {
  expect(ids(visitsOn(all, 'grace', '2026-11-23'))).toEqual(['early', 'late'])
})

test('what lies ahead, and what has passed unsaid', () => {
  expect(ids(visitsAhead(all, 'grace', { after: '2026-11-23', last: '2026-11-30' }))).toEqual(['tomorrow'])
  expect(ids(visitsPassed(all, 'grace', '2026-11-23'))).toEqual(['passed'])
})

test('two visits overlap when one begins before the other ends', () => {
  expect(ids(overlapping(all, visit('new', '2026-11-23T14:30')))).toEqual(['late'])
  expect(ids(overlapping(all, visit('new', '2026-11-23T15:00')))).toEqual([])
  expect(ids(overlapping(all, visit('new', '2026-11-23T13:00', { minutes: 61 })))).toEqual(['late'])
  expect(ids(overlapping(all, visit('late', '2026-11-23T14:00')))).toEqual([])
})
