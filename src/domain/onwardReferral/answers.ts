import { daysBetween, dayOf } from '../calendar/day.ts'
import type { MessageBody } from '../message/message.ts'
import type { OnwardReferralBody, OnwardStatus } from './onwardReferral.ts'

/** What a provider may say of how a referral stands; that it is withdrawn is the service's to say. */
export type ProviderStatus = Exclude<OnwardStatus, 'sent' | 'withdrawn'>

/**
 * Which answer may follow which. `declined` and `did-not-start` may be taken back: a place came free after all.
 *
 * | now             | accepted | waiting | started | attended | finished | declined | did not start | withdrawn |
 * |-----------------|----------|---------|---------|----------|----------|----------|---------------|-----------|
 * | `sent`          | yes      | yes     | yes     |          |          | yes      |               | yes       |
 * | `accepted`      |          | yes     | yes     |          |          | yes      | yes           | yes       |
 * | `waiting`       |          | yes     | yes     |          |          | yes      | yes           | yes       |
 * | `started`       |          |         |         | yes      | yes      |          | yes           | yes       |
 * | `attended`      |          |         |         | yes      | yes      |          |               | yes       |
 * | `finished`      |          |         |         |          |          |          |               |           |
 * | `declined`      | yes      | yes     |         |          |          |          |               | yes       |
 * | `did-not-start` | yes      | yes     | yes     |          |          |          |               | yes       |
 * | `withdrawn`     |          |         |         |          |          |          |               |           |
 */
const following: Record<OnwardStatus, readonly ProviderStatus[]> = {
  sent: ['accepted', 'waiting', 'started', 'declined'],
  accepted: ['waiting', 'started', 'declined', 'did-not-start'],
  waiting: ['waiting', 'started', 'declined', 'did-not-start'],
  started: ['attended', 'finished', 'did-not-start'],
  attended: ['attended', 'finished'],
  finished: [],
  declined: ['accepted', 'waiting'],
  'did-not-start': ['accepted', 'waiting', 'started'],
  withdrawn: [],
}

/** What may be answered now; nothing to a status of a version yet to come. */
export function answersTo(status: string): readonly ProviderStatus[] {
  return isStatus(status) ? following[status] : []
}

function isStatus(status: string): status is OnwardStatus {
  return Object.hasOwn(following, status)
}

export function mayWithdraw(status: string): boolean {
  return status !== 'withdrawn' && status !== 'finished'
}

/** What is said along with an answer: a reason with a no, a wait with a yes, what came of it at the end. */
export interface Answer {
  status: ProviderStatus
  reason?: string
  expectedWait?: string
  startedOn?: string
  outcome?: string
}

/** Which of these an answer asks for. */
export const asksFor: Record<
  ProviderStatus,
  readonly ('reason' | 'expectedWait' | 'startedOn' | 'outcome')[]
> = {
  accepted: ['expectedWait'],
  waiting: ['expectedWait'],
  started: ['startedOn'],
  attended: ['outcome'],
  finished: ['outcome'],
  declined: ['reason'],
  'did-not-start': ['reason'],
}

/** Nobody is turned down without a word on why. */
export function lacksReason({ status, reason }: Answer): boolean {
  return asksFor[status].includes('reason') && !reason?.trim()
}

/** The referral once it is answered; a reason belongs to its answer and goes with it. */
export function answered(before: OnwardReferralBody, answer: Answer, today: string): OnwardReferralBody {
  const { statusReason: _reason, ...rest } = before
  const { status, reason, expectedWait, startedOn, outcome } = saidIn(answer)
  return {
    ...rest,
    status,
    statusOn: today,
    ...(reason === undefined ? {} : { statusReason: reason }),
    ...(expectedWait === undefined ? {} : { expectedWait }),
    ...(startedOn === undefined ? {} : { startedOn }),
    ...(outcome === undefined ? {} : { outcome }),
  }
}

/** Of what was written only that for which the answer asks, and no empty words. */
export function saidIn(answer: Answer): Answer {
  const said = asksFor[answer.status].flatMap((field) => {
    const text = answer[field]?.trim()
    return text ? [[field, text] as const] : []
  })
  return { status: answer.status, ...Object.fromEntries(said) }
}

/** Nothing of the person is shared any more. Who had asked stays, so that the provider knows whose it was. */
export function withdrawn(
  before: OnwardReferralBody,
  { reason, today }: { reason: string; today: string },
): OnwardReferralBody {
  const { reason: _why, shared: _shared, communicationNeeds: _needs, statusReason: _said, ...rest } = before
  return {
    ...rest,
    agreedToShare: [],
    status: 'withdrawn',
    statusOn: today,
    ...(reason.trim() ? { statusReason: reason.trim() } : {}),
  }
}

type Talk = readonly Pick<MessageBody, 'side' | 'at' | 'asksForNews'>[]

/** The day of the last word from the provider, or the one on which they were asked. */
export function lastNews({ madeOn, statusOn }: OnwardReferralBody, messages: Talk): string {
  const said = messages.filter(({ side }) => side === 'provider').map(({ at }) => dayOf(at) ?? madeOn)
  return [madeOn, statusOn ?? madeOn, ...said].toSorted().at(-1) ?? madeOn
}

/** Statuses after which there is more to hear. */
const awaited = new Set<string>(['sent', 'accepted', 'waiting', 'started'])

/** For how many days nobody there has said anything; null where nothing is awaited any more. */
export function daysQuiet(referral: OnwardReferralBody, messages: Talk, today: string): number | null {
  if (!awaited.has(referral.status)) return null
  return daysBetween(lastNews(referral, messages), today)
}

export function isQuiet(
  referral: OnwardReferralBody,
  messages: Talk,
  { today, quietDays }: { today: string; quietDays: number },
): boolean {
  const days = daysQuiet(referral, messages, today)
  return days !== null && days >= quietDays
}

/** When the provider was asked for news since they last said something; null where nobody has asked. */
export function askedForNews(messages: Talk): string | null {
  const inOrder = messages.toSorted((a, b) => a.at.localeCompare(b.at))
  const after = inOrder.slice(inOrder.findLastIndex(({ side }) => side === 'provider') + 1)
  return after.findLast(({ asksForNews }) => asksForNews === true)?.at ?? null
}
