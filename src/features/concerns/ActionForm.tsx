import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { WordsField } from './fields.tsx'
import type { Thread } from './useConcerns.ts'

const actionFormSchema = z.object({ id: z.uuid(), what: z.string() })

/** What was done, or what is to be put right: written beneath, never over it. With it the concern is closed, or opened again. */
export function ActionForm({ thread: { concern, open } }: { thread: Thread }) {
  const { person } = useWorkspace()
  const [begin] = useState(() => ({ id: newId(), what: '' }))
  const draft = useFormDraft({
    id: `concernAction:${concern.id}`,
    about: concern.file ?? 'concern',
    schema: actionFormSchema,
    begin,
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  if (!draft.state) return null
  const { state } = draft
  const save = async (to?: 'closed' | 'reopened') => {
    const missing = state.what.trim() === ''
    setProblems(missing ? [{ field: 'field-what', text: 'Write down what was done, and why.' }] : [])
    if (missing) return
    const people = [...new Set([...concern.body.people, person.id])]
    const body = { concern: concern.id, people, at: new Date().toISOString(), by: person.id }
    const done = { ...body, what: state.what.trim(), ...(to && { state: to }) }
    if ((await draft.finish([createRecord('concernAction', state.id, concern.file, done)])) !== 'saved')
      return
    tell('Written down.')
    draft.restart({ id: newId(), what: '' })
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <WordsField
        field="what"
        label="What was done"
        description="Also what was wrong in what is written above."
        value={state.what}
        onChange={(what) => draft.change({ ...state, what })}
      />
      <Group mt="md" gap="sm">
        <Button loading={draft.saving} onClick={() => void save()}>
          Add
        </Button>
        <Button
          variant="default"
          disabled={draft.saving}
          onClick={() => void save(open ? 'closed' : 'reopened')}
        >
          {open ? 'Add and close the concern' : 'Add and open it again'}
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed && state.what !== ''} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </Group>
    </>
  )
}
