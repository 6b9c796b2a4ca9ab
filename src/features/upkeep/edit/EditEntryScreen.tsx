import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { z } from 'zod'
import { takenBack } from '#domain/change/takeBack.ts'
import { editRecord } from '#domain/change/write.ts'
import { decided } from '#domain/correction/corrections.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FieldGroup } from '#ui/FieldGroup.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow, useNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import { reportedWords } from '#words/upkeep/upkeepWords.ts'
import { useCorrections } from '../entry/useCorrections.ts'
import { EntryFields } from '../form/EntryFields.tsx'
import { entryFormOf, entryFormSchema, entryOf, entryProblems } from '../form/entryForm.ts'
import { openedEntrySchema, openedNow } from '../form/openedEntry.ts'
import { ManagersOnly } from '../ManagersOnly.tsx'
import { OrganisationSelect } from './OrganisationSelect.tsx'

/** An entry in full. */
export function EditEntryScreen() {
  const { serviceId = '' } = useParams()
  const service = useRecord('service', serviceId)
  return (
    <Page
      title={service?.body.name ? `Edit ${service.body.name}` : 'Edit the entry'}
      back={{ to: `/directory/upkeep/${serviceId}`, label: service?.body.name ?? 'The entry' }}
    >
      <ManagersOnly>
        {service === undefined && <Loading />}
        {(service === null || service?.deleted) && (
          <EmptyState title="This service is no longer in the directory" />
        )}
        {service && !service.deleted && <Editor key={service.id} service={service} />}
      </ManagersOnly>
    </Page>
  )
}

const editSchema = z.object({
  opened: openedEntrySchema,
  entry: entryFormSchema,
  settles: z.array(z.string()),
})

function Editor({ service }: { service: View<'service'> }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const undoing = useSave()
  const [params] = useSearchParams()
  const [begin] = useState(() => ({
    opened: openedNow(service),
    entry: entryFormOf(service.id, service.body),
    settles: params.getAll('settles'),
  }))
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const reports = useCorrections(service.id, 'staff')
  const draft = useFormDraft({
    id: `entry:${service.id}`,
    about: service.id,
    schema: editSchema,
    begin,
  })
  if (!draft.state) return <Loading />
  const { opened, entry, settles } = draft.state
  const leave = () => void navigate(`/directory/upkeep/${service.id}`)
  const save = async () => {
    const found = entryProblems(entry)
    setProblems(found)
    if (found.length > 0) return
    const decision = { status: 'taken' as const, by: person.id, at: new Date().toISOString(), answer: '' }
    const edits = [
      editRecord(opened, entryOf(entry, opened.body, today)),
      ...reports
        .filter(({ id }) => settles.includes(id))
        .map((report) => editRecord(report, decided(report.body, decision))),
    ].filter((edit) => edit !== null)
    const saved = await draft.finish(edits)
    if (saved === null) return
    if (saved === 'saved')
      offerUndo('The entry is changed.', async () => void (await undoing.save(takenBack(edits, 'Undone'))))
    leave()
  }
  const problem = (field: string) => problems.find((each) => each.field === field)?.text
  return (
    <>
      <ErrorSummary problems={problems} />
      {reports.length > 0 && (
        <Settles
          reports={reports}
          value={settles}
          onChange={(next) => draft.change({ opened, entry, settles: next })}
        />
      )}
      <EntryFields
        form={entry}
        problems={problems}
        mayWrite={() => true}
        onChange={(next) => draft.change({ opened, entry: next, settles })}
      />
      <OrganisationSelect
        value={entry.organisation}
        error={problem('field-organisation')}
        onChange={(organisation) => draft.change({ opened, entry: { ...entry, organisation }, settles })}
      />
      <FormFoot
        draft={draft}
        label="Save the entry"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}

interface SettlesProps {
  reports: readonly View<'correction'>[]
  value: string[]
  onChange: (value: string[]) => void
}

function Settles({ reports, value, onChange }: SettlesProps) {
  const now = useNow()
  return (
    <FieldGroup legend="What this puts right">
      <Checkbox.Group label="Tick what is dealt with by this change" value={value} onChange={onChange}>
        {reports.map(({ id, body }) => (
          <Checkbox key={id} value={id} mt="sm" label={reportedWords(body, now)} description={body.note} />
        ))}
      </Checkbox.Group>
    </FieldGroup>
  )
}
