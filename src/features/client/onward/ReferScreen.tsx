import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { takesReferrals } from '#domain/directory/choose.ts'
import { clientName } from '#domain/client/name.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import { dayOf } from '#ui/dates.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { NotHere } from '../NotHere.tsx'
import { type ClientFile, useClientFile } from '../useClientFile.ts'
import {
  beginOnward,
  editOf,
  type OnwardForm,
  onwardFormSchema,
  problemsOf,
  toShareOf,
} from './onwardForm.ts'
import { Preview } from './Preview.tsx'
import { ServiceChoice } from './ServiceChoice.tsx'
import { ShareChoices } from './ShareChoices.tsx'
import { type Offered, useServices } from './useServices.ts'

/** Refers somebody to a service of the directory, or notes that they were told about it, without a visit. */
export function ReferScreen() {
  const { clientId = '' } = useParams()
  const file = useClientFile(clientId)
  const services = useServices()
  const name = file ? clientName(file.client.body) : 'Case file'
  return (
    <Page
      title={file ? `Refer to a service: ${name}` : 'Refer to a service'}
      tabName="Refer to a service"
      back={{ to: `/clients/${clientId}?part=referrals`, label: name }}
    >
      {(file === undefined || services === undefined) && <Loading />}
      {file === null && <NotHere />}
      {file && services && <ReferForm key={clientId} file={file} services={services} name={name} />}
    </Page>
  )
}

interface FormProps {
  file: ClientFile
  services: readonly Offered[]
  name: string
}

function ReferForm({ file, services, name }: FormProps) {
  const { person } = useWorkspace()
  const phone = useRecord('staff', person.id)?.body.phone
  const navigate = useNavigate()
  const [begin] = useState(() => beginOnward(newId()))
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft<OnwardForm>({
    id: `onward:${file.client.id}`,
    about: file.client.id,
    schema: onwardFormSchema,
    begin,
  })
  if (!draft.state) return <Loading />
  const form = draft.state
  const chosen = services.find(({ id }) => id === form.service)
  const change = (next: Partial<OnwardForm>) => draft.change({ ...form, ...next })
  const leave = () => void navigate(`/clients/${file.client.id}?part=referrals`)
  const save = async () => {
    const found = problemsOf({ ...form, service: chosen ? form.service : '' })
    setProblems(found)
    if (found.length > 0 || !chosen) return
    const asking = { person: { ...person, phone }, service: chosen.body, today: dayOf(new Date()) }
    if ((await draft.finish([editOf(form, file, asking)])) !== 'saved') return
    tell(form.as === 'referral' ? `Referred to ${chosen.body.name}.` : 'Noted that they were told.')
    leave()
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <Stack gap="lg">
        <ServiceChoice
          services={services}
          chosen={form.service}
          onChoose={(id) => change(chooseAs(services, id, form))}
        />
        {chosen && <HowFields form={form} change={change} takes={takesReferrals(chosen.body)} name={name} />}
        {chosen && form.as === 'referral' && (
          <>
            <ShareChoices
              name={name}
              agreed={form.agreedToShare}
              onChange={(agreedToShare) => change({ agreedToShare })}
            />
            <Preview
              who={chosen.organisation}
              agreed={form.agreedToShare}
              toShare={toShareOf(file, form.reason)}
            />
            <Consent form={form} change={change} name={name} />
          </>
        )}
      </Stack>
      <FormFoot
        draft={draft}
        label={form.as === 'referral' ? 'Send the referral' : 'Save'}
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}

/** A service that takes none cannot be referred to; its details can be given. */
function chooseAs(services: readonly Offered[], id: string, { as }: OnwardForm): Partial<OnwardForm> {
  const service = services.find((each) => each.id === id)
  return { service: id, as: service && !takesReferrals(service.body) ? 'signpost' : as }
}

interface PartProps {
  form: OnwardForm
  change: (next: Partial<OnwardForm>) => void
  name: string
}

function HowFields({ form, change, takes }: PartProps & { takes: boolean }) {
  const referral = form.as === 'referral'
  return (
    <>
      <Radio.Group
        label="Referral, or only the details?"
        description={takes ? undefined : 'This service takes no referrals now.'}
        value={form.as}
        onChange={(as) => change({ as: as === 'referral' ? 'referral' : 'signpost' })}
      >
        <Stack gap="md" mt="sm">
          <Radio size="md" value="referral" label="A referral, which they answer" disabled={!takes} />
          <Radio size="md" value="signpost" label="The details were given, nobody has to answer" />
        </Stack>
      </Radio.Group>
      <Textarea
        label={referral ? 'Why this service, for them to read' : 'Note'}
        value={form.reason}
        minRows={2}
        autoComplete="off"
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </>
  )
}

function Consent({ form, change, name }: PartProps) {
  return (
    <Radio.Group
      id="field-consent"
      label={`Does ${name} agree to this referral?`}
      value={form.consent}
      onChange={(consent) => change({ consent: consent === 'yes' ? 'yes' : 'no' })}
    >
      <Stack gap="md" mt="sm">
        <Radio size="md" value="yes" label="Yes, to this service and to what it will see" />
        <Radio size="md" value="no" label="No" />
      </Stack>
    </Radio.Group>
  )
}
