import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { clientName } from '#domain/client/name.ts'
import { reopenFile } from '#domain/episode/closing.ts'
import {
  blankReferral,
  type ReferralEntry,
  referralEntered,
  referralEntrySchema,
} from '#domain/referral/entered.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { NotHere } from '../NotHere.tsx'
import { DangerFields, ReferralFields } from '../ReferralFields.tsx'
import { referralProblems } from '../referralProblems.ts'
import { type ClientFile, useClientFile } from '../useClientFile.ts'

const reopeningSchema = z.object({ id: z.uuid(), referral: referralEntrySchema })
type Reopening = z.infer<typeof reopeningSchema>

/** Somebody comes back: a new referral begins another time with the service; the one before stays as it was. */
export function ReopenScreen() {
  const { clientId = '' } = useParams()
  const file = useClientFile(clientId)
  const name = file ? clientName(file.client.body) : 'Case file'
  return (
    <Page
      title={file ? `${name} has come back` : 'Open a file again'}
      tabName="Open a file again"
      lead="A new referral opens the file again. What was before stays in it, with its own days."
      back={{ to: `/clients/${clientId}`, label: name }}
    >
      {file === undefined && <Loading label="Opening the file…" />}
      {file === null && <NotHere />}
      {file && <ReopenForm key={clientId} file={file} />}
    </Page>
  )
}

function ReopenForm({ file }: { file: ClientFile }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const { reviewMonths } = useSettings()
  const navigate = useNavigate()
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [begin] = useState((): Reopening => ({
    id: newId(),
    referral: {
      ...blankReferral,
      source: 'self',
      date: today,
      practice: file.client.body.practice ?? '',
    },
  }))
  const draft = useFormDraft({
    id: `reopen-file:${file.client.id}`,
    about: file.client.id,
    schema: reopeningSchema,
    begin,
  })
  if (!draft.state) return <Loading />
  const { state } = draft
  const referral = {
    form: state.referral,
    onChange: (change: Partial<ReferralEntry>) =>
      draft.change({ ...state, referral: { ...state.referral, ...change } }),
  }
  const leave = () => void navigate(`/clients/${file.client.id}`)
  const reopen = async () => {
    const found = referralProblems(state.referral)
    setProblems(found)
    if (found.length > 0) return
    const entered = referralEntered(state.referral, person.service)
    const reopening = { id: state.id, referral: entered, on: today, reviewMonths }
    const saved = await draft.finish(reopenFile(file, reopening))
    if (saved === 'saved') tell('The file is open again.')
    if (saved !== null) leave()
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <DangerFields {...referral} />
      <ReferralFields {...referral} />
      <FormFoot
        draft={draft}
        label="Open the file again"
        onSave={() => void reopen()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}
