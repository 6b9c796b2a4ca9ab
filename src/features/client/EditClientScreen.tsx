import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import { clientBody } from '#domain/client/client.ts'
import { clientName } from '#domain/client/name.ts'
import { sameJson } from '#domain/json.ts'
import { contestedSchema } from '#domain/record/record.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo, tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { NotHere } from './NotHere.tsx'
import { RestrictedNotice } from './RestrictedNotice.tsx'
import {
  FileFields,
  HealthFields,
  NeedsFields,
  PersonFields,
  ReachFields,
  RiskFields,
} from './ClientFields.tsx'
import { bodyOf, type ClientForm, clientFormSchema, formOf } from './clientForm.ts'
import { FormFoot } from '#ui/FormFoot.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'

/**
 * What the draft keeps: the form, and the record as it was when the form was opened. What is saved says what was
 * changed against that, so that a colleague's change of the same field becomes a question and is not overwritten.
 */
const editSchema = z.object({
  opened: z.object({
    id: z.string(),
    kind: z.literal('client'),
    version: z.number().int().positive(),
    contested: contestedSchema,
    body: clientBody,
  }),
  form: clientFormSchema,
})
type EditState = z.infer<typeof editSchema>

export function EditClientScreen() {
  const { clientId = '' } = useParams()
  const client = useRecord('client', clientId)
  const name = client ? clientName(client.body) : undefined
  return (
    <Page
      title={name ? `Details of ${name}` : 'Details'}
      tabName="Details"
      back={{ to: `/clients/${clientId}?part=details`, label: name ?? 'Case file' }}
    >
      {client === undefined && <Loading label="Opening the file…" />}
      {client === null && <NotHere />}
      {client && <EditClient key={clientId} client={client} />}
    </Page>
  )
}

function EditClient({ client }: { client: View<'client'> }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const draft = useFormDraft<EditState>({
    id: `edit-client:${client.id}`,
    about: client.id,
    schema: editSchema,
    begin: begin(client),
  })
  const [nameless, setNameless] = useState(false)
  if (!draft.state) return <Loading />
  const { opened, form } = draft.state
  const fields = {
    form,
    today,
    onChange: (change: Partial<ClientForm>) => draft.change({ opened, form: { ...form, ...change } }),
  }
  const leave = () => void navigate(`/clients/${client.id}?part=details`)

  const save = async () => {
    const unnamed = form.firstName.trim() === '' && form.familyName.trim() === ''
    setNameless(unnamed)
    if (unnamed) return
    const edit = editRecord(opened, bodyOf(form, opened.body, { person: person.id, today, newId }))
    const saved = await draft.finish([edit])
    if (saved === 'saved') tell('The details are saved.')
    if (saved !== null) leave()
  }
  const discard = async () => {
    const typed = draft.state
    const touched = typed !== undefined && !sameJson(plain(typed.form), plain(formOf(typed.opened.body)))
    await draft.discard()
    if (touched)
      offerUndo(
        'Left unsaved.',
        () => void draft.takeBack(typed).then(() => navigate(`/clients/${client.id}/edit`)),
      )
    leave()
  }

  return (
    <>
      <ErrorSummary
        problems={
          nameless ? [{ field: 'field-firstName', text: 'A name is needed: first or family name.' }] : []
        }
      />
      <RestrictedNotice restriction={client.body.restriction} />
      {!sameJson(plain(opened.body), plain(client.body)) && <ChangedMeanwhile />}
      <PersonFields {...fields} nameError={nameless ? 'A name is needed' : undefined} />
      <ReachFields {...fields} />
      <NeedsFields {...fields} />
      <RiskFields {...fields} />
      <HealthFields {...fields} />
      <FileFields {...fields} withReview />
      <FormFoot
        draft={draft}
        label="Save details"
        onSave={() => void save()}
        onLeave={() => void discard()}
      />
    </>
  )
}

function begin({ id, kind, version, contested, body }: View<'client'>): EditState {
  return { opened: { id, kind, version, contested, body }, form: formOf(body) }
}

function ChangedMeanwhile() {
  return (
    <Notice title="These details changed since you opened them" live>
      Go on: what you change is added. Where a colleague changed the same thing, you will both be asked which
      is right.
    </Notice>
  )
}

function plain(value: object) {
  return z.json().parse(JSON.parse(JSON.stringify(value)))
}
