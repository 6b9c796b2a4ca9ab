import { describe, expect, it } from 'vitest'
import { age, dayOf, daysBetween, formatDay, formatFullDay, formatMoment, isDay, since } from './dates.ts'

const now = new Date('2026-11-23T14:00:00Z')

describe('days and moments', () => {
  it.each([
    ['2026-11-23', 'Mon 23 Nov'],
    ['2025-09-01', 'Mon 1 Sep 2025'],
    ['31/2/1950', '31/2/1950'],
    ['2026-02-30', '2026-02-30'],
  ])('shows the day %s as %s', (day, shown) => expect(formatDay(day, now)).toBe(shown))

  it.each([
    ['2026-11-23T10:30', 'Mon 23 Nov, 10:30'],
    ['2026-07-01T10:30:00.000Z', 'Wed 1 Jul, 11:30'],
    ['2025-12-31T23:59', 'Wed 31 Dec 2025, 23:59'],
    ['soon', 'soon'],
  ])('shows the moment %s as %s', (moment, shown) => expect(formatMoment(moment, now)).toBe(shown))

  it('writes a birth date in full', () => {
    expect(formatFullDay('1941-03-04')).toBe('4 March 1941')
    expect(formatFullDay('1941-09-04')).toBe('4 September 1941')
  })

  it('takes the day of a moment here, not in Greenwich', () =>
    expect(dayOf('2026-07-01T23:30:00Z')).toBe('2026-07-02'))

  it.each([
    ['1941-11-23', 85],
    ['1941-11-24', 84],
    ['2027-01-01', null],
    ['4/3/41', null],
  ])('somebody born %s is %s', (born, years) => expect(age(born, now)).toBe(years))

  it.each([
    ['2026-11-23T13:59:30Z', 'just now'],
    ['2026-11-23T15:00:00Z', 'just now'],
    ['2026-11-23T13:58:00Z', '2 minutes ago'],
    ['2026-11-23T12:59:00Z', '1 hour ago'],
    ['2026-11-22T09:00:00Z', 'yesterday'],
    ['2026-11-16T09:00:00Z', '7 days ago'],
    ['2026-11-02T09:00:00Z', '3 weeks ago'],
    ['2026-07-23T09:00:00Z', '4 months ago'],
    ['2023-11-23T09:00:00Z', '3 years ago'],
  ])('says of %s: %s', (moment, words) => expect(since(moment, now)).toBe(words))

  it('knows days that exist, and counts over a change of clocks', () => {
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('2025-02-29')).toBe(false)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  })
})
