import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import { isProposable, proposalOf } from '#domain/correction/corrections.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FieldGroup } from '#ui/FieldGroup.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { EntryFields } from '../form/EntryFields.tsx'
import { entryFormOf, entryFormSchema, entryOf, entryProblems } from '../form/entryForm.ts'
import { openedEntrySchema, openedNow } from '../form/openedEntry.ts'

/** How a provider would have their entry read. */
export function ProposeScreen() {
  const { serviceId = '' } = useParams()
  const service = useRecord('service', serviceId)
  return (
    <Page
      title="Propose a change"
      back={{ to: `/entries/${serviceId}`, label: service?.body.name ?? 'The entry' }}
      lead="Write it as it should read. Somebody of the service looks at it, and you are told what became of it."
    >
      {service === undefined && <Loading />}
      {(service === null || service?.deleted) && (
        <EmptyState title="This entry is no longer in the directory" />
      )}
      {service && !service.deleted && <Proposing key={service.id} service={service} />}
    </Page>
  )
}

const proposeSchema = z.object({
  opened: openedEntrySchema,
  id: z.uuid(),
  entry: entryFormSchema,
  note: z.string(),
})

function Proposing({ service }: { service: View<'service'> }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [begin] = useState(() => ({
    opened: openedNow(service),
    id: newId(),
    entry: entryFormOf(service.id, service.body),
    note: '',
  }))
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft({ id: `propose:${service.id}`, about: service.id, schema: proposeSchema, begin })
  if (!draft.state) return <Loading />
  const { opened, id, entry, note } = draft.state
  const leave = () => void navigate(`/entries/${service.id}`)
  const save = async () => {
    const name = person.organisation ? `${person.name}, ${person.organisation.name}` : person.name
    const found = entryProblems(entry)
    const proposal =
      found.length > 0
        ? null
        : proposalOf(opened, entryOf(entry, opened.body, today), {
            note,
            by: { id: person.id, name },
            at: new Date().toISOString(),
          })
    setProblems(
      found.length === 0 && !proposal ? [{ text: 'Nothing is different from how it reads now.' }] : found,
    )
    if (!proposal) return
    if ((await draft.finish([createRecord('correction', id, null, proposal)])) !== 'saved') return
    tell('Proposed. You are told here what becomes of it.')
    leave()
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <EntryFields
        form={entry}
        problems={problems}
        mayWrite={isProposable}
        onChange={(next) => draft.change({ opened, id, entry: next, note })}
      />
      <FieldGroup legend="A word with it">
        <Textarea
          label="Anything the service should know"
          description="May be left empty."
          autoComplete="off"
          autosize
          minRows={2}
          value={note}
          onChange={(event) => draft.change({ opened, id, entry, note: event.currentTarget.value })}
        />
      </FieldGroup>
      <FormFoot
        draft={draft}
        label="Propose it"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}
