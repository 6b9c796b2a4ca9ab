import { dayOf, daysBetween } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import { promisedDay } from '../contact/callsDue.ts'
import type { ContactBody } from '../contact/contact.ts'
import type { MessageBody } from '../message/message.ts'
import { daysQuiet, lastNews } from '../onwardReferral/answers.ts'
import type { OnwardReferralBody } from '../onwardReferral/onwardReferral.ts'
import type { PlanBody } from '../plan/plan.ts'
import type { Held } from '../record/held.ts'
import type { ReferralBody } from '../referral/referral.ts'
import { reviewSetFor } from '../review/due.ts'
import type { VisitBody } from '../visit/visit.ts'

/** What the next step of a case file is worked out from. */
export interface CaseFile {
  client: Held<ClientBody>
  visits: readonly Held<VisitBody>[]
  plans: readonly Held<PlanBody>[]
  referrals: readonly Held<ReferralBody>[]
  onwardReferrals: readonly Held<OnwardReferralBody>[]
  contacts: readonly Held<ContactBody>[]
  messages: readonly Held<MessageBody>[]
}

/**
 * One thing that is to be done for a person. `day`: when it is due, or since when it waits; null where nobody knows.
 *
 * - `write-up`: a planned visit's time has passed, and nobody has said whether it was held
 * - `first-contact`: referred and not seen, and no visit is planned
 * - `visit`: planned, still to come
 * - `review`: the review of the file or of its plan
 * - `action`: a step of the plan, with a day by which it was to be done
 * - `answer`: a service has not answered a referral for two weeks, or has accepted it and said nothing for three
 * - `call`: they were promised a call, or are to be tried again
 * - `call-back`: they declined, and are to be asked again
 * - `plan-visit`: an open file with nothing planned at all, since it was last seen
 */
export type NextStep =
  | { step: 'write-up' | 'visit'; day: string; at: string; visit: string }
  | { step: 'first-contact' | 'plan-visit'; day: string | null }
  | { step: 'review' | 'call' | 'call-back'; day: string }
  | { step: 'action'; day: string; what: string }
  | { step: 'answer'; day: string; onwardReferral: string }

/** After so many days without a word a referral is worth a telephone call; a place on a waiting list takes its time. */
const WORD_AFTER_DAYS: Readonly<Record<string, number>> = { sent: 14, accepted: 21 }

/**
 * All that is to be done in a case file, the most pressing first: what is late or waits before what is to come, and
 * the longest first. Nothing for a file that is closed, for one that was declined only the asking again. `today` is a
 * day.
 */
export function nextSteps(file: CaseFile, today: string): NextStep[] {
  const { status, callBackOn } = file.client.body
  if (status === 'closed') return []
  if (status === 'declined') return callBackOn === undefined ? [] : [{ step: 'call-back', day: callBackOn }]
  const steps = [
    ...visitSteps(file, today),
    ...reviewSteps(file),
    ...actionSteps(file),
    ...answerSteps(file, today),
    ...callSteps(file),
  ]
  const visitAhead = steps.some((step) => step.step === 'visit')
  if (status === 'waiting' && !visitAhead) steps.push({ step: 'first-contact', day: waitingSince(file) })
  if (steps.length === 0) steps.push({ step: 'plan-visit', day: seenOn(file) })
  return steps.toSorted((a, b) => pressing(a, b, today))
}

/** Whether the step is late, or waits already. A visit later today and an action due today are not; a call due today is. */
export function isLate(step: NextStep, today: string): boolean {
  switch (step.step) {
    case 'visit':
    case 'plan-visit':
      return false
    case 'write-up':
    case 'first-contact':
    case 'answer':
      return true
    case 'review':
    case 'action':
      return step.day < today
    case 'call':
    case 'call-back':
      return step.day <= today
  }
}

/** For how many days it has been due or has waited; 0 while it lies ahead; null where nobody knows. */
export function daysWaited(step: NextStep, today: string): number | null {
  if (step.day === null) return null
  const days = daysBetween(step.day, today)
  return days === null ? null : Math.max(0, days)
}

/** The order of two steps: late before what is to come, earlier before later, an unknown day after all known ones. */
export function pressing(a: NextStep, b: NextStep, today: string): number {
  const late = Number(isLate(b, today)) - Number(isLate(a, today))
  if (late !== 0) return late
  if (a.step === 'plan-visit' || b.step === 'plan-visit') {
    const last = Number(a.step === 'plan-visit') - Number(b.step === 'plan-visit')
    if (last !== 0) return last
  }
  return moment(a).localeCompare(moment(b))
}

function moment(step: NextStep): string {
  return 'at' in step ? step.at : (step.day ?? '9999')
}

/** A visit of today is still to come, however late it is: only when its day is over has it passed. */
function visitSteps({ visits }: CaseFile, today: string): NextStep[] {
  return visits
    .filter((visit) => visit.body.status === 'planned')
    .map(({ id, body: { startsAt } }) => {
      const day = startsAt.slice(0, 10)
      return { step: day < today ? 'write-up' : 'visit', day, at: startsAt, visit: id }
    })
}

function reviewSteps(file: CaseFile): NextStep[] {
  const day = reviewSetFor(file)
  return day === null ? [] : [{ step: 'review', day }]
}

function actionSteps({ plans }: CaseFile): NextStep[] {
  return plans
    .flatMap((plan) => plan.body.actions)
    .filter((action) => action.status === 'to-do' || action.status === 'doing')
    .flatMap(({ by, what }) => (by ? [{ step: 'action' as const, day: by, what }] : []))
}

function answerSteps({ onwardReferrals, messages }: CaseFile, today: string): NextStep[] {
  return onwardReferrals.flatMap(({ id, body }) => {
    const said = messages.flatMap((message) => (message.body.onwardReferral === id ? [message.body] : []))
    const after = WORD_AFTER_DAYS[body.status] ?? Infinity
    const isDue = (daysQuiet(body, said, today) ?? 0) >= after
    return isDue ? [{ step: 'answer' as const, day: lastNews(body, said), onwardReferral: id }] : []
  })
}

function callSteps({ contacts }: CaseFile): NextStep[] {
  const day = promisedDay(contacts)
  return day === undefined ? [] : [{ step: 'call', day }]
}

function waitingSince({ client, referrals }: CaseFile): string | null {
  const [first] = referrals
    .filter(({ body }) => body.status === 'received' || body.status === 'in-contact')
    .map(({ body }) => body.date)
    .toSorted()
  return first ?? client.body.openedOn ?? null
}

function seenOn({ client }: CaseFile): string | null {
  const { lastSeenAt, openedOn } = client.body
  return (lastSeenAt && dayOf(lastSeenAt)) || (openedOn ?? null)
}
