import { isOpen } from '../plan/board.ts'
import { cameOf, withAction } from '../plan/edits.ts'
import type { Action } from '../plan/steps.ts'
import { isReview, type VisitDraft } from './visitDraft.ts'

/** A step of the plan as a review goes through it: as it is to be, and whether it was spoken of. */
export interface StepToCheck {
  action: Action
  checked: boolean
}

/**
 * What a review goes through one by one: every step that was open when the review began, as the draft has it now. One
 * that was taken out of the plan since is not asked after.
 */
export function stepsToCheck({ seen, plan, checked = [] }: VisitDraft): StepToCheck[] {
  if (!isReview(seen)) return []
  const open = new Set((seen.plan?.body.actions ?? []).filter(isOpen).map(({ id }) => id))
  return plan.actions
    .filter(({ id }) => open.has(id))
    .map((action) => ({ action, checked: checked.includes(action.id) }))
}

/** Whether a step happened: done, still going on, or dropped. Said again, the later answer holds. */
export function stepChecked(draft: VisitDraft, id: string, status: 'done' | 'doing' | 'dropped'): VisitDraft {
  const checked = [...new Set([...(draft.checked ?? []), id])]
  return withStep({ ...draft, checked }, id, (action) => ({ ...action, status }))
}

/** What came of a step, as it is typed: a blank at the end is the beginning of the next word. */
export function stepCameTo(draft: VisitDraft, id: string, words: string): VisitDraft {
  return withStep(draft, id, (action) =>
    words.trim() === '' ? cameOf(action, '') : { ...action, outcome: words },
  )
}

function withStep(draft: VisitDraft, id: string, after: (action: Action) => Action): VisitDraft {
  const action = draft.plan.actions.find((each) => each.id === id)
  return action ? { ...draft, plan: withAction(draft.plan, after(action)) } : draft
}
