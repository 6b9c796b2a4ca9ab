import { Anchor, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { clientName } from '#domain/client/name.ts'
import { candidatesFor } from '#domain/duplicates/candidates.ts'
import type { ReferralBody } from '#domain/referral/referral.ts'
import type { Person } from '#protocol/account.ts'
import { newId } from '#store/ids.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { DayField } from '#ui/DayField.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { formatFullDay, isDay } from '#ui/dates.ts'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import classes from './ClientFile.module.css'
import {
  FileFields,
  HealthFields,
  NeedsFields,
  PersonFields,
  ReachFields,
  RiskFields,
} from './ClientFields.tsx'
import { bodyOf, type ClientForm, clientFormSchema, formOf } from './clientForm.ts'
import * as codes from '#words/codes.ts'
import { ChoiceField, LongField, TextField } from './fields.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'

const referralFormSchema = z.object({
  source: z.string(),
  referrerName: z.string(),
  referrerOrganisation: z.string(),
  referrerContact: z.string(),
  date: z.string(),
  method: z.string(),
  reasons: z.array(z.string()),
  presentingIssue: z.string(),
  consent: z.string(),
})
type ReferralForm = z.infer<typeof referralFormSchema>

/** The ids are made once, so that saving again after a lost answer says the same, not a second person. */
const newClientSchema = z.object({
  ids: z.object({ client: z.uuid(), referral: z.uuid() }),
  client: clientFormSchema,
  referral: referralFormSchema,
})
type NewClient = z.infer<typeof newClientSchema>

/** Somebody new, with the referral that brought them: saved together, or not at all. */
export function NewClientScreen() {
  const { person } = useWorkspace()
  return (
    <Page title="New client and referral" back={{ to: '/caseload', label: 'Caseload' }}>
      {person.team === null ? (
        <EmptyState title="A file belongs to a team">Ask the manager to add you to one.</EmptyState>
      ) : (
        <NewClientForm person={person} team={person.team} />
      )}
    </Page>
  )
}

function NewClientForm({ person, team }: { person: Person; team: string }) {
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [blank] = useState(() => begin(person, team, today))
  const draft = useFormDraft<NewClient>({
    id: 'new-client',
    about: 'new-client',
    schema: newClientSchema,
    begin: blank,
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  if (!draft.state) return <Loading />
  const { state } = draft
  const fields = {
    form: state.client,
    today,
    onChange: (change: Partial<ClientForm>) =>
      draft.change({ ...state, client: { ...state.client, ...change } }),
  }
  const save = async () => {
    const found = problemsOf(state)
    setProblems(found)
    if (found.length > 0) return
    const saved = await draft.finish(editsOf(state, { person, team, today }))
    if (saved !== 'saved') return
    tell('The new file is saved.')
    void navigate(`/clients/${state.ids.client}`)
  }
  const leave = () => void draft.discard().then(() => navigate('/caseload'))
  const nameError = problems.some(({ field }) => field === 'field-firstName') ? 'A name is needed' : undefined
  return (
    <>
      <ErrorSummary problems={problems} />
      <PersonFields {...fields} nameError={nameError} />
      <Perhaps state={state} />
      <ReferralFields
        form={state.referral}
        onChange={(change) => draft.change({ ...state, referral: { ...state.referral, ...change } })}
      />
      <ReachFields {...fields} />
      <HealthFields {...fields} />
      <NeedsFields {...fields} />
      <RiskFields {...fields} />
      <FileFields {...fields} withStatus={false} />
      <FormFoot draft={draft} label="Save new client" onSave={() => void save()} onLeave={leave} />
    </>
  )
}

/** People already here who may be the same: shown while typing, and never in the way. */
function Perhaps({ state }: { state: NewClient }) {
  const clients = useRecords('client')
  const { postcode, lines: _lines, ...typed } = state.client
  const same = candidatesFor({ ...typed, address: { lines: [], postcode } }, clients ?? [])
  if (same.length === 0) return null
  return (
    <Notice title="Perhaps already here" live tone="amber">
      <ul className={classes['list']}>
        {same.slice(0, 3).map(({ file: { id, body }, reasons }) => (
          <li key={id}>
            <Anchor component={Link} to={`/clients/${id}`} underline="always">
              {clientName(body)}
            </Anchor>
            {body.dateOfBirth && `, born ${formatFullDay(body.dateOfBirth)}`}:{' '}
            {reasons.map((reason) => codes.duplicateReason[reason]).join(', ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface ReferralFieldsProps {
  form: ReferralForm
  onChange: (change: Partial<ReferralForm>) => void
}

function ReferralFields({ form, onChange }: ReferralFieldsProps) {
  const { reasons, ...texts } = form
  const text = {
    form: texts,
    onText: (field: keyof typeof texts, typed: string) => onChange({ [field]: typed }),
  }
  return (
    <fieldset className={classes['fieldset']}>
      <legend>The referral</legend>
      <ChoiceField {...text} field="source" label="Who referred them" words={codes.referralSource} />
      <div className={classes['pair']}>
        <TextField {...text} field="referrerName" label="Name of the referrer" />
        <TextField {...text} field="referrerOrganisation" label="Their organisation" />
        <TextField {...text} field="referrerContact" label="How to reach the referrer" />
        <ChoiceField
          {...text}
          field="method"
          label="How it came"
          words={codes.referralMethod}
          none="Not known"
        />
      </div>
      <DayField
        label="Day of the referral"
        id="field-date"
        value={form.date}
        onChange={(date) => onChange({ date })}
      />
      <Checkbox.Group label="Reasons" value={reasons} onChange={(chosen) => onChange({ reasons: chosen })}>
        {Object.entries(codes.referralReason).map(([code, words]) => (
          <Checkbox key={code} value={code} label={words} mt="sm" />
        ))}
      </Checkbox.Group>
      <LongField {...text} field="presentingIssue" label="What it is about, in a few words" />
      <ChoiceField {...text} field="consent" label="Consent" words={codes.referralConsent} none="Not known" />
    </fieldset>
  )
}

function begin(person: Person, team: string, today: string): NewClient {
  const coordinator = person.role === 'coordinator' ? { coordinator: person.id } : {}
  const body: ClientBody = { firstName: '', familyName: '', team, status: 'waiting', ...coordinator }
  return {
    ids: { client: newId(), referral: newId() },
    client: formOf(body),
    referral: {
      source: 'gp',
      referrerName: '',
      referrerOrganisation: '',
      referrerContact: '',
      date: today,
      method: '',
      reasons: [],
      presentingIssue: '',
      consent: '',
    },
  }
}

function problemsOf({ client, referral }: NewClient): FieldProblem[] {
  const unnamed = client.firstName.trim() === '' && client.familyName.trim() === ''
  return [
    ...(unnamed ? [{ field: 'field-firstName', text: 'A name is needed: first or family name.' }] : []),
    ...(isDay(referral.date) ? [] : [{ field: 'field-date', text: 'The day of the referral is needed.' }]),
  ]
}

function editsOf(
  { ids, client, referral }: NewClient,
  { person, team, today }: { person: Person; team: string; today: string },
) {
  const blank: ClientBody = { firstName: '', familyName: '', team, status: 'waiting' }
  const body = bodyOf(client, blank, { person: person.id, today, newId })
  return [
    createRecord('client', ids.client, ids.client, body),
    createRecord('referral', ids.referral, ids.client, referralOf(referral, body.practice)),
  ]
}

function referralOf(form: ReferralForm, practice: string | undefined): ReferralBody {
  const referrer = {
    name: form.referrerName.trim(),
    ...given('organisation', form.referrerOrganisation),
    ...given('contact', form.referrerContact),
  }
  return {
    source: form.source,
    date: form.date,
    reasons: form.reasons,
    status: 'received',
    ...(Object.values(referrer).some((part) => part !== '') ? { referrer } : {}),
    ...(practice === undefined ? {} : { practice }),
    ...given('method', form.method),
    ...given('presentingIssue', form.presentingIssue),
    ...given('consent', form.consent),
  }
}

function given(field: string, typed: string): Record<string, string> {
  return typed.trim() === '' ? {} : { [field]: typed.trim() }
}
