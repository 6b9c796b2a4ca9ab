import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import { useDrafts, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import classes from './Calls.module.css'
import { contactWords } from './callWords.ts'

const noteSchema = z.object({ text: z.string() })
const PREFIX = 'contact-note:'

/** Optional, kept as it is typed, and in the file as soon as one turns to something else. */
export function CallNote({ contact }: { contact: View<'contact'> }) {
  const [begin] = useState({ text: contact.body.note ?? '' })
  const draft = useFormDraft({
    id: `${PREFIX}${contact.id}`,
    about: contact.file ?? '',
    schema: noteSchema,
    begin,
  })
  if (!draft.state) return null
  const { text } = draft.state
  const save = async () => {
    if (text.trim() === (contact.body.note ?? '')) return
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
        onBlur={() => void save()}
      />
      <KeptWords kept={draft.kept} resumed={draft.resumed && text !== ''} />
      {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
    </div>
  )
}

/** Notes on earlier calls that were begun and left, as when the battery died. */
export function BegunNotes({ client }: { client: string }) {
  const drafts = useDrafts() ?? []
  const contacts = useRecords('contact', { file: client }) ?? []
  const [here] = useState(() => new Date().toISOString())
  const begun = drafts.filter(({ id, begunAt }) => id.startsWith(PREFIX) && begunAt < here)
  return contacts
    .filter(({ id }) => begun.some((draft) => draft.id === `${PREFIX}${id}`))
    .map((contact) => (
      <Section key={contact.id} title={`A note begun: ${contactWords(contact.body)}`}>
        <CallNote contact={contact} />
      </Section>
    ))
}
