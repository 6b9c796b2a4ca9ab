import { Button } from '@mantine/core'
import { IconDoorOff, IconPhoneOutgoing, IconRotateClockwise } from '@tabler/icons-react'
import { useState } from 'react'
import type { Edit } from '#domain/change/change.ts'
import { takenBack } from '#domain/change/takeBack.ts'
import { callBackOn, closeDeclined, takeUpAgain } from '#domain/client/decline.ts'
import { formatFullDay, isDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { SoonField } from '#ui/SoonField.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './ClientFile.module.css'
import type { ClientFile } from './useClientFile.ts'

/** A file that was declined: when they are asked again, and what became of it. */
export function DeclinedNotice({ file, today }: { file: ClientFile; today: string }) {
  const { save, saving, fault } = useSave()
  const { status, declinedReason, callBackOn: day } = file.client.body
  if (status !== 'declined') return null
  const alter = async (edits: Edit[], done: string) => {
    if ((await save(edits)) !== 'saved') return
    offerUndo(done, async () => void (await save(takenBack(edits, 'Done by mistake'))))
  }
  const due = day !== undefined && day <= today
  return (
    <Notice
      tone={due ? 'amber' : 'plain'}
      icon={<IconPhoneOutgoing size={22} />}
      title={titleWords(day, due)}
      action={
        <>
          <Button
            disabled={saving}
            leftSection={<IconRotateClockwise size={20} aria-hidden />}
            onClick={() => void alter(takeUpAgain(file, today), 'Taken up again.')}
          >
            They want it now
          </Button>
          <Button
            variant="default"
            disabled={saving}
            leftSection={<IconDoorOff size={20} aria-hidden />}
            onClick={() => void alter(closeDeclined(file, today), 'The file is closed.')}
          >
            Do not ask again: close
          </Button>
        </>
      }
    >
      <div className={classes['stack']}>
        {declinedReason && <p>They did not want it: {declinedReason}</p>}
        <AnotherDay day={day} onDay={(next) => void alter(callBackOn(file, next), 'The day is changed.')} />
        {fault && <p role="alert">{keepFaultWords(fault)}</p>}
      </div>
    </Notice>
  )
}

function titleWords(day: string | undefined, due: boolean): string {
  if (day === undefined) return 'They did not want it'
  return due ? `To be asked again since ${formatFullDay(day)}` : `To be asked again on ${formatFullDay(day)}`
}

function AnotherDay({ day, onDay }: { day: string | undefined; onDay: (day: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <SoonField
      label="Ask again on another day"
      none={day === undefined ? 'No day' : 'Leave it as it is'}
      value={typed}
      onChange={(next, pace) => {
        setTyped(next)
        if (isDay(next) && (pace === 'now' || next.length === 10)) onDay(next)
      }}
    />
  )
}
