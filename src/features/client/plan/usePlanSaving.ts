import { editRecord } from '#domain/change/write.ts'
import { type PlanPart, withBack } from '#domain/plan/edits.ts'
import type { PlanBody } from '#domain/plan/plan.ts'
import type { View } from '#store/view.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'

/** One tap on a plan: saved at once as one change, with a way back. */
export function usePlanSaving(plan: View<'plan'>) {
  const { save, saving, fault } = useSave()
  const set = async (done: string, after: PlanBody) => {
    if ((await save([editRecord(plan, after)])) !== 'saved') return false
    offerUndo(done, async () => void (await save([editRecord({ ...plan, body: after }, plan.body)])))
    return true
  }
  const takeOut = async (done: string, { plan: left, removed }: { plan: PlanBody; removed: PlanPart }) => {
    if ((await save([editRecord(plan, left)])) !== 'saved') return
    offerUndo(
      done,
      async () => void (await save([editRecord({ ...plan, body: left }, withBack(left, removed))])),
    )
  }
  return { set, takeOut, saving, fault }
}
