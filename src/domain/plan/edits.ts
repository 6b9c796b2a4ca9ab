import { jsonSchema, sameJson } from '../json.ts'
import type { PlanBody } from './plan.ts'
import type { Action, Goal, Need } from './steps.ts'

/** Parts of a plan that were taken out together, so that they can come back together. */
export type PlanPart = Pick<PlanBody, 'needs' | 'goals' | 'actions'>

/** Whether two plans say the same: the order of their fields says nothing. */
export function isSamePlan(a: PlanBody, b: PlanBody): boolean {
  const [left, right] = [a, b].map((plan) => jsonSchema.parse(JSON.parse(JSON.stringify(plan))))
  return sameJson(left, right)
}

/** The plan without a need, and all that hung on it; with what was taken out. */
export function withoutNeed(plan: PlanBody, id: string): { plan: PlanBody; removed: PlanPart } {
  const goals = plan.goals.filter((goal) => goal.need === id)
  return split(plan, {
    needs: plan.needs.filter((need) => need.id === id),
    goals,
    actions: plan.actions.filter((action) => goals.some((goal) => goal.id === action.goal)),
  })
}

export function withoutGoal(plan: PlanBody, id: string): { plan: PlanBody; removed: PlanPart } {
  return split(plan, {
    needs: [],
    goals: plan.goals.filter((goal) => goal.id === id),
    actions: plan.actions.filter((action) => action.goal === id),
  })
}

export function withoutAction(plan: PlanBody, id: string): { plan: PlanBody; removed: PlanPart } {
  return split(plan, { needs: [], goals: [], actions: plan.actions.filter((action) => action.id === id) })
}

/** The undo of a removal, whatever was changed in between. */
export function withBack(plan: PlanBody, removed: PlanPart): PlanBody {
  return {
    ...plan,
    needs: removed.needs.reduce(laidInto, plan.needs),
    goals: removed.goals.reduce(laidInto, plan.goals),
    actions: removed.actions.reduce(laidInto, plan.actions),
  }
}

/**
 * The plan in which the need stands as given: in the place of the one with its id, or added. Laying first the need as
 * it was opened and then as it is to be into the plan of now, what the two plans differ in is what its author changed.
 */
export function withNeed(plan: PlanBody, need: Need): PlanBody {
  return { ...plan, needs: laidInto(plan.needs, need) }
}

export function withGoal(plan: PlanBody, goal: Goal): PlanBody {
  return { ...plan, goals: laidInto(plan.goals, goal) }
}

export function withAction(plan: PlanBody, action: Action): PlanBody {
  return { ...plan, actions: laidInto(plan.actions, action) }
}

function laidInto<Part extends { id: string }>(list: Part[], part: Part): Part[] {
  if (!list.some(({ id }) => id === part.id)) return [...list, part]
  return list.map((other) => (other.id === part.id ? part : other))
}

/** When the plan is looked at again; an empty text takes the day away. */
export function reviewedOn(plan: PlanBody, day: string): PlanBody {
  const { reviewOn: _, ...rest } = plan
  return day === '' ? rest : { ...rest, reviewOn: day }
}

/** What came of a step; an empty text takes it away. */
export function cameOf(action: Action, words: string): Action {
  const { outcome: _, ...rest } = action
  return words.trim() === '' ? rest : { ...rest, outcome: words.trim() }
}

/** What a goal came to; an empty text takes it away. */
export function goalCameTo(goal: Goal, words: string): Goal {
  const { outcome: _, ...rest } = goal
  return words.trim() === '' ? rest : { ...rest, outcome: words.trim() }
}

/** By when a step is done; an empty text takes the day away. */
export function dueBy(action: Action, day: string): Action {
  const { by: _, ...rest } = action
  return day === '' ? rest : { ...rest, by: day }
}

function split(plan: PlanBody, removed: PlanPart): { plan: PlanBody; removed: PlanPart } {
  const isLeft =
    (taken: readonly { id: string }[]) =>
    ({ id }: { id: string }) =>
      taken.every((other) => other.id !== id)
  return {
    plan: {
      ...plan,
      needs: plan.needs.filter(isLeft(removed.needs)),
      goals: plan.goals.filter(isLeft(removed.goals)),
      actions: plan.actions.filter(isLeft(removed.actions)),
    },
    removed,
  }
}
