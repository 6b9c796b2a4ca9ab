import type { PlanBody } from './plan.ts'
import type { Action, Goal, Need } from './steps.ts'

/** A step with what it is for; the goal or its need are missing where somebody else took them out. */
export interface BoardCard {
  action: Action
  goal: Goal | undefined
  need: Need | undefined
}

export interface BoardColumn {
  status: Action['status']
  cards: BoardCard[]
}

/** How far a step can be, in the order in which it gets there. */
export const actionStatuses = ['to-do', 'doing', 'done', 'dropped'] as const

/**
 * The steps of a plan by how far they are, each on the board exactly once. The known columns always stand, even
 * empty; a status from a newer version has a column of its own at the end. Within a column: by day, those without
 * one last.
 */
export function planBoard({
  needs,
  goals,
  actions,
}: Pick<PlanBody, 'needs' | 'goals' | 'actions'>): BoardColumn[] {
  const statuses = [...new Set([...actionStatuses, ...actions.map(({ status }) => status)])]
  const card = (action: Action): BoardCard => {
    const goal = goals.find(({ id }) => id === action.goal)
    return { action, goal, need: goal && needs.find(({ id }) => id === goal.need) }
  }
  return statuses.map((status) => ({
    status,
    cards: actions
      .filter((action) => action.status === status)
      .map(card)
      .toSorted((a, b) => (a.action.by ?? '9999').localeCompare(b.action.by ?? '9999')),
  }))
}

/** Whether something is still to be done for a step. */
export function isOpen({ status }: Pick<Action, 'status'>): boolean {
  return status !== 'done' && status !== 'dropped'
}

/** Whether the day by which an open step was to be done has passed. One that is due today is not late. */
export function isOverdue(action: Pick<Action, 'status' | 'by'>, today: string): boolean {
  return isOpen(action) && action.by !== undefined && action.by < today
}
