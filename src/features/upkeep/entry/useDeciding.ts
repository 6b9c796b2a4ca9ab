import { takenBack } from '#domain/change/takeBack.ts'
import type { Edit } from '#domain/change/change.ts'
import { editRecord } from '#domain/change/write.ts'
import { decided } from '#domain/correction/corrections.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'

interface Decision {
  correction: View<'correction'>
  status: 'taken' | 'left'
  answer?: string
}

/** One command for what a curator does with an entry, with a way back. */
export function useDeciding(service: View<'service'>) {
  const { person } = useWorkspace()
  const saving = useSave()
  const edits = (after: ServiceBody | null, decision?: Decision): Edit[] => {
    const by = { by: person.id, at: new Date().toISOString() }
    return [
      after && editRecord(service, after),
      decision &&
        editRecord(
          decision.correction,
          decided(decision.correction.body, {
            status: decision.status,
            ...by,
            answer: decision.answer ?? '',
          }),
        ),
    ].filter((edit) => edit !== null && edit !== undefined)
  }
  const undoable = (words: string, done: readonly Edit[]) =>
    offerUndo(words, async () => void (await saving.save(takenBack(done, 'Undone'))))
  const decide = async (words: string, after: ServiceBody | null, decision?: Decision) => {
    const done = edits(after, decision)
    if ((await saving.save(done)) === 'saved') undoable(words, done)
  }
  return { ...saving, edits, undoable, decide }
}
