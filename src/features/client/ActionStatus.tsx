import { SegmentedControl } from '@mantine/core'
import { editRecord } from '#domain/change/write.ts'
import { type Action, withActionStatus } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'
import * as codes from '#words/codes.ts'
import classes from './Plan.module.css'

const known: Action['status'][] = ['to-do', 'doing', 'done', 'dropped']

/** How far one step of the plan is. Setting it is saved at once, with a way back. */
export function ActionStatus({ plan, action }: { plan: View<'plan'>; action: Action }) {
  const { save, fault } = useSave()
  const set = async (status: Action['status']) => {
    const after = withActionStatus(plan.body, action.id, status)
    if ((await save([editRecord(plan, after)])) !== 'saved') return
    offerUndo(`“${action.what}”: ${codes.wordFor(codes.actionStatus, status)}`, async () => {
      await save([editRecord({ ...plan, body: after }, plan.body)])
    })
  }
  const offered = known.includes(action.status) ? known : [action.status, ...known]
  return (
    <div className={classes['status']}>
      <SegmentedControl
        size="sm"
        aria-label={`Status of “${action.what}”`}
        value={action.status}
        onChange={(status) => void set(status)}
        data={offered.map((status) => ({
          value: status,
          label: codes.wordFor(codes.actionStatus, status) ?? status,
        }))}
      />
      {fault && <p role="alert">{keepFaultWords(fault)}</p>}
    </div>
  )
}
