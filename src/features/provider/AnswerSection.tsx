import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { createRecord, editRecord } from '#domain/change/write.ts'
import { entryAfterAnswer, entryTold } from '#domain/directory/afterAnswer.ts'
import {
  answered,
  answersTo,
  asksFor,
  lacksReason,
  type ProviderStatus,
  saidIn,
} from '#domain/onwardReferral/answers.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { DayField } from '#ui/DayField.tsx'
import { dayOf, isDay } from '#ui/dates.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { type FormDraft, useFormDraft } from '#ui/useFormDraft.ts'
import classes from './AnswerSection.module.css'
import { messageFrom } from './messageFrom.ts'
import { answerWords, entryWords, fieldWords } from './words.ts'

const answerSchema = z.object({
  id: z.uuid(),
  status: z.string(),
  reason: z.string(),
  expectedWait: z.string(),
  startedOn: z.string(),
  outcome: z.string(),
  /** Whether the answer holds for their entry in the directory. */
  forEverybody: z.boolean().default(false),
})
type AnswerForm = z.infer<typeof answerSchema>

/** The answers that can follow, a button each; what an answer needs is asked once it is chosen. */
export function AnswerSection({ referral }: { referral: View<'onwardReferral'> }) {
  const [begin] = useState(() => beginAnswer(referral))
  const draft = useFormDraft<AnswerForm>({
    id: `answer:${referral.id}`,
    about: referral.id,
    schema: answerSchema,
    begin,
  })
  const offered = answersTo(referral.body.status)
  if (!draft.state || offered.length === 0) return null
  const { state } = draft
  const chosen = offered.find((status) => status === state.status)
  if (chosen) return <Details referral={referral} draft={draft} form={state} chosen={chosen} />
  return (
    <Group gap="sm" mt="md">
      {offered.map((status, i) => (
        <Button
          key={status}
          variant={i === 0 ? 'filled' : 'default'}
          onClick={() => draft.change({ ...state, status })}
        >
          {answerWords[status]}
        </Button>
      ))}
    </Group>
  )
}

function beginAnswer({ body }: View<'onwardReferral'>): AnswerForm {
  return {
    id: newId(),
    status: '',
    reason: '',
    expectedWait: body.expectedWait ?? '',
    startedOn: dayOf(new Date()),
    outcome: body.outcome ?? '',
    forEverybody: false,
  }
}

interface DetailsProps {
  referral: View<'onwardReferral'>
  draft: FormDraft<AnswerForm>
  form: AnswerForm
  chosen: ProviderStatus
}

function Details({ referral, draft, form, chosen }: DetailsProps) {
  const { person } = useWorkspace()
  const entry = useRecord('service', referral.body.service)
  const told = entry ? entryTold(chosen) : null
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const save = async () => {
    const { id, forEverybody, ...rest } = form
    const today = dayOf(new Date())
    const answer = saidIn({ ...rest, status: chosen })
    const found = problemsOf({ ...rest, status: chosen })
    setProblems(found)
    if (found.length > 0) return
    const message = messageFrom(person, referral, { text: '', answer: { ...answer } })
    const after = entry && forEverybody ? entryAfterAnswer(entry.body, answer, today) : null
    const saved = await draft.finish([
      editRecord(referral, answered(referral.body, answer, today)),
      createRecord('message', id, referral.file, message),
      entry && after ? editRecord(entry, after) : null,
    ])
    if (saved === 'saved') tell('Answered. It goes out when there is a signal.')
    if (saved !== null) draft.restart(beginAnswer(referral))
  }
  const leave = () => void draft.discard().then(() => draft.restart(beginAnswer(referral)))
  return (
    <div className={classes['form']}>
      <ErrorSummary problems={problems} />
      <h3 className={classes['chosen']}>{answerWords[chosen]}</h3>
      <AnswerFields chosen={chosen} form={form} change={(next) => draft.change({ ...form, ...next })} />
      {told !== null && (
        <Checkbox
          label={entryWords[told]}
          checked={form.forEverybody}
          onChange={(event) => draft.change({ ...form, forEverybody: event.currentTarget.checked })}
        />
      )}
      <Group gap="sm">
        <Button loading={draft.saving} onClick={() => void save()}>
          Send the answer
        </Button>
        <Button variant="default" onClick={leave}>
          Another answer
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </Group>
    </div>
  )
}

function problemsOf(
  answer: Omit<AnswerForm, 'id' | 'status' | 'forEverybody'> & { status: ProviderStatus },
): FieldProblem[] {
  return [
    ...(lacksReason(answer) ? [{ field: 'field-reason', text: 'Say why.' }] : []),
    ...(asksFor[answer.status].includes('startedOn') && !isDay(answer.startedOn)
      ? [{ field: 'field-startedOn', text: 'A day is needed that exists.' }]
      : []),
  ]
}

interface FieldsProps {
  chosen: ProviderStatus
  form: AnswerForm
  change: (next: Partial<AnswerForm>) => void
}

function AnswerFields({ chosen, form, change }: FieldsProps) {
  return asksFor[chosen].map((field) => {
    switch (field) {
      case 'startedOn':
        return (
          <DayField
            key={field}
            id="field-startedOn"
            label="Since which day"
            value={form.startedOn}
            onChange={(startedOn) => change({ startedOn })}
          />
        )
      case 'expectedWait':
        return (
          <TextInput
            key={field}
            id="field-expectedWait"
            {...fieldWords.expectedWait}
            value={form.expectedWait}
            autoComplete="off"
            onChange={(event) => change({ expectedWait: event.currentTarget.value })}
          />
        )
      case 'reason':
      case 'outcome':
        return (
          <Textarea
            key={field}
            id={`field-${field}`}
            {...fieldWords[field]}
            value={form[field]}
            minRows={2}
            autoComplete="off"
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        )
    }
  })
}
