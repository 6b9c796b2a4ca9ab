import { takenBack } from '#domain/change/takeBack.ts'
import { editRecord } from '#domain/change/write.ts'
import { logContact } from '#domain/contact/log.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { dayOf } from '#ui/dates.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'
import type { ClientFile } from './useClientFile.ts'

/** What may be done about a planned visit besides going: each is one change, with a way back. */
export function useBooking(file: ClientFile, visit: View<'visit'>) {
  const { person } = useWorkspace()
  const { save, saving, fault } = useSave()
  return {
    saving,
    fault,
    /** They were asked, and it stands: somebody who confirms has been reached. */
    async confirm() {
      const now = new Date()
      const body = {
        at: now.toISOString(),
        by: person.id,
        how: 'phone',
        outcome: 'reached',
        about: 'booking',
        confirms: { visit: visit.id, startsAt: visit.body.startsAt },
      }
      const edits = logContact({ id: newId(), file: file.client.id, body, on: dayOf(now) }, file)
      if ((await save(edits)) !== 'saved') return
      offerUndo('The visit is confirmed.', async () => {
        await save(takenBack(edits, 'Confirmed by mistake'))
      })
    },
    async callOff(status: 'cancelled' | 'missed', reason: string) {
      const after = { ...visit.body, status, statusReason: reason }
      if ((await save([editRecord(visit, after)])) !== 'saved') return false
      const done = status === 'missed' ? 'Marked as not happened.' : 'The visit is called off.'
      offerUndo(done, async () => {
        await save([editRecord({ ...visit, body: after }, visit.body)])
      })
      return true
    },
  }
}
