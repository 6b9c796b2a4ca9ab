import type { Moment } from './nextSession.ts'
import type { Listing } from './listing.ts'
import { holdsOn, isOpenOn, type Opening, type Weekday, weekdayOn } from './openings.ts'
import type { Whereabouts } from './place.ts'

export const timesOfDay = ['morning', 'afternoon', 'evening'] as const
export type TimeOfDay = (typeof timesOfDay)[number]

/** How a list of services is narrowed; each part that is left out narrows nothing. */
export interface Criteria {
  /** Areas of life: any of them. */
  readonly needs?: readonly string[]
  readonly category?: string
  /** Any of these days. */
  readonly days?: readonly (Weekday | 'today')[]
  readonly times?: readonly TimeOfDay[]
  /** Miles at the most from the place that is looked from. */
  readonly within?: number
  /** Pounds at the most; 0 is free. */
  readonly cost?: number
  /** Codes of `accessFeatures`: all of them. */
  readonly access?: readonly string[]
  readonly language?: string
  readonly referral?: true
  /** Weeks at the most. */
  readonly wait?: number
  readonly age?: number
}

export type Criterion = keyof Criteria

/** `unsaid`: the entry does not say, so somebody has to ask. It is never hidden for that. */
export type Answer = 'yes' | 'unsaid' | 'no'

/** What an answer depends on besides the service. `whereabouts` is null while no place is looked from. */
export interface Situation {
  readonly now: Moment
  readonly whereabouts: ((listing: Listing) => Whereabouts) | null
}

/**
 * What a service answers to one criterion.
 *
 * | Asked for    | yes                                 | no                        | unsaid                        |
 * |--------------|-------------------------------------|---------------------------|-------------------------------|
 * | need, kind   | it has it                           | it has only others        | it has none at all            |
 * | day and time | open then                           | open at other times only  | no days, or no hours, said    |
 * | within       | so near, comes, or the same district| farther, another district | neither is known              |
 * | cost         | the least price is no more          | it is more                | no price said                 |
 * | access       | each is promised                    |                           | not promised                  |
 * | language     | spoken                              | only others               | none said                     |
 * | referral     | runs and is open to referrals       | else                      |                               |
 * | wait         | no longer                           | longer                    | nobody said                   |
 * | age          | within what limits there are        | outside of them           |                               |
 */
export function answerTo(
  criterion: Criterion,
  criteria: Criteria,
  listing: Listing,
  situation: Situation,
): Answer {
  const { body } = listing
  switch (criterion) {
    case 'needs':
      return hasAny(body.needs, criteria.needs)
    case 'category':
      return hasAny(body.categories, one(criteria.category))
    case 'days':
    case 'times':
      return openThen(listing, criteria, situation.now)
    case 'within':
      return isNear(situation.whereabouts?.(listing), criteria.within)
    case 'cost':
      return atMost(listing.price, criteria.cost)
    case 'access':
      return (criteria.access ?? []).every((feature) => body.access?.includes(feature)) ? 'yes' : 'unsaid'
    case 'language':
      return hasAny(body.languages, one(criteria.language))
    case 'referral':
      return listing.refers ? 'yes' : 'no'
    case 'wait':
      return atMost(listing.wait, criteria.wait)
    case 'age':
      return isOfAge(body, criteria.age)
  }
}

function one(wanted: string | undefined): string[] | undefined {
  return wanted === undefined ? undefined : [wanted]
}

function hasAny(has: readonly string[] = [], wanted: readonly string[] = []): Answer {
  if (wanted.length === 0) return 'yes'
  if (has.length === 0) return 'unsaid'
  return wanted.some((each) => has.includes(each)) ? 'yes' : 'no'
}

function atMost(value: number | null, most: number | undefined): Answer {
  if (most === undefined) return 'yes'
  if (value === null) return 'unsaid'
  return value <= most ? 'yes' : 'no'
}

function isNear(lies: Whereabouts | undefined, within: number | undefined): Answer {
  if (within === undefined || lies === undefined) return 'yes'
  switch (lies.is) {
    case 'comes':
    case 'area':
      return 'yes'
    case 'miles':
      return lies.miles <= within ? 'yes' : 'no'
    case 'elsewhere':
      return 'no'
    case 'unknown':
      return 'unsaid'
  }
}

function isOfAge({ minimum_age, maximum_age }: Listing['body'], age: number | undefined): Answer {
  if (age === undefined) return 'yes'
  return age < (minimum_age ?? 0) || age > (maximum_age ?? Infinity) ? 'no' : 'yes'
}

/** The best that any opening answers: on such a day, and at such a time of that day. */
function openThen({ openings }: Listing, { days = [], times = [] }: Criteria, now: Moment): Answer {
  let best: Answer = openings.length === 0 ? 'unsaid' : 'no'
  for (const opening of openings) {
    if (opening.until !== null && opening.until < now.day) continue
    const answer = least(onSuchDay(opening, days, now.day), atSuchTime(opening, times))
    if (answer === 'yes') return 'yes'
    if (answer === 'unsaid') best = 'unsaid'
  }
  return best
}

function least(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'unsaid' || b === 'unsaid' ? 'unsaid' : 'yes'
}

function onSuchDay(opening: Opening, wanted: NonNullable<Criteria['days']>, today: number): Answer {
  if (wanted.length === 0) return 'yes'
  if (opening.days.length === 0) {
    return wanted.includes('today') && isOpenOn(opening, today) ? 'yes' : 'unsaid'
  }
  const answers = wanted.map((day) => (day === 'today' ? isToday(opening, today) : isOnWeekday(opening, day)))
  return answers.includes('yes') ? 'yes' : answers.includes('unsaid') ? 'unsaid' : 'no'
}

function isOnWeekday({ days }: Opening, wanted: Weekday): Answer {
  return days.some(({ weekday }) => weekday === wanted) ? 'yes' : 'no'
}

/** "Each second Tuesday", nobody says from when: on a Tuesday that may be today. */
function isToday(opening: Opening, today: number): Answer {
  if (isOpenOn(opening, today)) return 'yes'
  const uncertain = opening.interval > 1 && opening.anchor === null
  const vague = opening.monthly && opening.days.some(({ place }) => place === null)
  if (!uncertain && !vague) return 'no'
  return holdsOn(opening, today) && isOnWeekday(opening, weekdayOn(today)) === 'yes' ? 'unsaid' : 'no'
}

const HOURS: Readonly<Record<TimeOfDay, readonly [from: number, until: number]>> = {
  morning: [0, 12 * 60],
  afternoon: [12 * 60, 17 * 60],
  evening: [17 * 60, 24 * 60],
}

function atSuchTime({ opens, closes }: Opening, wanted: readonly TimeOfDay[]): Answer {
  if (wanted.length === 0) return 'yes'
  if (opens === null) return 'unsaid'
  // Past midnight it is open to the end of the day; without an end, when it begins.
  const end = closes === null ? opens + 1 : closes <= opens ? 24 * 60 : closes
  return wanted.some((time) => opens < HOURS[time][1] && end > HOURS[time][0]) ? 'yes' : 'no'
}
