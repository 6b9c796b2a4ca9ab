import { addDays } from '#domain/calendar/day.ts'
import { sixMonthsAfter } from '#domain/visit/calendar.ts'
import type { Person } from './people.ts'
import { drawFor } from './random.ts'
import { workdayBy } from './workday.ts'

/** The first so many have had their review, the next have been seen, and the last wait for their first visit. */
export const cohort = { reviewed: 64, seen: 77, all: 81 } as const

/** Where one person stands today: days as `YYYY-MM-DD`, all of them past but `reviewDue`. */
export type Timeline = { referredOn: string; bornOn: string } & (
  | { state: 'waiting' }
  | { state: 'seen'; firstOn: string; followUpOn: string | null; reviewDue: string }
  | {
      state: 'reviewed'
      firstOn: string
      followUpOn: string
      reviewedOn: string
      /** Null for a file that is closed; the others go on to another review, half a year later. */
      reviewDue: string | null
      closedOn: string | null
    }
)

export function timelineOf(person: Person, today: string): Timeline {
  const referredOn = workdayBy(addDays(today, -daysSinceReferral(person.n)))
  const base = { referredOn, bornOn: birthDateOf(person, referredOn, today) }
  if (person.n > cohort.seen) return { ...base, state: 'waiting' }
  const draw = drawFor(`timeline/${person.n}`)
  const firstOn = workdayBy(addDays(referredOn, draw.int(7, 14)))
  const followUp = workdayBy(addDays(firstOn, draw.int(30, 55)))
  if (person.n > cohort.reviewed) {
    const followUpOn = followUp < today ? followUp : null
    return { ...base, state: 'seen', firstOn, followUpOn, reviewDue: sixMonthsAfter(firstOn) }
  }
  const reviewedOn = workdayBy(sixMonthsAfter(firstOn))
  const closes = person.n < 60 && person.n % 3 === 2
  const end = closes
    ? { closedOn: reviewedOn, reviewDue: null }
    : { closedOn: null, reviewDue: sixMonthsAfter(reviewedOn) }
  return { ...base, state: 'reviewed', firstOn, followUpOn: followUp, reviewedOn, ...end }
}

/** Spread over just under a year, so that the files in hand are at every stage. */
function daysSinceReferral(n: number): number {
  const { reviewed, seen } = cohort
  if (n <= reviewed) return Math.round(350 - ((n - 1) * 145) / (reviewed - 1))
  if (n <= seen) return Math.round(200 - ((n - reviewed - 1) * 176) / (seen - reviewed - 1))
  return [9, 6, 4, 2][n - seen - 1] ?? 2
}

/** A birthday that makes the person as old as they are both on the day of the referral and today. */
function birthDateOf({ n, age }: Person, referredOn: string, today: string): string {
  const first = addDays(today, -360)
  const room = (Date.parse(referredOn) - Date.parse(first)) / 86_400_000
  const birthday = addDays(first, drawFor(`birthday/${n}`).int(0, room))
  const day = birthday.endsWith('-02-29') ? addDays(birthday, -1) : birthday
  return `${Number(day.slice(0, 4)) - age}${day.slice(4)}`
}
