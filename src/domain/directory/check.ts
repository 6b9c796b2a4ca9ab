import { daysBetween, isDay } from '../calendar/day.ts'
import type { ServiceBody } from '../service/service.ts'

/** An entry that nobody has rung about for half a year may be wrong by now. */
export const CHECK_AFTER_DAYS = 183

/** The entry once somebody rang and found it right. */
export function checked(entry: ServiceBody, { by, on }: { by: string; on: string }): ServiceBody {
  return { ...entry, assured_date: on, assured_by: by }
}

/** The day of the last check; null where nobody has checked it, or nobody can tell when. */
export function checkedOn({ assured_date }: Pick<ServiceBody, 'assured_date'>): string | null {
  return assured_date !== undefined && isDay(assured_date) ? assured_date : null
}

export function isCheckedLately(entry: Pick<ServiceBody, 'assured_date'>, today: string): boolean {
  const on = checkedOn(entry)
  return on !== null && (daysBetween(on, today) ?? 0) <= CHECK_AFTER_DAYS
}
