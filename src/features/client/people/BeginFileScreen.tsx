import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { createRecord, editRecord } from '#domain/change/write.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { clientName } from '#domain/client/name.ts'
import type { ReferralBody } from '#domain/referral/referral.ts'
import type { RelatedPersonBody } from '#domain/relatedPerson/relatedPerson.ts'
import type { Person } from '#protocol/account.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import * as codes from '#words/codes.ts'
import fileClasses from '../ClientFile.module.css'
import { NotHere } from '../ClientFileScreen.tsx'
import { ChoiceField, LongField, TextField } from '#ui/fields.tsx'

/** The ids are made once, so that saving again after a lost answer says the same, not a second person. */
const beginningSchema = z.object({
  ids: z.object({ client: z.uuid(), referral: z.uuid() }),
  firstName: z.string(),
  familyName: z.string(),
  phone: z.string(),
  source: z.string(),
  presentingIssue: z.string(),
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
  const [nameless, setNameless] = useState(false)
  const [begin] = useState(() => beginningOf(related.body))
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
    onText: (field: Exclude<keyof Beginning, 'ids'>, typed: string) =>
      draft.change({ ...state, [field]: typed }),
  }
  const save = async () => {
    const unnamed = state.firstName.trim() === '' && state.familyName.trim() === ''
    setNameless(unnamed)
    if (unnamed) return
    const { ids } = state
    const saved = await draft.finish([
      createRecord('client', ids.client, ids.client, clientOf(state, { related, client, person })),
      createRecord('referral', ids.referral, ids.client, referralOf(state, { related, client, today })),
      editRecord(related, { ...related.body, client: ids.client }),
    ])
    if (saved !== 'saved') return
    tell('The new file is saved.')
    void navigate(`/clients/${ids.client}?part=people`)
  }
  const leave = () => void navigate(`/clients/${client.id}?part=people`)
  return (
    <>
      <ErrorSummary
        problems={
          nameless ? [{ field: 'field-firstName', text: 'A name is needed: first or family name.' }] : []
        }
      />
      <fieldset className={fileClasses['fieldset']}>
        <legend>Who it is</legend>
        <div className={fileClasses['pair']}>
          <TextField {...text} field="firstName" label="First name" />
          <TextField {...text} field="familyName" label="Family name" />
          <TextField {...text} field="phone" label="Phone" type="tel" />
          <ChoiceField {...text} field="source" label="Who referred them" words={codes.referralSource} />
        </div>
        <LongField {...text} field="presentingIssue" label="What it is about, in a few words" />
      </fieldset>
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
function beginningOf({ name, phone, roles }: RelatedPersonBody): Beginning {
  const words = name.trim().split(/\s+/)
  return {
    ids: { client: newId(), referral: newId() },
    firstName: words.length > 1 ? words.slice(0, -1).join(' ') : name.trim(),
    familyName: words.length > 1 ? (words.at(-1) ?? '') : '',
    phone: phone ?? '',
    source: 'self',
    presentingIssue: roles.includes('carer') ? 'Cares for somebody whom we know.' : '',
  }
}

interface Around {
  related: View<'relatedPerson'>
  client: View<'client'>
}

function clientOf(state: Beginning, { related, client, person }: Around & { person: Person }): ClientBody {
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

function referralOf(state: Beginning, { related, today }: Around & { today: string }): ReferralBody {
  const issue = state.presentingIssue.trim()
  return {
    source: state.source,
    date: today,
    reasons: related.body.roles.includes('carer') ? ['carer'] : [],
    ...(issue === '' ? {} : { presentingIssue: issue }),
    status: 'received',
  }
}
