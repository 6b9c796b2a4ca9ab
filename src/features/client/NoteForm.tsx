import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import type { NoteBody } from '#domain/note/note.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { tell } from '#ui/offerUndo.tsx'
import { KeptWords } from '#ui/KeptWords.tsx'
import classes from './Notes.module.css'
import * as codes from '#words/codes.ts'
import { type FormDraft, useFormDraft } from '#ui/useFormDraft.ts'

const noteFormSchema = z.object({ id: z.uuid(), text: z.string(), about: z.string() })
type NoteForm = z.infer<typeof noteFormSchema>

export interface NoteFormProps {
  clientId: string
  /** The note that this one puts right. */
  amends?: { id: string; body: NoteBody }
  onDone?: () => void
}

/** A new note, or one that puts another right. What is typed is kept until it is saved. */
export function NoteForm({ clientId, amends, onDone }: NoteFormProps) {
  const { person } = useWorkspace()
  const [begin] = useState((): NoteForm => ({ id: newId(), text: '', about: amends?.body.about ?? 'note' }))
  const draft = useFormDraft({
    id: amends ? `amend:${amends.id}` : `note:${clientId}`,
    about: clientId,
    schema: noteFormSchema,
    begin,
  })
  if (!draft.state) return null
  const { state } = draft
  const save = async () => {
    if (state.text.trim() === '') return
    const body: NoteBody = {
      text: state.text.trim(),
      at: new Date().toISOString(),
      author: person.id,
      about: state.about,
      ...(amends ? { amends: amends.id } : {}),
    }
    if ((await draft.finish([createRecord('note', state.id, clientId, body)])) !== 'saved') return
    tell(amends ? 'Put right. The first words stay as they were.' : 'The note is saved.')
    draft.restart({ id: newId(), text: '', about: 'note' })
    onDone?.()
  }
  return (
    <div className={classes['form']}>
      {!amends && <About draft={draft} state={state} />}
      <Textarea
        label={amends ? 'What is right' : 'New note'}
        value={state.text}
        // What is typed while a note is being saved would go with it when the field is emptied.
        readOnly={draft.saving}
        autoComplete="off"
        onChange={(event) => draft.change({ ...state, text: event.currentTarget.value })}
      />
      <div className={classes['foot']}>
        <Button onClick={() => void save()} loading={draft.saving} disabled={state.text.trim() === ''}>
          {amends ? 'Save' : 'Save note'}
        </Button>
        {onDone && (
          <Button variant="default" onClick={() => void draft.discard().then(onDone)}>
            Leave as it is
          </Button>
        )}
        <KeptWords kept={draft.kept} resumed={draft.resumed && state.text !== ''} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}

function About({ draft, state }: { draft: FormDraft<NoteForm>; state: NoteForm }) {
  const offered = ['note', 'call', 'contact-attempt']
  return (
    <NativeSelect
      label="What it is about"
      value={state.about}
      onChange={(event) => draft.change({ ...state, about: event.currentTarget.value })}
      data={offered.map((code) => ({ value: code, label: codes.wordFor(codes.noteAbout, code) ?? code }))}
    />
  )
}
