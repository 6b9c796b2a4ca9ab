import { isDay } from '../calendar/day.ts'

/**
 * - `not-a-day`: no such day (or half a date)
 * - `future`: after today
 * - `too-old`: more than 120 years ago: most likely a slip in the century
 * - `child`: under 18. The service is for adults; it informs, it does not block
 */
export type BirthDateDoubt = 'not-a-day' | 'future' | 'too-old' | 'child'

/** What is odd about a birth date as it was typed; null where nothing is. `today` is a day. */
export function birthDateDoubt(dateOfBirth: string, today: string): BirthDateDoubt | null {
  if (!isDay(dateOfBirth)) return 'not-a-day'
  if (dateOfBirth > today) return 'future'
  const age = fullYears(dateOfBirth, today)
  if (age > 120) return 'too-old'
  return age < 18 ? 'child' : null
}

/** Age in whole years on a day; null where the birth date is not a day, or lies ahead. */
export function ageOn(dateOfBirth: string | undefined, today: string): number | null {
  if (dateOfBirth === undefined || !isDay(dateOfBirth) || dateOfBirth > today) return null
  return fullYears(dateOfBirth, today)
}

/** Somebody born on 29 February is a year older on 1 March where there is no such day. */
function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}
