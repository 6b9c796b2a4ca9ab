import { useState } from 'react'
import type { Edit } from '#domain/change/change.ts'
import { takenBack } from '#domain/change/takeBack.ts'
import { removeRecord } from '#domain/change/write.ts'
import type { ContactBody } from '#domain/contact/contact.ts'
import { logContact } from '#domain/contact/log.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { dayOf } from '#ui/dates.ts'
import { useSave } from '#ui/useSave.ts'

export interface LogCall {
  /** The contact that was logged a moment ago, as it stands now; null before, and once it was taken back. */
  logged: View<'contact'> | null
  log: (contact: Pick<ContactBody, 'how' | 'outcome' | 'about' | 'callList'>) => Promise<boolean>
  takeBack: () => Promise<void>
  saving: boolean
  fault: ReturnType<typeof useSave>['fault']
}

/** Writes down a contact with one tap, and takes it back as long as it is on the screen. */
export function useLogCall(clientId: string): LogCall {
  const { person } = useWorkspace()
  const referrals = useRecords('referral', { file: clientId })
  const progress = useRecords('referralProgress', { file: clientId })
  const { save, saving, fault } = useSave()
  const [made, setMade] = useState<{ id: string; edits: Edit[] } | null>(null)
  const contact = useRecord('contact', made?.id ?? '')
  const logged = contact && !contact.deleted ? contact : null
  return {
    logged,
    saving,
    fault,
    async log(given) {
      const now = new Date()
      const [id, body] = [newId(), { ...given, at: now.toISOString(), by: person.id }]
      const edits = logContact(
        { id, file: clientId, body, on: dayOf(now) },
        { referrals: referrals ?? [], progress: progress ?? [] },
      )
      if ((await save(edits)) !== 'saved') return false
      setMade({ id, edits })
      return true
    },
    async takeBack() {
      if (!made || !logged) return
      const reason = 'Logged by mistake'
      const others = takenBack(made.edits.slice(1), reason)
      if ((await save([removeRecord(logged, reason), ...others])) === 'saved') setMade(null)
    },
  }
}
