import { addDays, addMonths } from '#domain/calendar/day.ts'

/** A time that is chosen with one tap; `own` is typed. */
export const periods = ['this-quarter', 'last-quarter', 'year', 'own'] as const
export type Period = (typeof periods)[number]

export const periodWords: Readonly<Record<Period, string>> = {
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  year: 'Year to date',
  own: 'Own days',
}

/**
 * Its first and last day. A service's year begins in April, as its contracts do, and so do its quarters. `typed`: the days of
 * `own`, which has none until both are days.
 */
export function daysOf(
  period: Period,
  today: string,
  typed: { from: string; to: string },
): { from: string; to: string } {
  switch (period) {
    case 'this-quarter':
      return { from: quarterOf(today), to: today }
    case 'last-quarter':
      return { from: addMonths(quarterOf(today), -3), to: addDays(quarterOf(today), -1) }
    case 'year':
      return { from: yearOf(today), to: today }
    case 'own':
      return typed
  }
}

function quarterOf(day: string): string {
  const month = Number(day.slice(5, 7))
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}

function yearOf(day: string): string {
  const year = Number(day.slice(0, 4))
  return day.slice(5) < '04-01' ? `${year - 1}-04-01` : `${year}-04-01`
}
