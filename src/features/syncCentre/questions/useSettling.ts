import { useNavigate } from 'react-router'
import type { Edit } from '#domain/change/change.ts'
import {
  reopenContested,
  reopenEverything,
  restoreRecord,
  settleByKeeping,
  settleByRemoving,
  settleContested,
} from '#domain/change/write.ts'
import type { Json } from '#domain/json.ts'
import { openContested, openQuestions } from '#domain/record/record.ts'
import type { KeepFault } from '#store/faults.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo, tell } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'
import type { Question } from './question.ts'

export interface Settling {
  choose: (question: Question, value: Json) => void
  keep: (question: Question) => void
  remove: (question: Question) => void
  bringBack: (question: Question) => void
  leaveRemoved: (question: Question) => void
  saving: boolean
  fault: KeepFault | null
}

/** The commands that settle a question. Each can be undone from the message that it leaves behind. */
export function useSettling(): Settling {
  const { save, saving, fault } = useSave()
  const navigate = useNavigate()

  const settle = async (question: Question, edit: Edit, done: string, undo: Edit) => {
    if ((await save([edit])) === null) return
    offerUndo(done, async () => {
      if ((await save([undo])) === null) tell(keepFaultWords('lost'))
      else tell('The question is open again.')
    })
    if (openQuestions(question.view).length === 1) await navigate('/sync')
  }
  const open = ({ view, path }: Question) => openContested(view, path).map(({ change }) => change)

  return {
    saving,
    fault,
    choose: (question, value) => {
      const { view, path, now } = question
      const undo = reopenContested(view, path, value, now, open(question))
      void settle(question, settleContested(view, path, now, value), 'Settled for everybody.', undo)
    },
    keep: (question) => {
      const undo = reopenContested(question.view, '', null, null, open(question))
      void settle(question, settleByKeeping(question.view), 'Kept for everybody.', undo)
    },
    remove: (question) => {
      const reason = reasonOf(question)
      const edit = settleByRemoving(question.view, reason)
      void settle(question, edit, 'Removed.', restoreRecord(question.view))
    },
    bringBack: (question) => {
      void save([restoreRecord(question.view)]).then(
        (kept) => kept && tell('It is back. Now choose what it should say.'),
      )
    },
    leaveRemoved: (question) => {
      const { view } = question
      const edit = settleByRemoving(view, view.deleted?.reason ?? 'Removed')
      void settle(question, edit, 'Left removed.', reopenEverything(view))
    },
  }
}

/** Why somebody wanted the record removed. */
export function reasonOf({ others }: Question): string {
  for (const { to } of others) {
    if (typeof to === 'object' && to !== null && !Array.isArray(to) && typeof to['reason'] === 'string') {
      return to['reason']
    }
  }
  return 'Removed'
}
