import { dayOf, daysBetween } from '../calendar/day.ts'
import type { ServiceBody } from '../service/service.ts'
import { CHECK_AFTER_DAYS } from './check.ts'

export type Freshness = { state: 'unknown' } | { state: 'fresh' | 'check-first'; day: string }

/**
 * How old the entry is: the day it was assured, else the day it was changed. Information that nobody has looked at for
 * half a year is best checked by telephone before somebody sets out. `today` is a day.
 */
export function freshness(
  service: Pick<ServiceBody, 'assured_date' | 'last_modified'>,
  today: string,
): Freshness {
  const day = dayOf(service.assured_date ?? '') ?? dayOf(service.last_modified ?? '')
  const age = day === null ? null : daysBetween(day, today)
  if (day === null || age === null) return { state: 'unknown' }
  return { state: age > CHECK_AFTER_DAYS ? 'check-first' : 'fresh', day }
}
