import { createRecord, editRecord } from '#domain/change/write.ts'
import type { Edit } from '#domain/change/change.ts'
import { withAction, withGoal, withNeed } from '#domain/plan/edits.ts'
import type { PlanBody } from '#domain/plan/plan.ts'
import type { Action, Goal, Need } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'

/** A part of a plan, as it is added to it or put in the place of what it was. */
export type PlanPartSaid =
  | { part: 'need'; opened: Need | null; next: Need }
  | { part: 'goal'; opened: Goal | null; next: Goal }
  | { part: 'step'; opened: Action | null; next: Action }

/** What was changed of one part against what was opened, however a colleague has moved the plan on meanwhile. */
export function partEdit(plan: View<'plan'>, said: PlanPartSaid): Edit | null {
  return editRecord({ ...plan, body: laid(plan.body, said, 'opened') }, laid(plan.body, said, 'next'))
}

/** A plan begins with its first need, agreed today. `id` is made once, so that saving twice makes one plan. */
export function firstNeedEdit(id: string, file: string, need: Need, today: string): Edit {
  return createRecord('plan', id, file, { needs: [need], goals: [], actions: [], agreedOn: today })
}

function laid(plan: PlanBody, said: PlanPartSaid, which: 'opened' | 'next'): PlanBody {
  switch (said.part) {
    case 'need':
      return said[which] ? withNeed(plan, said[which]) : plan
    case 'goal':
      return said[which] ? withGoal(plan, said[which]) : plan
    case 'step':
      return said[which] ? withAction(plan, said[which]) : plan
  }
}
