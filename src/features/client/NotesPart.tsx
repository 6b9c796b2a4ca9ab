import { Button } from '@mantine/core'
import { IconNote, IconPencilPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { type NoteThread, noteThreads } from '#domain/note/amendments.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import classes from './Notes.module.css'
import { FormsOfFile } from './FormsOfFile.tsx'
import { NoteForm } from './NoteForm.tsx'
import * as codes from '#words/codes.ts'
import type { ClientFile, Names } from './useClientFile.ts'

/** Notes, the latest first. None is ever changed: what has to be put right is written beneath it. */
export function NotesPart({ file, names }: { file: ClientFile; names: Names }) {
  const threads = noteThreads(file.notes)
  return (
    <>
      <NoteForm clientId={file.client.id} />
      <FormsOfFile file={file} />
      {threads.length === 0 ? (
        <EmptyState title="No notes yet" icon={<IconNote size={36} />} />
      ) : (
        <ul className={classes['notes']}>
          {threads.map((thread) => (
            <Thread key={thread.note.id} thread={thread} names={names} clientId={file.client.id} />
          ))}
        </ul>
      )}
    </>
  )
}

function Thread({ thread, names, clientId }: { thread: NoteThread; names: Names; clientId: string }) {
  const [amending, setAmending] = useState(false)
  const { note, amendments } = thread
  return (
    <li className={classes['note']}>
      <Note note={note} names={names} />
      {amendments.map((amendment) => (
        <div key={amendment.id} className={classes['amendment']}>
          <p className={classes['label']}>Put right</p>
          <Note note={amendment} names={names} />
        </div>
      ))}
      {amending ? (
        <NoteForm clientId={clientId} amends={note} onDone={() => setAmending(false)} />
      ) : (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPencilPlus size={20} aria-hidden />}
          onClick={() => setAmending(true)}
        >
          Put this right
        </Button>
      )}
    </li>
  )
}

function Note({ note: { body }, names }: { note: NoteThread['note']; names: Names }) {
  return (
    <>
      <p className={classes['by']}>
        {codes.wordFor(codes.noteAbout, body.about) ?? 'Note'} · {formatMoment(body.at)} ·{' '}
        {names.staff(body.author)}
      </p>
      <p className={classes['text']}>{body.text}</p>
    </>
  )
}
