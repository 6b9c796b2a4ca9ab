import type { ServiceBody } from '../service/service.ts'

const WEEKS_IN: Readonly<Record<string, number>> = { day: 1 / 7, week: 1, month: 52 / 12, year: 52 }

const NONE = /^\s*(no wait|none|no waiting list|straight away|at once|immediate)\b/i

/** How long somebody waits at the most, in weeks; null where nobody said. Weeks that were said count before words. */
export function waitInWeeks({
  waiting_weeks,
  waiting_time = '',
}: Pick<ServiceBody, 'waiting_weeks' | 'waiting_time'>): number | null {
  return waiting_weeks ?? weeksIn(waiting_time)
}

/**
 * How many weeks somebody means, where they say it in figures; of a span the longer end, so that nobody is promised too
 * much. Null where they do not.
 *
 * | said                          | weeks |
 * |-------------------------------|-------|
 * | `6 weeks`, `about 6 wks`      | 6     |
 * | `4-6 weeks`, `4 to 6 weeks`   | 6     |
 * | `2 months`, `6 to 8 months`   | 9, 35 |
 * | `a month`                     | 5     |
 * | `10 days`                     | 2     |
 * | `no wait`, `none`             | 0     |
 * | `after Easter`, `6`           | null  |
 */
export function weeksIn(words: string): number | null {
  if (NONE.test(words)) return 0
  const found = /(\d+(?:\.\d+)?|\ban?|\bone)\s*(day|week|wk|month|year)s?\b/i.exec(words)
  if (!found) return null
  const unit = (found[2] ?? '').toLowerCase().replace('wk', 'week')
  const number = /\d/.test(found[1] ?? '') ? Number(found[1]) : 1
  return Math.ceil(number * (WEEKS_IN[unit] ?? 1) - 1e-9)
}

export function waitInWords(weeks: number): string {
  if (weeks === 0) return 'No wait'
  return `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`
}

/** The entry once somebody has said how long the wait is. Weeks that were said before go where the new words name none. */
export function withWait(entry: ServiceBody, words: string, on: string): ServiceBody {
  const { waiting_weeks: _weeks, waiting_time: _words, ...rest } = entry
  const weeks = weeksIn(words)
  return {
    ...rest,
    waiting_time: words.trim(),
    ...(weeks === null ? {} : { waiting_weeks: weeks }),
    waiting_reported_on: on,
  }
}
