import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import { type Consent, consentHistory, type Decided } from '#domain/client/consent.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import * as codes from '#words/codes.ts'
import classes from './Notes.module.css'
import type { Names } from './useClientFile.ts'

interface ConsentPartProps {
  client: View<'client'>
  names: Names
  today: string
}

/** What the person agreed to, with its history: the latest answer holds, and no earlier one is taken away. */
export function ConsentPart({ client, names, today }: ConsentPartProps) {
  const [recording, setRecording] = useState(false)
  const history = consentHistory(client.body)
  return (
    <Section title="Consent" icon={<IconShieldCheck size={22} />}>
      {history.length === 0 ? (
        <p>Consent has not been asked for yet. It is asked for on a visit, or record it here.</p>
      ) : (
        <List label="Consent, the latest first">
          {history.map(({ consent, decided, holds }) => (
            <ListRow
              key={consent.id}
              title={`${codes.wordFor(codes.consentTo, consent.to)}: ${decidedWords[decided]}`}
              detail={detailOf(consent, names)}
              {...(holds ? { aside: <Pill tone={consent.given ? 'accent' : 'amber'}>Holds now</Pill> } : {})}
            />
          ))}
        </List>
      )}
      {recording ? (
        <RecordConsent client={client} today={today} onDone={() => setRecording(false)} />
      ) : (
        <Button variant="default" mt="sm" onClick={() => setRecording(true)}>
          Record a decision
        </Button>
      )}
    </Section>
  )
}

const decidedWords: Readonly<Record<Decided, string>> = {
  given: 'given',
  refused: 'not given',
  withdrawn: 'withdrawn',
}

function detailOf({ on, by, withWhom = [], why }: Consent, names: Names): string {
  const parts = [
    `${formatDay(on)}${by ? `, ${names.staff(by)}` : ''}`,
    withWhom.length > 0 ? `With ${withWhom.join(', ')}` : '',
    why ?? '',
  ]
  return parts.filter((part) => part !== '').join('. ')
}

const answerSchema = z.object({
  to: z.enum(['hold', 'share']),
  given: z.enum(['yes', 'no', '']),
  withWhom: z.string(),
  why: z.string(),
})
type Answer = z.infer<typeof answerSchema>

const unanswered: Answer = { to: 'share', given: '', withWhom: '', why: '' }

/** One more answer; withdrawing is an answer too. What was said before stays beneath it. */
function RecordConsent({
  client,
  today,
  onDone,
}: {
  client: View<'client'>
  today: string
  onDone: () => void
}) {
  const { person } = useWorkspace()
  const undoing = useSave()
  const draft = useFormDraft({
    id: `consent:${client.id}`,
    about: client.id,
    schema: answerSchema,
    begin: unanswered,
  })
  if (!draft.state) return null
  const answer = draft.state
  const setAnswer = draft.change
  const record = async () => {
    const consents = [...(client.body.consents ?? []), entryOf(answer, person.id, today)]
    const after = { ...client.body, consents }
    if ((await draft.finish([editRecord(client, after)])) !== 'saved') return
    offerUndo('The decision is recorded.', async () => {
      await undoing.save([editRecord({ ...client, body: after }, client.body)])
    })
    onDone()
  }
  return (
    <div className={classes['form']}>
      <Radio.Group
        label="What is it about?"
        value={answer.to}
        onChange={(to) => setAnswer({ ...answer, to: to === 'hold' ? 'hold' : 'share' })}
      >
        <Radio mt="xs" value="hold" label="Keeping a record of what we talk about" />
        <Radio mt="xs" value="share" label="Sharing it with the people who can help" />
      </Radio.Group>
      <Radio.Group
        label="What did they decide?"
        value={answer.given}
        onChange={(given) => setAnswer({ ...answer, given: given === 'yes' ? 'yes' : 'no' })}
      >
        <Radio mt="xs" value="yes" label="They agree" />
        <Radio mt="xs" value="no" label="They do not agree, or not any more" />
      </Radio.Group>
      {answer.to === 'share' && answer.given === 'yes' && (
        <TextInput
          label="With whom"
          description="Separate several by commas"
          autoComplete="off"
          value={answer.withWhom}
          onChange={(event) => setAnswer({ ...answer, withWhom: event.currentTarget.value })}
        />
      )}
      <Textarea
        label="Limits, or why not"
        autoComplete="off"
        minRows={2}
        value={answer.why}
        onChange={(event) => setAnswer({ ...answer, why: event.currentTarget.value })}
      />
      <div className={classes['foot']}>
        <Button disabled={answer.given === ''} loading={draft.saving} onClick={() => void record()}>
          Save
        </Button>
        <Button variant="default" onClick={() => void draft.discard().then(onDone)}>
          Leave as it is
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </div>
    </div>
  )
}

function entryOf({ to, given, withWhom, why }: Answer, by: string, on: string): Consent {
  const whom = withWhom
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return {
    id: newId(),
    to,
    given: given === 'yes',
    on,
    by,
    ...(to === 'share' && given === 'yes' && whom.length > 0 ? { withWhom: whom } : {}),
    ...(why.trim() === '' ? {} : { why: why.trim() }),
  }
}
