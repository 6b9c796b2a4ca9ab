import { addDays } from '#domain/calendar/day.ts'
import type { PlanBody } from '#domain/plan/plan.ts'
import { strengthWords } from './answers.ts'
import type { Onward } from './onward.ts'
import { reasonThreads, spokenOf, type Person, type Thread } from './people.ts'
import { drawFor } from './random.ts'
import { coordinatorName } from './staff.ts'
import type { Timeline } from './timeline.ts'

/** What somebody takes on besides any service: one thread for the first of the reasons that has one. */
export function ownThread(person: Person): Thread {
  const told = reasonThreads.filter(({ reason }) => person.reasons.includes(reason))
  return drawFor(`own/${person.n}`).pick(told)
}

/** Needs that several referrals answer are one need, told apart by the code that the assessment has for it. */
export function needId({ n }: Person, { area, code }: Thread): string {
  return `need-${n}-${area}-${code}`
}

const isSameNeed = (a: Thread, b: Thread): boolean => a.area === b.area && a.code === b.code

/** Everything that was agreed: for each need a goal, what the co-ordinator does, and what the person does. */
export function planBody(
  person: Person,
  timeline: Timeline,
  onwards: readonly Onward[],
  today: string,
): PlanBody {
  const own = ownThread(person)
  const threads = [...onwards.map(({ thread }) => thread), own]
  const distinct = threads.filter(
    (thread, i) => threads.findIndex((other) => isSameNeed(other, thread)) === i,
  )
  const seen = timeline.state === 'waiting' ? {} : { agreedOn: timeline.firstOn }
  const reviewDue = timeline.state === 'waiting' ? null : timeline.reviewDue
  const reviewOn = reviewDue === null ? {} : { reviewOn: reviewDue }
  return {
    whatMatters: person.matters,
    strengths: strengthWords(person),
    needs: distinct.map((thread) => need(person, thread, onwards, timeline)),
    goals: distinct.map((thread) => ({
      id: goalId(person, thread),
      need: needId(person, thread),
      goal: spokenOf(person, thread.goal),
    })),
    actions: [
      ...onwards.map((onward) => referring(person, onward)),
      ...distinct.map((thread) => ownStep(person, thread, timeline, today)),
    ],
    ...seen,
    ...reviewOn,
  }
}

function goalId(person: Person, thread: Thread): string {
  return needId(person, thread).replace('need', 'goal')
}

function need(
  person: Person,
  thread: Thread,
  onwards: readonly Onward[],
  timeline: Timeline,
): PlanBody['needs'][number] {
  const met = onwards
    .filter((onward) => isSameNeed(onward.thread, thread))
    .some(({ standing }) => standing.outcome !== undefined)
  return {
    id: needId(person, thread),
    area: thread.area,
    code: thread.code,
    need: spokenOf(person, thread.need),
    ...(timeline.state === 'reviewed' ? { met } : {}),
  }
}

/** Done once it's sent: the answer is the service's, and stands on the referral. */
function referring(
  person: Person,
  { id, service, thread, madeOn, standing }: Onward,
): PlanBody['actions'][number] {
  return {
    id: `refer-${id.slice(0, 8)}`,
    goal: goalId(person, thread),
    what: `Refer to ${service.organisation}: ${service.service}`,
    who: coordinatorName(person),
    by: addDays(madeOn, 7),
    status: standing.status === 'withdrawn' ? 'dropped' : 'done',
    ...(standing.outcome === undefined ? {} : { outcome: standing.outcome }),
    onwardReferral: id,
  }
}

/** What the person took on: long since done for most, and still ahead for those who came last. */
function ownStep(
  person: Person,
  thread: Thread,
  timeline: Timeline,
  today: string,
): PlanBody['actions'][number] {
  const step = {
    id: needId(person, thread).replace('need', 'own'),
    goal: goalId(person, thread),
    what: spokenOf(person, thread.action),
    who: person.called,
  }
  const draw = drawFor(`step/${person.n}/${thread.need}`)
  if (timeline.state === 'reviewed') {
    const garden = thread.code === 'gardening'
    const open = timeline.closedOn === null && (garden || draw.chance(0.25))
    if (!open) return { ...step, status: draw.chance(0.85) ? 'done' : 'dropped' }
    return { ...step, by: addDays(today, draw.int(3, 40)), status: garden ? 'to-do' : 'doing' }
  }
  const late = draw.chance(0.12)
  const by = addDays(today, late ? -draw.int(1, 6) : draw.int(2, 28))
  return { ...step, by, status: draw.pick(['to-do', 'to-do', 'doing', 'done'] as const) }
}
