import type { PlanBody } from './plan.ts'

export type Need = PlanBody['needs'][number]
export type Goal = PlanBody['goals'][number]
export type Action = PlanBody['actions'][number]

export interface GoalSteps {
  goal: Goal
  actions: Action[]
}
export interface NeedSteps {
  need: Need
  goals: GoalSteps[]
}

/**
 * The three flat lists as one tree. A goal whose need is not there, or an action whose goal is not there (two people
 * worked on the plan), is not lost: it comes in `strayGoals` or `strayActions`.
 */
export interface PlanSteps {
  needs: NeedSteps[]
  strayGoals: GoalSteps[]
  strayActions: Action[]
}

export function planSteps({
  needs,
  goals,
  actions,
}: Pick<PlanBody, 'needs' | 'goals' | 'actions'>): PlanSteps {
  const withActions = (goal: Goal) => ({ goal, actions: actions.filter((action) => action.goal === goal.id) })
  const needIds = new Set(needs.map((need) => need.id))
  const goalIds = new Set(goals.map((goal) => goal.id))
  return {
    needs: needs.map((need) => ({
      need,
      goals: goals.filter((goal) => goal.need === need.id).map(withActions),
    })),
    strayGoals: goals.filter((goal) => !needIds.has(goal.need)).map(withActions),
    strayActions: actions.filter((action) => !goalIds.has(action.goal)),
  }
}

/** The plan with one action's status set; everything else as it was. */
export function withActionStatus(plan: PlanBody, action: string, status: Action['status']): PlanBody {
  const actions = plan.actions.map((step) => (step.id === action ? { ...step, status } : step))
  return { ...plan, actions }
}

/** How many of the actions that still count are done; dropped ones do not count. */
export function planProgress({ actions }: Pick<PlanBody, 'actions'>): { done: number; of: number } {
  const counted = actions.filter((action) => action.status !== 'dropped')
  return { done: counted.filter((action) => action.status === 'done').length, of: counted.length }
}
