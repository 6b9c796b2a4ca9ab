import { Button, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import type { Edit } from '#domain/change/change.ts'
import { newId } from '#store/ids.ts'
import { keepFaultWords } from './keepFaultWords.ts'
import { KeptWords } from './KeptWords.tsx'
import { tell } from './offerUndo.tsx'
import { useFormDraft } from './useFormDraft.ts'
import classes from './WriteMessage.module.css'

const messageSchema = z.object({ id: z.uuid(), text: z.string() })

export interface WriteMessageProps {
  /** Of the draft, and whose it is. */
  draftId: string
  about: string
  label: string
  description?: string
  /** The edits that a written message comes to. */
  edits: (id: string, text: string) => readonly Edit[]
}

/** A message that is kept as it is typed, and goes out when there is a signal. */
export function WriteMessage({ draftId, about, label, description, edits }: WriteMessageProps) {
  const [begin] = useState(() => ({ id: newId(), text: '' }))
  const draft = useFormDraft({ id: draftId, about, schema: messageSchema, begin })
  if (!draft.state) return null
  const { id, text } = draft.state
  const send = async () => {
    if ((await draft.finish(edits(id, text.trim()))) !== 'saved') return
    tell('Saved. It goes out when there is a signal.')
    draft.restart({ id: newId(), text: '' })
  }
  return (
    <div className={classes['form']}>
      <Textarea
        label={label}
        description={description}
        value={text}
        minRows={2}
        readOnly={draft.saving}
        autoComplete="off"
        onChange={(event) => draft.change({ id, text: event.currentTarget.value })}
      />
      <div className={classes['foot']}>
        <Button
          variant="default"
          leftSection={<IconSend size={20} aria-hidden />}
          loading={draft.saving}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          Send message
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed && text !== ''} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}
