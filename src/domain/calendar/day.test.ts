import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, isDay, weekdayOf } from './day.ts'

test('a day must exist', () => {
  expect(isDay('2024-02-29')).toBe(true)
  expect(isDay('2025-02-29')).toBe(false)
  expect(isDay('2025-2-9')).toBe(false)
  expect(isDay('yesterday')).toBe(false)
})

test('days are counted across the change of the clocks', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  expect(daysBetween('2026-13-30', '2026-03-28')).toBeNull()
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
})

test('a local time keeps its day, a moment gets the day of the device', () => {
  expect(dayOf('2026-11-23T23:30')).toBe('2026-11-23')
  expect(dayOf('2026-11-23')).toBe('2026-11-23')
  expect(dayOf(new Date(2026, 10, 23, 0, 10).toISOString())).toBe('2026-11-23')
  expect(dayOf('soon')).toBeNull()
})

test('23 November 2026 is a Monday', () => {
  expect(weekdayOf('2026-11-23')).toBe(1)
})

test.each([
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', 0, '2026-01-15'],
])('%s and %d months is %s', (day, months, after) => {
  expect(addMonths(day, months)).toBe(after)
})
