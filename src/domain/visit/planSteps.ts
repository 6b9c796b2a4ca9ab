import { jsonSchema, sameJson } from '../json.ts'
import type { PlanBody } from '../plan/plan.ts'

export type Need = PlanBody['needs'][number]
export type Goal = PlanBody['goals'][number]
export type Action = PlanBody['actions'][number]

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
    needs: [...plan.needs, ...removed.needs],
    goals: [...plan.goals, ...removed.goals],
    actions: [...plan.actions, ...removed.actions],
  }
}

/** When the plan is looked at again; an empty text takes the day away. */
export function reviewedOn(plan: PlanBody, day: string): PlanBody {
  const { reviewOn: _, ...rest } = plan
  return day === '' ? rest : { ...rest, reviewOn: day }
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
