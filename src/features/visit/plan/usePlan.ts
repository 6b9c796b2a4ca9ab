import { notifications } from '@mantine/notifications'
import { createElement } from 'react'
import type { PlanBody } from '#domain/plan/plan.ts'
import { withBack, type PlanPart } from '#domain/visit/planSteps.ts'
import type { Pace } from '../draftKeeper.ts'
import { useVisitWork } from '../VisitWork.tsx'
import { UndoButton } from '../UndoButton.tsx'

/** The plan of the open visit and the ways to change it. What is taken out can be brought back for a while. */
export function usePlan() {
  const { draft, change } = useVisitWork()
  const write = (next: (plan: PlanBody) => PlanBody, pace?: Pace) =>
    change((now) => ({ ...now, plan: next(now.plan) }), pace)
  const takeOut = (what: string, without: (plan: PlanBody) => { plan: PlanBody; removed: PlanPart }) => {
    const { removed } = without(draft.plan)
    write((plan) => without(plan).plan)
    const id = notifications.show({
      title: `${what} taken out of the plan`,
      message: createElement(UndoButton, {
        undo: () => {
          write((plan) => withBack(plan, removed))
          notifications.hide(id)
        },
      }),
    })
  }
  return { plan: draft.plan, write, takeOut }
}
