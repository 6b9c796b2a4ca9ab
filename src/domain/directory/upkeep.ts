import { addDays, isDay } from '../calendar/day.ts'
import type { CorrectionBody } from '../correction/correction.ts'
import type { ServiceBody } from '../service/service.ts'
import { checkedOn, isCheckedLately } from './check.ts'
import { type AsOf, type Happened, isRecent, isUnanswered, type Referred, waitedInstead } from './happened.ts'

/** Why somebody should look at an entry, the most pressing first. */
export const upkeepWhys = [
  'reported',
  'proposed',
  'bounced',
  'left-feed',
  'wait',
  'never-checked',
  'unchecked',
] as const
export type UpkeepWhy = (typeof upkeepWhys)[number]

export type UpkeepReason =
  | { why: 'reported'; reports: CorrectionBody[] }
  | { why: 'proposed'; proposals: CorrectionBody[] }
  /** How many referrals came back since it was checked. */
  | { why: 'bounced'; n: number }
  | { why: 'left-feed'; on: string }
  /** In weeks: what it says, and what the referrals from here waited. */
  | { why: 'wait'; says: number; waited: number }
  | { why: 'never-checked' }
  | { why: 'unchecked'; since: string }

export interface Around {
  corrections: readonly CorrectionBody[]
  referrals: readonly Referred[]
  happened: Happened | undefined
}

/**
 * | why             | when                                                                                  | of one that is closed for good |
 * |-----------------|---------------------------------------------------------------------------------------|-----|
 * | `reported`      | somebody who works here has reported a mistake, and nobody has decided                | yes |
 * | `proposed`      | its provider has proposed a change, and nobody has decided                            | yes |
 * | `bounced`       | a referral was declined, did not start or got no answer, after the last check         | no  |
 * | `left-feed`     | the feed has it no longer, and nobody has checked it since                            | no  |
 * | `wait`          | its referrals waited much longer or shorter than it says                              | no  |
 * | `never-checked` | nobody has ever checked it                                                            | no  |
 * | `unchecked`     | nobody has for half a year                                                            | no  |
 */
export function upkeepReasons(entry: ServiceBody, around: Around, at: AsOf): UpkeepReason[] {
  const open = around.corrections.filter(({ status }) => status === 'open')
  const reports = open.filter(({ side }) => side !== 'provider')
  const proposals = open.filter(({ side }) => side === 'provider')
  return [
    ...(reports.length > 0 ? [{ why: 'reported' as const, reports }] : []),
    ...(proposals.length > 0 ? [{ why: 'proposed' as const, proposals }] : []),
    ...(isClosedForGood(entry) ? [] : ofEntry(entry, around, at)),
  ]
}

function ofEntry(entry: ServiceBody, { referrals, happened }: Around, at: AsOf): UpkeepReason[] {
  const since = checkedOn(entry)
  const n = referrals.filter(
    (referral) => isRecent(referral, at) && cameBackAfter(referral, since, at),
  ).length
  const gone = entry.feed?.gone_on
  const waited = waitedInstead(entry.waiting_weeks, happened)
  return [
    ...(n > 0 ? [{ why: 'bounced' as const, n }] : []),
    ...(gone !== undefined && (since === null || since < gone)
      ? [{ why: 'left-feed' as const, on: gone }]
      : []),
    ...(waited === null ? [] : [{ why: 'wait' as const, says: entry.waiting_weeks ?? 0, waited }]),
    ...(since === null ? [{ why: 'never-checked' as const }] : []),
    ...(since === null || isCheckedLately(entry, at.today) ? [] : [{ why: 'unchecked' as const, since }]),
  ]
}

function isClosedForGood({ status }: Pick<ServiceBody, 'status'>): boolean {
  return status === 'defunct'
}

/** Whether it came back, and later than the entry was checked: whoever checked it has known of the others. */
function cameBackAfter(referral: Referred, checkedDay: string | null, at: AsOf): boolean {
  const on = cameBackOn(referral, at)
  return on !== null && (checkedDay === null || on > checkedDay)
}

function cameBackOn(referral: Referred, at: AsOf): string | null {
  const { status, statusOn, madeOn } = referral
  if (isUnanswered(referral, at)) return addDays(madeOn, at.quietDays)
  if (status !== 'declined' && status !== 'did-not-start') return null
  return statusOn !== undefined && isDay(statusOn) ? statusOn : madeOn
}

interface Placed {
  entry: ServiceBody
  reasons: readonly UpkeepReason[]
}

/** What somebody waits for first, then what was checked longest ago; never is longer than ever. */
export function inOrderOfUpkeep<Row extends Placed>(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) =>
      Number(isAwaited(b)) - Number(isAwaited(a)) ||
      (checkedOn(a.entry) ?? '').localeCompare(checkedOn(b.entry) ?? '') ||
      a.entry.name.localeCompare(b.entry.name),
  )
}

function isAwaited({ reasons }: Placed): boolean {
  return reasons.some(({ why }) => why === 'reported' || why === 'proposed')
}

/** How many of the directory were checked in the last half year, of those that are not closed for good. */
export function checkedShare(
  entries: readonly ServiceBody[],
  today: string,
): { checked: number; of: number } {
  const there = entries.filter((entry) => !isClosedForGood(entry))
  return { checked: there.filter((entry) => isCheckedLately(entry, today)).length, of: there.length }
}
