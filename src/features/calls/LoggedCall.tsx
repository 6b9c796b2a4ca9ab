import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCalendarPlus, IconCheck, IconHandStop } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { editRecord } from '#domain/change/write.ts'
import type { View } from '#store/view.ts'
import { formatTime } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { SoonField } from '#ui/SoonField.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './Calls.module.css'
import { outcomeWords } from './callWords.ts'
import { CallNote } from './CallNote.tsx'

interface LoggedCallProps {
  contact: View<'contact'>
  client: View<'client'>
  onTakeBack: () => void
  onward: ReactNode
}

/** What was just written down, with its way back, and what may be added to it. */
export function LoggedCall({ contact, client, onTakeBack, onward }: LoggedCallProps) {
  const head = useRef<HTMLParagraphElement>(null)
  // The buttons that had the focus are gone; what was written is the next thing to hear.
  useEffect(() => head.current?.focus(), [])
  return (
    <div className={classes['logged']}>
      <div className={classes['row']}>
        <p ref={head} tabIndex={-1} role="status" className={classes['done']}>
          <IconCheck size={24} aria-hidden />
          {outcomeWords(contact.body.how, contact.body.outcome)}, {formatTime(contact.body.at)}
        </p>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          onClick={onTakeBack}
        >
          Undo
        </Button>
      </div>
      <WhatNow contact={contact} client={client} />
      <Again contact={contact} />
      <CallNote contact={contact} />
      <div className={classes['row']}>{onward}</div>
    </div>
  )
}

function WhatNow({ contact, client }: Pick<LoggedCallProps, 'contact' | 'client'>) {
  const { outcome } = contact.body
  if (outcome === 'declined' && client.body.status !== 'declined') {
    return (
      <Button
        component={Link}
        to={`/clients/${client.id}/decline`}
        variant="default"
        leftSection={<IconHandStop size={20} aria-hidden />}
      >
        They do not want the service: say why
      </Button>
    )
  }
  if (outcome !== 'reached' || client.body.status === 'declined') return null
  return (
    <Button
      component={Link}
      to={`/clients/${client.id}/visits/new`}
      variant="default"
      leftSection={<IconCalendarPlus size={20} aria-hidden />}
    >
      Plan a visit
    </Button>
  )
}

/** The day of the next call. Chosen, it is saved at once. */
function Again({ contact }: { contact: View<'contact'> }) {
  const { save, fault } = useSave()
  const [typed, setTyped] = useState(contact.body.nextOn ?? '')
  const choose = async (day: string, pace: 'now' | 'typing') => {
    setTyped(day)
    if (pace === 'typing' && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return
    const { nextOn: _nextOn, ...rest } = contact.body
    await save([editRecord(contact, day === '' ? rest : { ...rest, nextOn: day })])
  }
  return (
    <>
      <SoonField
        label="Ring again"
        sooner
        none="No day needed"
        value={typed}
        onChange={(day, pace) => void choose(day, pace)}
      />
      {fault && <p role="alert">{keepFaultWords(fault)}</p>}
    </>
  )
}
