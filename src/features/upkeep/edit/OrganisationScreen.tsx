import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { createRecord, editRecord } from '#domain/change/write.ts'
import { newId } from '#store/ids.ts'
import { useRecord } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FieldGroup } from '#ui/FieldGroup.tsx'
import { LongField, TextField } from '#ui/fields.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { openedNow, openedOrganisationSchema } from '../form/openedEntry.ts'
import { ManagersOnly } from '../ManagersOnly.tsx'
import {
  organisationFormOf,
  organisationFormSchema,
  organisationOf,
  organisationProblems,
} from './organisationForm.ts'

/** An organisation that runs services, or one more. */
export function OrganisationScreen() {
  const { organisationId = 'new' } = useParams()
  const isNew = organisationId === 'new'
  const organisation = useRecord('organisation', organisationId)
  return (
    <Page
      title={isNew ? 'Add an organisation' : (organisation?.body.name ?? 'Organisation')}
      back={{ to: isNew ? '/directory/new' : '/directory/upkeep', label: 'Back' }}
    >
      <ManagersOnly>
        {organisation === undefined && <Loading />}
        {organisation === null && !isNew && (
          <EmptyState title="This organisation is no longer in the directory" />
        )}
        {organisation !== undefined && (isNew || organisation) && (
          <Editor key={organisationId} organisation={organisation} />
        )}
      </ManagersOnly>
    </Page>
  )
}

const editSchema = z.object({ opened: openedOrganisationSchema.nullable(), form: organisationFormSchema })

function Editor({ organisation }: { organisation: View<'organisation'> | null }) {
  const navigate = useNavigate()
  const [begin] = useState(() => ({
    opened: organisation && openedNow(organisation),
    form: organisationFormOf(organisation?.id ?? newId(), organisation?.body ?? {}),
  }))
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft({
    id: `organisation:${organisation?.id ?? 'new'}`,
    about: 'directory',
    schema: editSchema,
    begin,
  })
  if (!draft.state) return <Loading />
  const { opened, form } = draft.state
  const leave = () => void navigate(-1)
  const save = async () => {
    const found = organisationProblems(form)
    setProblems(found)
    if (found.length > 0) return
    const body = organisationOf(form, opened?.body ?? {})
    const edit = opened ? editRecord(opened, body) : createRecord('organisation', form.id, null, body)
    const saved = await draft.finish([edit])
    if (saved === null) return
    if (saved === 'saved') tell('Saved.')
    if (opened) leave()
    else void navigate(`/directory/new?organisation=${form.id}`)
  }
  const field = {
    form,
    onText: (name: string, text: string) => draft.change({ opened, form: { ...form, [name]: text } }),
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <FieldGroup legend="The organisation">
        <TextField {...field} field="name" label="Name" error={problems[0]?.text} />
        <TextField {...field} field="alternate_name" label="Other name" />
        <LongField {...field} field="description" label="Description" />
        <TextField {...field} field="email" label="Email" type="email" />
        <TextField {...field} field="website" label="Website" description="With https:// in front" />
      </FieldGroup>
      <FormFoot
        draft={draft}
        label="Save"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}
