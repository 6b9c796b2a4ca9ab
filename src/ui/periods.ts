import { addMonths } from '#domain/calendar/day.ts'

/** Periods until today, to look back over. */
export const periods = [
  { value: '', label: 'All time' },
  { value: '1', label: 'The last month' },
  { value: '3', label: 'The last 3 months' },
  { value: '12', label: 'The last 12 months' },
]

/** The day since which a period runs; undefined for all time. */
export function periodSince(period: string, today: string): string | undefined {
  const months = periods.some(({ value }) => value === period) ? Number(period) : 0
  return months === 0 ? undefined : addMonths(today, -months)
}
