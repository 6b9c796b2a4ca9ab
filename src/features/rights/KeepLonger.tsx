import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatFullDay, isDay } from '#ui/dates.ts'
import { DayField } from '#ui/DayField.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import classes from './Rights.module.css'

const longerSchema = z.object({ until: z.string(), why: z.string() })
type Longer = z.infer<typeof longerSchema>

/** A file that is needed beyond its time: until when, and why. */
export function KeepLonger({ client }: { client: View<'client'> }) {
  const [open, setOpen] = useState(false)
  return open ? (
    <LongerForm client={client} onDone={() => setOpen(false)} />
  ) : (
    <Button variant="default" onClick={() => setOpen(true)}>
      Keep it longer
    </Button>
  )
}

function LongerForm({ client, onDone }: { client: View<'client'>; onDone: () => void }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const draft = useFormDraft({
    id: `keepLonger:${client.id}`,
    about: client.id,
    schema: longerSchema,
    begin: { until: '', why: '' },
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  if (!draft.state) return null
  const { state } = draft
  const save = async () => {
    const found = problemsOf(state, today)
    setProblems(found)
    if (found.length > 0) return
    const retention = { until: state.until, why: state.why.trim(), on: today, by: person.id }
    if ((await draft.finish([editRecord(client, { ...client.body, retention })])) !== 'saved') return
    tell(`It is kept until ${formatFullDay(state.until)}.`)
    onDone()
  }
  return (
    <div className={classes['form']}>
      <ErrorSummary problems={problems} />
      <DayField
        id="field-until"
        label="Keep it until"
        value={state.until}
        onChange={(until) => draft.change({ ...state, until })}
      />
      <Textarea
        id="field-why"
        label="Why it is needed longer"
        description="For example: a claim, an inquiry, or the person asked for it"
        autosize
        minRows={2}
        autoComplete="off"
        value={state.why}
        onChange={(event) => draft.change({ ...state, why: event.currentTarget.value })}
      />
      <div className={classes['links']}>
        <Button loading={draft.saving} onClick={() => void save()}>
          Save
        </Button>
        <Button variant="default" onClick={() => void draft.discard().then(onDone)}>
          Leave it as it is
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}

function problemsOf({ until, why }: Longer, today: string): FieldProblem[] {
  return [
    ...(isDay(until) && until > today ? [] : [{ field: 'field-until', text: 'A day to come is needed.' }]),
    ...(why.trim() === '' ? [{ field: 'field-why', text: 'Say why it is needed longer.' }] : []),
  ]
}
