import { dayOf, daysBetween } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import type { ContactBody } from '../contact/contact.ts'
import { isReached } from '../contact/log.ts'
import type { PlanBody } from '../plan/plan.ts'
import type { Held } from '../record/held.ts'
import type { ReferralBody } from '../referral/referral.ts'
import type { VisitBody } from '../visit/visit.ts'

/** The steps that follow a referral, in their order. */
export const waitingSteps = ['allocated', 'contact', 'visit', 'plan'] as const
export type WaitingStep = (typeof waitingSteps)[number]

/** What the waiting of one person is worked out from. */
export interface WaitingFile {
  client: Held<ClientBody>
  referrals: readonly Held<ReferralBody>[]
  contacts: readonly Held<ContactBody>[]
  visits: readonly Held<VisitBody>[]
  plans: readonly Held<PlanBody>[]
}

/**
 * One step of the way. `from` is the day of the last step before it that was written down.
 *
 * | state          | means                                                            |
 * |----------------|------------------------------------------------------------------|
 * | `done`         | took `days` days                                                 |
 * | `waiting`      | the person waits for it since `from`, so far `days` days         |
 * | `not-recorded` | a later step was reached, or somebody has them: it was too, and nobody wrote down when |
 * | `ahead`        | a step before it is still to come                                |
 * | `ended`        | closed or declined before it came to that                        |
 */
export type Wait =
  | { step: WaitingStep; state: 'done'; from: string; to: string; days: number }
  | { step: WaitingStep; state: 'waiting'; from: string; days: number }
  | { step: WaitingStep; state: 'not-recorded' | 'ahead' | 'ended' }

/**
 * How long each step took since the latest referral, and for which one the person waits; empty where no referral has a
 * day. What happened before it belongs to an earlier referral.
 */
export function waitsOf(file: WaitingFile, today: string): Wait[] {
  const referred = latestReferral(file)
  if (referred === null) return []
  const days = waitingSteps.map((step) => reachedOn(step, file, referred))
  const last = days.findLastIndex((day) => day !== null)
  const next = Math.max(last + 1, file.client.body.coordinator === undefined ? 0 : 1)
  let from = referred
  return waitingSteps.map((step, at): Wait => {
    const to = days[at] ?? null
    if (step === 'allocated' && to === null && file.client.body.coordinator !== undefined)
      return { step, state: 'not-recorded' }
    if (at > last) return afterTheLast(step, at === next, file, from, today)
    // A later allocation than the first contact is another one: it says nothing about how long the first took.
    if (to === null || isBefore(days.slice(at + 1), to)) return { step, state: 'not-recorded' }
    const wait: Wait = { step, state: 'done', from, to, days: daysBetween(from, to) ?? 0 }
    from = to
    return wait
  })
}

function afterTheLast(
  step: WaitingStep,
  isNext: boolean,
  { client }: WaitingFile,
  from: string,
  today: string,
): Wait {
  const { status } = client.body
  if (status === 'closed' || status === 'declined') return { step, state: 'ended' }
  if (!isNext) return { step, state: 'ahead' }
  return { step, state: 'waiting', from, days: Math.max(0, daysBetween(from, today) ?? 0) }
}

function latestReferral({ referrals }: WaitingFile): string | null {
  const days = referrals.map(({ body }) => body.date).filter((date) => daysBetween(date, date) !== null)
  return days.toSorted().at(-1) ?? null
}

/** The first day on which it was so, from the referral on. */
function reachedOn(
  step: WaitingStep,
  { client, contacts, visits, plans }: WaitingFile,
  referred: string,
): string | null {
  switch (step) {
    case 'allocated':
      return first([client.body.allocatedOn], referred)
    case 'contact':
      return first(
        contacts.flatMap(({ body }) => (isReached(body) ? dayOf(body.at) : [])),
        referred,
      )
    case 'visit':
      return first(
        visits.flatMap(({ body }) => (body.status === 'held' ? dayOf(body.heldAt ?? body.startsAt) : [])),
        referred,
      )
    case 'plan':
      return first(
        plans.map(({ body }) => body.agreedOn),
        referred,
      )
  }
}

function first(days: readonly (string | null | undefined)[], from: string): string | null {
  const counted = days.flatMap((day) => (day && day >= from ? [day] : []))
  return counted.toSorted().at(0) ?? null
}

function isBefore(later: readonly (string | null)[], day: string): boolean {
  return later.some((other) => other !== null && other < day)
}

/** How a set of people fares with one step. Days; `median` null where nobody has come through it. */
export interface StepSummary {
  step: WaitingStep
  median: number | null
  done: number
  waiting: number
  longest: { days: number; client: string } | null
}

/** One person's waiting. */
export interface Waiting {
  client: string
  waits: readonly Wait[]
}

/** The waiting of many: the median of those who came through each step, and who waits for it the longest. */
export function summarise(people: readonly Waiting[]): StepSummary[] {
  const all = people.flatMap(({ client, waits }) => waits.map((wait) => ({ wait, client })))
  return waitingSteps.map((step) => {
    const of = all.filter(({ wait }) => wait.step === step)
    const done = of.flatMap(({ wait }) => (wait.state === 'done' ? wait.days : []))
    const waiting = of
      .flatMap(({ wait, client }) => (wait.state === 'waiting' ? { days: wait.days, client } : []))
      .toSorted((a, b) => b.days - a.days)
    return {
      step,
      median: median(done),
      done: done.length,
      waiting: waiting.length,
      longest: waiting[0] ?? null,
    }
  })
}

/** Of an even number the mean of the middle two, as statisticians do. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
