import { IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { z } from 'zod'
import { createRecord, editRecord } from '#domain/change/write.ts'
import { clientName } from '#domain/client/name.ts'
import { contestedSchema } from '#domain/record/record.ts'
import { overlapping } from '#domain/visit/onDay.ts'
import { type VisitBody, visitBody } from '#domain/visit/visit.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { DayField } from '#ui/DayField.tsx'
import { formatMoment, isDay } from '#ui/dates.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import classes from './ClientFile.module.css'
import { NotHere } from './NotHere.tsx'
import { RestrictedNotice } from './RestrictedNotice.tsx'
import * as codes from '#words/codes.ts'
import { ChoiceField, LongField, TextField } from '#ui/fields.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'

const visitFormSchema = z.object({
  day: z.string(),
  time: z.string(),
  minutes: z.string(),
  place: z.string(),
  address: z.string(),
  purpose: z.string(),
  coordinator: z.string(),
  riskNote: z.string(),
  accessNote: z.string(),
})
type VisitForm = z.infer<typeof visitFormSchema>

/** `opened`: the visit as it was when the form was opened; null for a new one, whose id is made once. */
const planVisitSchema = z.object({
  id: z.string(),
  opened: z
    .object({
      id: z.string(),
      kind: z.literal('visit'),
      version: z.number().int().positive(),
      contested: contestedSchema,
      body: visitBody,
    })
    .nullable(),
  form: visitFormSchema,
})
type PlanVisit = z.infer<typeof planVisitSchema>

const lengths = {
  '30': '30 minutes',
  '45': '45 minutes',
  '60': '1 hour',
  '90': '1 hour 30 minutes',
  '120': '2 hours',
}

/** Plans a visit, or moves one that is planned. */
export function PlanVisitScreen() {
  const { clientId = '', visitId = 'new' } = useParams()
  const client = useRecord('client', clientId)
  const visits = useRecords('visit', { file: clientId })
  const visit = visits?.find(({ id }) => id === visitId)
  const name = client ? clientName(client.body) : 'Case file'
  const title = visitId === 'new' ? 'Plan a visit' : 'Change a visit'
  return (
    <Page
      title={client ? `${title}: ${name}` : title}
      tabName={title}
      back={{ to: `/clients/${clientId}`, label: name }}
    >
      {(client === undefined || visits === undefined) && <Loading />}
      {(client === null || (visits && visitId !== 'new' && !visit)) && <NotHere />}
      {client && visits && (visitId === 'new' || visit) && (
        <PlanVisitForm key={visitId} client={client} visits={visits} visit={visit} />
      )}
    </Page>
  )
}

interface PlanVisitFormProps {
  client: View<'client'>
  visits: View<'visit'>[]
  visit: View<'visit'> | undefined
}

function PlanVisitForm({ client, visits, visit }: PlanVisitFormProps) {
  const { person } = useWorkspace()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [blank] = useState((): PlanVisit =>
    visit
      ? reopened(visit)
      : { id: newId(), opened: null, form: beginForm(client, visits, person.id, params.get('purpose')) },
  )
  const draft = useFormDraft<PlanVisit>({
    id: visit ? `move-visit:${visit.id}` : `plan-visit:${client.id}`,
    about: client.id,
    schema: planVisitSchema,
    begin: blank,
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  if (!draft.state) return <Loading />
  const { state } = draft
  const leave = () => void navigate(`/clients/${client.id}`)
  const save = async () => {
    const found = problemsOf(state.form)
    setProblems(found)
    if (found.length > 0) return
    const body = bodyOf(state)
    const edit = state.opened
      ? editRecord(state.opened, body)
      : createRecord('visit', state.id, client.id, body)
    const saved = await draft.finish([edit])
    if (saved === 'saved') tell(`Planned for ${formatMoment(body.startsAt)}.`)
    if (saved !== null) leave()
  }
  return (
    <>
      <RestrictedNotice restriction={client.body.restriction} />
      <ErrorSummary problems={problems} />
      {client.body.doNotVisitAlone && (
        <Notice tone="risk" icon={<IconUsers size={22} />} title="Do not visit alone">
          Plan it for two, and say under “Risks of this visit” who comes along.
        </Notice>
      )}
      <VisitFields
        form={state.form}
        onChange={(change) => draft.change({ ...state, form: { ...state.form, ...change } })}
        after={<Clash state={state} client={client} />}
      />
      <FormFoot
        draft={draft}
        label={visit ? 'Save the change' : 'Plan the visit'}
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}

interface VisitFieldsProps {
  form: VisitForm
  onChange: (change: Partial<VisitForm>) => void
  /** What is to be known once day and time are there. */
  after: ReactNode
}

function VisitFields({ form, onChange, after }: VisitFieldsProps) {
  const text = { form, onText: (field: keyof VisitForm, typed: string) => onChange({ [field]: typed }) }
  const staff = useRecords('staff') ?? []
  const people = staff.filter(({ body }) => body.role === 'coordinator' && body.active !== false)
  const names = Object.fromEntries(people.map(({ id, body }) => [id, body.name]))
  return (
    <fieldset className={classes['fieldset']}>
      <legend>When and where</legend>
      <DayField
        label="Day of the visit"
        id="field-day"
        value={form.day}
        onChange={(day) => onChange({ day })}
      />
      <div className={classes['pair']}>
        <TextField {...text} field="time" label="Time" type="time" />
        <ChoiceField {...text} field="minutes" label="How long" words={lengths} />
        <ChoiceField {...text} field="purpose" label="What for" words={codes.visitPurpose} />
        <ChoiceField {...text} field="coordinator" label="Who goes" words={names} />
        <ChoiceField {...text} field="place" label="Where" words={codes.visitPlace} />
      </div>
      {after}
      {form.place !== 'phone' && (
        <TextField
          {...text}
          field="address"
          label="Address of the place"
          description={
            form.place === 'home' ? 'Leave empty for the address in the file' : 'Which room, which door'
          }
        />
      )}
      <LongField
        {...text}
        field="riskNote"
        label="Risks of this visit"
        description="Besides those in the file"
      />
      <LongField
        {...text}
        field="accessNote"
        label="Getting in"
        description="For example: ring twice, side gate"
      />
    </fieldset>
  )
}

/** Another visit at that time is worth a word; two people may well go together, or one be moved next. */
function Clash({ state, client }: { state: PlanVisit; client: View<'client'> }) {
  const visits = useRecords('visit') ?? []
  if (problemsOf(state.form).length > 0) return null
  const clashes = overlapping(visits, {
    id: state.opened?.id ?? state.id,
    file: client.id,
    body: bodyOf(state),
  })
  const [first] = clashes
  if (!first) return null
  return (
    <Notice
      title="Another visit at that time"
      live
    >{`There is one ${formatMoment(first.body.startsAt)} already.`}</Notice>
  )
}

function reopened({ id, kind, version, contested, body }: View<'visit'>): PlanVisit {
  const [day = '', time = ''] = body.startsAt.split('T')
  return {
    id,
    opened: { id, kind, version, contested, body },
    form: {
      day,
      time: time.slice(0, 5),
      minutes: String(body.minutes ?? 60),
      place: body.place,
      address: body.address ?? '',
      purpose: body.purpose,
      coordinator: body.coordinator,
      riskNote: body.riskNote ?? '',
      accessNote: body.accessNote ?? '',
    },
  }
}

function beginForm(
  client: View<'client'>,
  visits: View<'visit'>[],
  person: string,
  purpose: string | null,
): VisitForm {
  const seen = visits.some(({ body }) => body.status === 'held')
  return {
    day: '',
    time: '',
    minutes: '60',
    place: 'home',
    address: '',
    purpose: purpose ?? (seen ? 'follow-up' : 'first'),
    coordinator: client.body.coordinator ?? person,
    riskNote: '',
    accessNote: '',
  }
}

function problemsOf(form: VisitForm): FieldProblem[] {
  return [
    ...(isDay(form.day) ? [] : [{ field: 'field-day', text: 'A day is needed that exists.' }]),
    ...(/^\d{2}:\d{2}$/.test(form.time) ? [] : [{ field: 'field-time', text: 'A time is needed.' }]),
  ]
}

function bodyOf({ opened, form }: PlanVisit): VisitBody {
  const { address: _address, riskNote: _riskNote, accessNote: _accessNote, ...rest } = opened?.body ?? {}
  return {
    status: 'planned',
    ...rest,
    startsAt: `${form.day}T${form.time}`,
    minutes: Number(form.minutes),
    place: form.place,
    purpose: form.purpose,
    coordinator: form.coordinator,
    ...given('address', form.place === 'phone' ? '' : form.address),
    ...given('riskNote', form.riskNote),
    ...given('accessNote', form.accessNote),
  }
}

/** What was left empty is not said at all. */
function given(field: 'address' | 'riskNote' | 'accessNote', typed: string): Partial<VisitBody> {
  return typed.trim() === '' ? {} : { [field]: typed.trim() }
}
