import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { calledName } from '#domain/client/name.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import { DayField } from '#ui/DayField.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { capacity, concernAbout } from '#words/codes.ts'
import {
  beginConcern,
  concernEdit,
  concernFormSchema,
  concernProblems,
  type ConcernForm,
} from './concernForm.ts'
import classes from './Concerns.module.css'
import { OneOf, WordsField } from './fields.tsx'
import { RingFirst } from './RingFirst.tsx'

/** A worry about somebody's safety or health, written down the same day. */
export function NewConcernScreen() {
  const { clientId = null } = useParams()
  const [params] = useSearchParams()
  const client = useRecord('client', clientId ?? '')
  const visit = params.get('visit')
  const back = backTo(clientId, visit, client?.body && calledName(client.body))
  const about = client?.body ? `Concern about ${calledName(client.body)}` : 'Write down a concern'
  return (
    <Page
      title={about}
      tabName="Concern"
      back={back}
      lead="Only you, whom you name below, and the managers will see it. Nobody can change it afterwards."
    >
      <ConcernFields client={clientId} visit={visit} leaveTo={back.to} />
    </Page>
  )
}

function backTo(client: string | null, visit: string | null, name = 'The file') {
  if (visit !== null) return { to: `/visits/${visit}`, label: 'Back to the visit' }
  return client === null ? { to: '/concerns', label: 'Concerns' } : { to: `/clients/${client}`, label: name }
}

interface ConcernFieldsProps {
  client: string | null
  visit: string | null
  leaveTo: string
}

function ConcernFields({ client, visit, leaveTo }: ConcernFieldsProps) {
  const { person } = useWorkspace()
  const navigate = useNavigate()
  const { minute } = useLocalNow()
  const [begin] = useState(() => beginConcern(newId(), minute))
  const draft = useFormDraft({
    id: `concern:${client ?? 'nobody'}`,
    about: client ?? 'concern',
    schema: concernFormSchema,
    begin,
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  if (!draft.state) return <Loading />
  const { state } = draft
  const save = async () => {
    const found = concernProblems(state, client)
    setProblems(found)
    if (found.length > 0) return
    const edit = concernEdit(state, { client, visit, by: person.id, now: new Date() })
    if ((await draft.finish([edit])) !== 'saved') return
    tell('The concern is written down.')
    void navigate(visit === null ? `/concerns/${state.id}` : leaveTo)
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <RingFirst about={state.about} client={client} />
      <div className={classes['form']}>
        <Questions
          form={state}
          unnamed={client === null}
          onChange={(change) => draft.change({ ...state, ...change })}
        />
        <WhoSees chosen={state.people} onChange={(people) => draft.change({ ...state, people })} />
      </div>
      <FormFoot
        draft={draft}
        label="Write it down"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(() => navigate(leaveTo))}
      />
    </>
  )
}

interface QuestionsProps {
  form: ConcernForm
  /** Whether it is about somebody without a file here. */
  unnamed: boolean
  onChange: (change: Partial<ConcernForm>) => void
}

function Questions({ form, unnamed, onChange }: QuestionsProps) {
  const field = (name: keyof Omit<ConcernForm, 'people'>) => ({
    field: name,
    value: form[name],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <>
      <OneOf
        id="concern-about"
        label="What kind of concern"
        words={concernAbout}
        value={form.about}
        onChange={(about) => onChange({ about })}
      />
      {unnamed && <WordsField {...field('name')} label="Who it is about" short />}
      <fieldset className={classes['fieldset']}>
        <legend>When and where</legend>
        <div className={classes['when']}>
          <DayField label="Day" id="field-day" value={form.day} onChange={(day) => onChange({ day })} />
          <TextInput
            label="Time"
            type="time"
            value={form.time}
            onChange={(event) => onChange({ time: event.currentTarget.value })}
          />
        </div>
        <WordsField {...field('place')} label="Place" short />
        <WordsField {...field('present')} label="Who was there" short />
      </fieldset>
      <fieldset className={classes['fieldset']}>
        <legend>What happened</legend>
        <WordsField
          {...field('facts')}
          label="What you saw and heard"
          description="Facts only. What you make of it comes further down."
        />
        <WordsField {...field('ownWords')} label="Their own words" description="As they said it." />
        <WordsField {...field('opinion')} label="What you think, and why" />
      </fieldset>
      <fieldset className={classes['fieldset']}>
        <legend>Their say</legend>
        <WordsField {...field('wishes')} label="What they want to happen" />
        <OneOf
          id="concern-capacity"
          label="Could they decide about this for themselves?"
          words={capacity}
          value={form.capacity}
          onChange={(value) => onChange({ capacity: value })}
        />
        <OneOf
          id="concern-told"
          label="Have you told them that you pass it on?"
          description="Not where telling them would put somebody in danger."
          words={{ yes: 'Yes', no: 'No' }}
          value={form.toldPerson}
          onChange={(toldPerson) => onChange({ toldPerson })}
        />
      </fieldset>
      <WordsField
        {...field('action')}
        label="What you did at once"
        description="Whom you rang, when, and what they said."
      />
    </>
  )
}

function WhoSees({ chosen, onChange }: { chosen: string[]; onChange: (people: string[]) => void }) {
  const { person } = useWorkspace()
  const colleagues = (useRecords('staff') ?? []).filter(
    ({ id, body }) => id !== person.id && body.role === 'coordinator' && body.active !== false,
  )
  if (colleagues.length === 0) return null
  return (
    <Checkbox.Group
      label="Who else needs to see it"
      description="The managers always do."
      value={chosen}
      onChange={onChange}
    >
      {colleagues.map(({ id, body }) => (
        <Checkbox key={id} value={id} label={body.name} mt="sm" />
      ))}
    </Checkbox.Group>
  )
}
