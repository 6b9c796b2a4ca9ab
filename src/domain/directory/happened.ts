import { addMonths, daysBetween, isDay } from '../calendar/day.ts'
import type { OnwardReferralBody } from '../onwardReferral/onwardReferral.ts'

/** From fewer referrals nothing is said: one unlucky person is not what a service is like. */
const LEAST = 3
const MONTHS = 12

export const declinedWhy = ['full', 'not-suited', 'other'] as const
export type DeclinedWhy = (typeof declinedWhy)[number]

/** What became of the referrals that were made to a service, of those that this device holds. */
export interface Happened {
  /** In the last twelve months, without those that were withdrawn. */
  made: number
  /** `medianDays`: from the referral to the start; null where fewer than three say when that was. */
  started: { n: number; medianDays: number | null }
  declined: { n: number; why: Record<DeclinedWhy, number> }
  didNotStart: number
  unanswered: number
}

export type Referred = Pick<
  OnwardReferralBody,
  'service' | 'status' | 'madeOn' | 'statusOn' | 'statusReason' | 'startedOn'
>

/** `quietDays`: after how many days without an answer one is asked for. */
export interface AsOf {
  today: string
  quietDays: number
}

/** By service, where at least three were made. */
export function happenedBy(referrals: readonly Referred[], at: AsOf): Map<string, Happened> {
  const recent = referrals.filter((referral) => isRecent(referral, at) && referral.status !== 'withdrawn')
  return new Map(
    [...Map.groupBy(recent, ({ service }) => service)]
      .filter(([, own]) => own.length >= LEAST)
      .map(([service, own]) => [service, sumUp(own, at)]),
  )
}

export function isRecent({ madeOn }: Pick<Referred, 'madeOn'>, { today }: Pick<AsOf, 'today'>): boolean {
  return isDay(madeOn) && madeOn >= addMonths(today, -MONTHS) && madeOn <= today
}

const begun = new Set<string>(['started', 'attended', 'finished'])

/**
 * | status                          | counts as                                       |
 * |---------------------------------|-------------------------------------------------|
 * | `started` `attended` `finished` | started                                         |
 * | `declined`                      | declined, by what the reason says               |
 * | `did-not-start`                 | did not start                                   |
 * | `sent`, for `quietDays` or more | unanswered                                      |
 * | `sent` `accepted` `waiting`     | made, and still on its way                      |
 */
function sumUp(referrals: readonly Referred[], at: AsOf): Happened {
  const started = referrals.filter(({ status }) => begun.has(status))
  const declined = referrals.filter(({ status }) => status === 'declined')
  const why = { full: 0, 'not-suited': 0, other: 0 }
  for (const { statusReason } of declined) why[reasonIn(statusReason)] += 1
  return {
    made: referrals.length,
    started: { n: started.length, medianDays: median(started.flatMap(daysUntilStart)) },
    declined: { n: declined.length, why },
    didNotStart: referrals.filter(({ status }) => status === 'did-not-start').length,
    unanswered: referrals.filter((referral) => isUnanswered(referral, at)).length,
  }
}

export function isUnanswered({ status, madeOn }: Referred, { today, quietDays }: AsOf): boolean {
  return status === 'sent' && (daysBetween(madeOn, today) ?? 0) >= quietDays
}

/** A reason is in a provider's own words, and may say something of the person: only its sort is counted. */
export function reasonIn(words: string | undefined): DeclinedWhy {
  if (words === undefined) return 'other'
  if (/\b(full|waiting list|capacity|no (free |more )?(places?|spaces?|room|vacanc\w+))\b/i.test(words))
    return 'full'
  if (/suit|eligib|criteria|too (old|young|far)|outside|area|appropriate|needs? (are|is) too/i.test(words))
    return 'not-suited'
  return 'other'
}

function daysUntilStart({ madeOn, startedOn }: Referred): number[] {
  const days = startedOn === undefined ? null : daysBetween(madeOn, startedOn)
  return days === null || days < 0 ? [] : [days]
}

function median(days: readonly number[]): number | null {
  if (days.length < LEAST) return null
  const inOrder = days.toSorted((a, b) => a - b)
  const middle = inOrder.length / 2
  const [low = 0, high = 0] = [inOrder[Math.ceil(middle) - 1], inOrder[Math.floor(middle)]]
  return (low + high) / 2
}

/**
 * How long people waited in weeks where that is not what the entry says: two weeks or more away, and by half. Null where
 * either says nothing, or they agree.
 */
export function waitedInstead(saysWeeks: number | undefined, happened: Happened | undefined): number | null {
  const days = happened?.started.medianDays ?? null
  if (saysWeeks === undefined || days === null) return null
  const waited = Math.round(days / 7)
  const away = Math.abs(waited - saysWeeks)
  return away >= 2 && away >= saysWeeks / 2 ? waited : null
}
