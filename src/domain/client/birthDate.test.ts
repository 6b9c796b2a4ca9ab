import { expect, test } from 'vitest'
import { ageOn, birthDateDoubt } from './birthDate.ts'

test.each([
  ['1941-11-23', '2026-11-23', 85],
  ['1941-11-24', '2026-11-23', 84],
  ['1944-02-29', '2026-02-28', 81],
  ['1944-02-29', '2026-03-01', 82],
])('born %s is on %s %i years old', (born, today, age) => {
  expect(ageOn(born, today)).toBe(age)
})

test('no age without a day', () => {
  expect(ageOn(undefined, '2026-11-23')).toBeNull()
  expect(ageOn('1941-11', '2026-11-23')).toBeNull()
  expect(ageOn('2027-01-01', '2026-11-23')).toBeNull()
})

test.each([
  ['1950-06-31', 'not-a-day'],
  ['--06-3', 'not-a-day'],
  ['2026-11-24', 'future'],
  ['1841-11-23', 'too-old'],
  ['2010-01-01', 'child'],
  ['2008-11-23', null],
  ['1941-11-23', null],
] as const)('%s: %s', (typed, doubt) => {
  expect(birthDateDoubt(typed, '2026-11-23')).toBe(doubt)
})
