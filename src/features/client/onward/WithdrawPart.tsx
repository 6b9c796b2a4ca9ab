import { Button, Textarea } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { useState } from 'react'
import { editRecord } from '#domain/change/write.ts'
import { withdrawn } from '#domain/onwardReferral/answers.ts'
import type { View } from '#store/view.ts'
import { dayOf } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'

/** Taken back, with all that was shared; what somebody there has read already cannot be unread, which is said. */
export function WithdrawPart({ referral }: { referral: View<'onwardReferral'> }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { save, saving, fault } = useSave()
  const withdraw = async () => {
    const after = withdrawn(referral.body, { reason, today: dayOf(new Date()) })
    if ((await save([editRecord(referral, after)])) === null) return
    setOpen(false)
    tell('Withdrawn. Nothing is shared any more.')
  }
  if (!open) {
    return (
      <Button variant="subtle" leftSection={<IconBan size={20} aria-hidden />} onClick={() => setOpen(true)}>
        Withdraw…
      </Button>
    )
  }
  return (
    <Notice
      title="Withdraw this referral?"
      action={
        <>
          <Button mr="sm" loading={saving} onClick={() => void withdraw()}>
            Withdraw it
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            Leave it
          </Button>
          {fault && <span role="alert">{keepFaultWords(fault)}</span>}
        </>
      }
    >
      <p>
        What was shared leaves their devices at the next contact. What they have read or written down
        themselves is theirs: ring them if that matters.
      </p>
      <Textarea
        label="Why, if they should know"
        description="The service will see this."
        value={reason}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Notice>
  )
}
