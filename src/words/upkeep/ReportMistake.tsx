import { Button, Textarea } from '@mantine/core'
import { IconFlag, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { takenBack } from '#domain/change/takeBack.ts'
import { createRecord } from '#domain/change/write.ts'
import { mistakes } from '#domain/correction/correction.ts'
import { reportOf } from '#domain/correction/corrections.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import * as codes from '../codes.ts'
import classes from './ReportMistake.module.css'

interface Entry {
  id: string
  body: ServiceBody
}

/** Two taps: that something is wrong, and what. A word more may be written in between. `quiet`: where it stands on a card. */
export function ReportMistake({ service, quiet = false }: { service: Entry; quiet?: boolean }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div>
      <Button
        ref={button}
        variant={quiet ? 'subtle' : 'default'}
        aria-label={`Report a mistake in ${service.body.name}`}
        leftSection={<IconFlag size={20} aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Report a mistake
      </Button>
      {open && (
        <WhatIsWrong
          service={service}
          onDone={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      )}
    </div>
  )
}

const reportSchema = z.object({ id: z.uuid(), note: z.string() })

function WhatIsWrong({ service, onDone }: { service: Entry; onDone: () => void }) {
  const { person } = useWorkspace()
  const [begin] = useState(() => ({ id: newId(), note: '' }))
  const [lacking, setLacking] = useState(false)
  const undoing = useSave()
  const draft = useFormDraft({ id: `report:${service.id}`, about: service.id, schema: reportSchema, begin })
  const form = draft.state
  const first = useRef<HTMLButtonElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const isThere = form !== undefined
  useEffect(() => {
    if (isThere) first.current?.focus()
  }, [isThere])
  if (!form) return null
  const report = async (what: string) => {
    const isSaid = what !== 'other' || form.note.trim() !== ''
    setLacking(!isSaid)
    if (!isSaid) return note.current?.focus()
    const said = { what, note: form.note, by: person.id, at: new Date().toISOString() }
    const edits = [createRecord('correction', form.id, null, reportOf(service, said))]
    if ((await draft.finish(edits)) !== 'saved') return
    offerUndo('Thank you. It is reported.', async () => void (await undoing.save(takenBack(edits, 'Undone'))))
    onDone()
  }
  return (
    <fieldset className={classes['panel']}>
      <legend>What is wrong?</legend>
      <div className={classes['mistakes']}>
        {mistakes.map((what, i) => (
          <Button
            key={what}
            ref={i === 0 ? first : null}
            variant="light"
            classNames={{ root: classes['mistake'], label: classes['words'] }}
            disabled={draft.saving}
            onClick={() => void report(what)}
          >
            {codes.mistake[what]}
          </Button>
        ))}
      </div>
      <Textarea
        ref={note}
        label="In your words"
        description="May be left empty. Write it first, then choose above. Nothing about a client."
        autoComplete="off"
        autosize
        minRows={1}
        value={form.note}
        error={lacking ? 'Write what is wrong, then choose “Something else” again.' : undefined}
        onChange={(event) => draft.change({ ...form, note: event.currentTarget.value })}
      />
      <div>
        <Button
          variant="subtle"
          leftSection={<IconX size={20} aria-hidden />}
          onClick={() => void draft.discard().then(onDone)}
        >
          Never mind
        </Button>
      </div>
      {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
    </fieldset>
  )
}
