import type { PlanBody } from '#domain/plan/plan.ts'
import { withBack, type PlanPart } from '#domain/plan/edits.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import type { Pace } from '../draftKeeper.ts'
import { useVisitWork } from '../VisitWork.tsx'

/** The plan of the open visit and the ways to change it. What is taken out can be brought back for a while. */
export function usePlan() {
  const { draft, change } = useVisitWork()
  const write = (next: (plan: PlanBody) => PlanBody, pace?: Pace) =>
    change((now) => ({ ...now, plan: next(now.plan) }), pace)
  const takeOut = (what: string, without: (plan: PlanBody) => { plan: PlanBody; removed: PlanPart }) => {
    const { removed } = without(draft.plan)
    write((plan) => without(plan).plan)
    offerUndo(`${what}: taken out of the plan`, () => write((plan) => withBack(plan, removed)))
  }
  return { plan: draft.plan, write, takeOut }
}
