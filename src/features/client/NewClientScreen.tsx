import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { clientName } from '#domain/client/name.ts'
import { candidatesFor } from '#domain/duplicates/candidates.ts'
import {
  blankReferral,
  referralEntered,
  type ReferralEntry,
  referralEntrySchema,
} from '#domain/referral/entered.ts'
import type { Person } from '#protocol/account.ts'
import { newId } from '#store/ids.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { formatFullDay } from '#ui/dates.ts'
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
import { DangerFields, ReferralFields } from './ReferralFields.tsx'
import { referralProblems } from './referralProblems.ts'
import { FormFoot } from '#ui/FormFoot.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'

/** The ids are made once, so that saving again after a lost answer says the same, not a second person. */
const newClientSchema = z.object({
  ids: z.object({ client: z.uuid(), referral: z.uuid() }),
  client: clientFormSchema,
  referral: referralEntrySchema,
})
type NewClient = z.infer<typeof newClientSchema>

/** Somebody new, with the referral that brought them: saved together, or not at all. */
export function NewClientScreen() {
  const { person } = useWorkspace()
  const team = person.team ?? person.intakeTeam ?? null
  return (
    <Page title="New client and referral" back={{ to: '/caseload', label: 'Caseload' }}>
      {team === null ? (
        <EmptyState title="A file belongs to a team">Ask the manager to add you to one.</EmptyState>
      ) : (
        <NewClientForm person={person} team={team} />
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
  const referral = {
    form: state.referral,
    onChange: (change: Partial<ReferralEntry>) =>
      draft.change({ ...state, referral: { ...state.referral, ...change } }),
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
      <DangerFields {...referral} />
      <PersonFields {...fields} nameError={nameError} />
      <Perhaps state={state} />
      <ReferralFields {...referral} />
      <ReachFields {...fields} />
      <HealthFields {...fields} />
      <NeedsFields {...fields} />
      <RiskFields {...fields} />
      <FileFields {...fields} withReview={false} />
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

function begin(person: Person, team: string, today: string): NewClient {
  const coordinator = person.role === 'coordinator' ? { coordinator: person.id } : {}
  const body: ClientBody = { firstName: '', familyName: '', team, status: 'waiting', ...coordinator }
  return {
    ids: { client: newId(), referral: newId() },
    client: formOf(body),
    referral: { ...blankReferral, source: 'gp', date: today },
  }
}

interface Author {
  person: Person
  team: string
  today: string
}

function problemsOf({ client, referral }: NewClient): FieldProblem[] {
  const unnamed = client.firstName.trim() === '' && client.familyName.trim() === ''
  return [
    ...(unnamed ? [{ field: 'field-firstName', text: 'A name is needed: first or family name.' }] : []),
    ...referralProblems(referral),
  ]
}

function editsOf({ ids, client, referral }: NewClient, { person, team, today }: Author) {
  const blank: ClientBody = { firstName: '', familyName: '', team, status: 'waiting' }
  const body = bodyOf(client, blank, { person: person.id, today, newId })
  const entered = { ...referral, practice: body.practice ?? '' }
  return [
    createRecord('client', ids.client, ids.client, body),
    createRecord('referral', ids.referral, ids.client, referralEntered(entered, person.service)),
  ]
}
