import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { createRecord } from '#domain/change/write.ts'
import { proposedPlaces, sessionEdits } from '#domain/dropIn/session.ts'
import { newId } from '#store/ids.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { DayField } from '#ui/DayField.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FieldGroup, Pair } from '#ui/FieldGroup.tsx'
import { ChoiceField, TextField } from '#ui/fields.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Taps } from '#ui/Taps.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import * as codes from '#words/codes.ts'
import {
  beginSession,
  formOf,
  type OpenForm,
  openFormSchema,
  placed,
  problemsOf,
  sessionOf,
} from './openForm.ts'
import { type HeldSession, useSession, useSessions } from './useSessions.ts'

/** A session is opened in two taps where it is where the last one was. */
export function OpenScreen() {
  return (
    <Page title="Open a drop-in" back={{ to: '/drop-in', label: 'Drop-ins' }}>
      <OpenFields />
    </Page>
  )
}

/** Who is there, where and when, put right; colleagues who came later. */
export function EditSessionScreen() {
  const { sessionId = '' } = useParams()
  const held = useSession(sessionId)
  return (
    <Page
      title="Who, where, when"
      back={{ to: `/drop-in/${sessionId}`, label: held?.session.body.place ?? 'Drop-in' }}
    >
      {held === undefined && <Loading />}
      {held === null && <EmptyState title="This drop-in is not on this device" />}
      {held && <OpenFields key={sessionId} held={held} />}
    </Page>
  )
}

function OpenFields({ held }: { held?: HeldSession }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const places = usePlaces()
  const [id] = useState(newId)
  const navigate = useNavigate()
  const last = places?.before ? places.all[0] : undefined
  const begin = held
    ? formOf(held.session.id, held.session.body, person.id)
    : places && beginSession(id, today, last)
  const draft = useFormDraft<OpenForm>({
    id: held ? `drop-in-edit:${held.session.id}` : 'drop-in-open',
    about: held?.session.id ?? 'drop-in',
    schema: openFormSchema,
    begin,
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const { state } = draft
  if (!state || !places) return <Loading />
  const change = (said: Partial<OpenForm>) => draft.change({ ...state, ...said })
  const save = async () => {
    const found = problemsOf(state)
    setProblems(found)
    if (found.length > 0) return
    const before = held?.session.body ?? { openedAt: new Date().toISOString(), openedBy: person.id }
    const body = sessionOf(state, before, person.id)
    const edits = held
      ? sessionEdits(held.session, { ...closing(held), ...body }, held.contacts)
      : [createRecord('dropIn', state.id, null, body)]
    if ((await draft.finish(edits)) !== null) void navigate(`/drop-in/${state.id}`, { replace: true })
  }
  const leaveTo = held ? `/drop-in/${held.session.id}` : '/drop-in'
  return (
    <>
      <ErrorSummary problems={problems} />
      <WherePart form={state} onChange={change} places={places.all} />
      <WhoPart form={state} onChange={change} />
      <MorePart form={state} onChange={change} />
      <FormFoot
        draft={draft}
        label={held ? 'Save' : 'Open'}
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(() => navigate(leaveTo))}
      />
    </>
  )
}

function closing({ session: { body } }: HeldSession) {
  return body.closedAt === undefined ? {} : { closedAt: body.closedAt }
}

/** Where one may be; `before`: whether there was a session already, so that the first of them is the last place. */
function usePlaces() {
  const sessions = useSessions()
  const practices = useRecords('practice')
  return useMemo(() => {
    if (!sessions || !practices) return undefined
    const bodies = sessions.map(({ session }) => session.body)
    const named = practices.map(({ id, body }) => ({ id, name: body.name }))
    return { all: proposedPlaces(bodies, named), before: sessions.length > 0 }
  }, [sessions, practices])
}

interface PartProps {
  form: OpenForm
  onChange: (said: Partial<OpenForm>) => void
}

function WherePart({ form, onChange, places }: PartProps & { places: ReturnType<typeof proposedPlaces> }) {
  const chosen = places.filter(({ place }) => place === form.place).map(({ place }) => place)
  return (
    <FieldGroup legend="Where">
      <Taps
        label="Where"
        look="rows"
        taps={places.map(({ place }) => ({ key: place, label: place }))}
        chosen={chosen}
        onTap={(tapped) => {
          const place = places.find((each) => each.place === tapped)
          if (place) onChange(placed(place))
        }}
      />
      <TextField
        form={form}
        field="place"
        label="Somewhere else"
        onText={(_, place) => onChange({ place, practice: '' })}
      />
    </FieldGroup>
  )
}

/** Whoever is there holds the session on their own phone too, and logs into the same list. */
function WhoPart({ form, onChange }: PartProps) {
  const { person } = useWorkspace()
  const colleagues = (useRecords('staff') ?? []).filter(
    ({ id, body }) => id !== person.id && body.active !== false && worksHere.has(body.role),
  )
  if (colleagues.length === 0) return null
  const toggle = (id: string) =>
    form.people.includes(id) ? form.people.filter((other) => other !== id) : [...form.people, id]
  return (
    <FieldGroup legend="Who is there with you">
      <Taps
        label="Who is there with you"
        look="rows"
        taps={colleagues
          .toSorted((a, b) => a.body.name.localeCompare(b.body.name))
          .map(({ id, body }) => ({
            key: id,
            label: body.name,
            detail: codes.wordFor(codes.role, body.role) ?? '',
          }))}
        chosen={form.people}
        onTap={(id) => onChange({ people: toggle(id) })}
      />
    </FieldGroup>
  )
}

const worksHere = new Set<string>(['volunteer', 'coordinator', 'manager'])

function MorePart({ form, onChange }: PartProps) {
  const text = {
    form,
    onText: (field: 'area' | 'topic' | 'fundedBy' | 'note', typed: string) => onChange({ [field]: typed }),
  }
  return (
    <FieldGroup legend="More, if it matters">
      <DayField label="Day" id="field-day" value={form.day} onChange={(day) => onChange({ day })} />
      <Pair>
        <TextField {...text} field="area" label="Area" description="For example DA16" />
        <ChoiceField
          {...text}
          field="topic"
          label="Advice on one topic"
          words={codes.adviceTopic}
          none="No, on anything"
        />
      </Pair>
      {form.topic !== '' && <TextField {...text} field="fundedBy" label="Who funds it" />}
      <TextField {...text} field="note" label="Note" />
    </FieldGroup>
  )
}
