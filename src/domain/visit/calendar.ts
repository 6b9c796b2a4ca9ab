import { addMonths, isDay } from '../calendar/day.ts'

/** The same day six months on, `YYYY-MM-DD`. Text that isn't a day comes back as it is. */
export function sixMonthsAfter(day: string): string {
  return isDay(day) ? addMonths(day, 6) : day
}
