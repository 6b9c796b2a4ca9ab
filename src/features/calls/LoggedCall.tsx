import { Button, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconCalendarPlus, IconCheck, IconHandStop } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import type { View } from '#store/view.ts'
import { formatTime } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { SoonField } from '#ui/SoonField.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import classes from './Calls.module.css'
import { contactWords } from './callWords.ts'

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
          {contactWords(contact.body)}, {formatTime(contact.body.at)}
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
        none="No day needed"
        value={typed}
        onChange={(day, pace) => void choose(day, pace)}
      />
      {fault && <p role="alert">{keepFaultWords(fault)}</p>}
    </>
  )
}

const noteSchema = z.object({ text: z.string() })

/** Optional, and kept as it is typed. */
function CallNote({ contact }: { contact: View<'contact'> }) {
  const [begin] = useState({ text: contact.body.note ?? '' })
  const draft = useFormDraft({
    id: `contact-note:${contact.id}`,
    about: contact.file ?? '',
    schema: noteSchema,
    begin,
  })
  if (!draft.state) return null
  const { text } = draft.state
  const same = text.trim() === (contact.body.note ?? '')
  const save = async () => {
    const { note: _note, ...rest } = contact.body
    const after = text.trim() === '' ? rest : { ...rest, note: text.trim() }
    if ((await draft.finish([editRecord(contact, after)])) === null) return
    tell('The note is saved.')
    draft.restart({ text: text.trim() })
  }
  return (
    <div className={classes['note']}>
      <Textarea
        label="Note, if there is something to say"
        autosize
        minRows={2}
        value={text}
        readOnly={draft.saving}
        autoComplete="off"
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
      <div className={classes['row']}>
        {!same && (
          <Button variant="default" loading={draft.saving} onClick={() => void save()}>
            Save note
          </Button>
        )}
        <KeptWords kept={draft.kept} resumed={draft.resumed && text !== ''} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}
