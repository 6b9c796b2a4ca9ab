import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { createRecord } from '#domain/change/write.ts'
import { checked } from '#domain/directory/check.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { EntryFields } from '../form/EntryFields.tsx'
import { entryFormOf, entryFormSchema, entryOf, entryProblems } from '../form/entryForm.ts'
import { ManagersOnly } from '../ManagersOnly.tsx'
import { OrganisationSelect } from './OrganisationSelect.tsx'

const blank = { status: 'active' } as const

/** A service that the directory has not had so far. Whoever enters it has checked it. */
export function NewEntryScreen() {
  return (
    <Page title="Add a service" back={{ to: '/directory/upkeep', label: 'Directory upkeep' }}>
      <ManagersOnly>
        <NewEntry />
      </ManagersOnly>
    </Page>
  )
}

function NewEntry() {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [begin] = useState(() => entryFormOf(newId(), blank))
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft({ id: 'entry:new', about: 'directory', schema: entryFormSchema, begin })
  if (!draft.state) return <Loading />
  // Coming back from adding an organisation: it is that one, until another is chosen.
  const form = {
    ...draft.state,
    organisation: draft.state.organisation || (params.get('organisation') ?? ''),
  }
  const save = async () => {
    const found = entryProblems(form)
    setProblems(found)
    if (found.length > 0) return
    const entry = checked(entryOf(form, blank, today), { by: person.id, on: today })
    if ((await draft.finish([createRecord('service', form.id, null, entry)])) !== 'saved') return
    tell('It is in the directory.')
    void navigate(`/directory/upkeep/${form.id}`)
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <OrganisationSelect
        value={form.organisation}
        error={problems.find(({ field }) => field === 'field-organisation')?.text}
        onChange={(organisation) => draft.change({ ...form, organisation })}
      />
      <EntryFields form={form} problems={problems} mayWrite={() => true} onChange={draft.change} />
      <FormFoot
        draft={draft}
        label="Add it"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(() => navigate('/directory/upkeep'))}
      />
    </>
  )
}
