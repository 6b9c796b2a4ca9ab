import { addDays, weekdayOf } from '#domain/calendar/day.ts'

/** Nobody visits at weekends: the day itself, or the Friday before it. */
export function workdayBy(day: string): string {
  const weekday = weekdayOf(day)
  if (weekday === 6) return addDays(day, -1)
  return weekday === 0 ? addDays(day, -2) : day
}

/** So many working days after a day; none is the day itself, even on a Sunday, so that the demo has a full today. */
export function workdaysAfter(day: string, count: number): string {
  if (count === 0) return day
  const next = addDays(day, 1)
  const weekday = weekdayOf(next)
  return workdaysAfter(next, weekday === 0 || weekday === 6 ? count : count - 1)
}
