import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { createRecord, editRecord } from '#domain/change/write.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { clientName } from '#domain/client/name.ts'
import {
  blankReferral,
  type ReferralEntry,
  referralEntered,
  referralEntrySchema,
} from '#domain/referral/entered.ts'
import type { RelatedPersonBody } from '#domain/relatedPerson/relatedPerson.ts'
import type { Person } from '#protocol/account.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FieldGroup, Pair } from '#ui/FieldGroup.tsx'
import { TextField } from '#ui/fields.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { NotHere } from '../NotHere.tsx'
import { DangerFields, ReferralFields } from '../ReferralFields.tsx'
import { referralProblems } from '../referralProblems.ts'

/** The ids are made once, so that saving again after a lost answer says the same, not a second person. */
const beginningSchema = z.object({
  ids: z.object({ client: z.uuid(), referral: z.uuid() }),
  firstName: z.string(),
  familyName: z.string(),
  phone: z.string(),
  referral: referralEntrySchema,
})
type Beginning = z.infer<typeof beginningSchema>

/** A file for somebody around a client: a carer is a client in their own right. */
export function BeginFileScreen() {
  const { clientId = '', personId = '' } = useParams()
  const client = useRecord('client', clientId)
  const related = useRecord('relatedPerson', personId)
  const name = client ? clientName(client.body) : 'Case file'
  const here = client && related
  return (
    <Page
      title={here ? `Begin a file for ${related.body.name}` : 'Begin a file'}
      tabName="Begin a file"
      back={{ to: `/clients/${clientId}?part=people`, label: name }}
    >
      {(client === undefined || related === undefined) && <Loading />}
      {(client === null || related === null) && <NotHere />}
      {here && <BeginForm key={personId} client={client} related={related} />}
    </Page>
  )
}

function BeginForm({ client, related }: { client: View<'client'>; related: View<'relatedPerson'> }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [begin] = useState(() => beginningOf(related.body, client.body.practice, today))
  const draft = useFormDraft({
    id: `begin-file:${related.id}`,
    about: client.id,
    schema: beginningSchema,
    begin,
  })
  if (!draft.state) return <Loading />
  const { state } = draft
  const text = {
    form: state,
    onText: (field: 'firstName' | 'familyName' | 'phone', typed: string) =>
      draft.change({ ...state, [field]: typed }),
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
    const { ids } = state
    const saved = await draft.finish([
      createRecord('client', ids.client, ids.client, clientOf(state, { related, client, person })),
      createRecord('referral', ids.referral, ids.client, referralEntered(state.referral, person.service)),
      editRecord(related, { ...related.body, client: ids.client }),
    ])
    if (saved !== 'saved') return
    tell('The new file is saved.')
    void navigate(`/clients/${ids.client}?part=people`)
  }
  const leave = () => void navigate(`/clients/${client.id}?part=people`)
  return (
    <>
      <ErrorSummary problems={problems} />
      <DangerFields {...referral} />
      <FieldGroup legend="Who it is">
        <Pair>
          <TextField {...text} field="firstName" label="First name" />
          <TextField {...text} field="familyName" label="Family name" />
          <TextField {...text} field="phone" label="Phone" type="tel" />
        </Pair>
      </FieldGroup>
      <ReferralFields {...referral} />
      <FormFoot
        draft={draft}
        label="Begin the file"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}

/** The last word of a name is the family's most often; both are there to be put right. */
function beginningOf(
  { name, phone, roles }: RelatedPersonBody,
  practice: string | undefined,
  today: string,
): Beginning {
  const words = name.trim().split(/\s+/)
  const carer = roles.includes('carer')
  return {
    ids: { client: newId(), referral: newId() },
    firstName: words.length > 1 ? words.slice(0, -1).join(' ') : name.trim(),
    familyName: words.length > 1 ? (words.at(-1) ?? '') : '',
    phone: phone ?? '',
    referral: {
      ...blankReferral,
      source: 'self',
      date: today,
      practice: practice ?? '',
      reasons: carer ? ['carer'] : [],
      presentingIssue: carer ? 'Cares for somebody whom we know.' : '',
    },
  }
}

function problemsOf({ firstName, familyName, referral }: Beginning): FieldProblem[] {
  const unnamed = firstName.trim() === '' && familyName.trim() === ''
  return [
    ...(unnamed ? [{ field: 'field-firstName', text: 'A name is needed: first or family name.' }] : []),
    ...referralProblems(referral),
  ]
}

interface Around {
  related: View<'relatedPerson'>
  client: View<'client'>
  person: Person
}

function clientOf(state: Beginning, { related, client, person }: Around): ClientBody {
  const carer = related.body.roles.includes('carer')
  const coordinator = person.role === 'coordinator' ? person.id : client.body.coordinator
  return {
    firstName: state.firstName.trim(),
    familyName: state.familyName.trim(),
    ...(state.phone.trim() === '' ? {} : { phone: state.phone.trim() }),
    ...(carer ? { carerStatus: 'carer' } : {}),
    ...(related.body.roles.includes('household') && client.body.address
      ? { address: client.body.address }
      : {}),
    team: client.body.team,
    ...(coordinator === undefined ? {} : { coordinator }),
    status: 'waiting',
  }
}
