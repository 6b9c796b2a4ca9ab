import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { clientName } from '#domain/client/name.ts'
import { reopenFile } from '#domain/episode/closing.ts'
import type { ReferralBody } from '#domain/referral/referral.ts'
import { newId } from '#store/ids.ts'
import { useSettings } from '#store/settings.ts'
import { isDay } from '#ui/dates.ts'
import { DayField } from '#ui/DayField.tsx'
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
import { type ClientFile, useClientFile } from '../useClientFile.ts'

const reopeningSchema = z.object({
  id: z.uuid(),
  source: z.string(),
  referrerName: z.string(),
  date: z.string(),
  reasons: z.array(z.string()),
  presentingIssue: z.string(),
})
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
  const { today } = useLocalNow()
  const { reviewMonths } = useSettings()
  const navigate = useNavigate()
  const [noDay, setNoDay] = useState(false)
  const [begin] = useState((): Reopening => ({
    id: newId(),
    source: 'self',
    referrerName: '',
    date: today,
    reasons: [],
    presentingIssue: '',
  }))
  const draft = useFormDraft({
    id: `reopen-file:${file.client.id}`,
    about: file.client.id,
    schema: reopeningSchema,
    begin,
  })
  if (!draft.state) return <Loading />
  const { state } = draft
  const say = (change: Partial<Reopening>) => draft.change({ ...state, ...change })
  const leave = () => void navigate(`/clients/${file.client.id}`)
  const reopen = async () => {
    setNoDay(!isDay(state.date))
    if (!isDay(state.date)) return
    const referral = referralOf(state, file.client.body.practice)
    const saved = await draft.finish(reopenFile(file, { id: state.id, referral, on: today, reviewMonths }))
    if (saved === 'saved') tell('The file is open again.')
    if (saved !== null) leave()
  }
  const problems = noDay ? [{ field: 'field-date', text: 'The day of the referral is needed.' }] : []
  return (
    <>
      <ErrorSummary problems={problems} />
      <ReferralFields state={state} say={say} />
      <FormFoot
        draft={draft}
        label="Open the file again"
        onSave={() => void reopen()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}

function ReferralFields({ state, say }: { state: Reopening; say: (change: Partial<Reopening>) => void }) {
  const { reasons, id: _, ...texts } = state
  const text = { form: texts, onText: (field: keyof typeof texts, typed: string) => say({ [field]: typed }) }
  return (
    <fieldset className={fileClasses['fieldset']}>
      <legend>The new referral</legend>
      <ChoiceField {...text} field="source" label="Who referred them" words={codes.referralSource} />
      <TextField {...text} field="referrerName" label="Name of the referrer" />
      <DayField
        label="Day of the referral"
        id="field-date"
        value={state.date}
        onChange={(date) => say({ date })}
      />
      <Checkbox.Group label="Reasons" value={reasons} onChange={(chosen) => say({ reasons: chosen })}>
        {Object.entries(codes.referralReason).map(([code, words]) => (
          <Checkbox key={code} value={code} label={words} mt="sm" />
        ))}
      </Checkbox.Group>
      <LongField {...text} field="presentingIssue" label="What it is about, in a few words" />
    </fieldset>
  )
}

function referralOf(state: Reopening, practice: string | undefined): ReferralBody {
  const name = state.referrerName.trim()
  const issue = state.presentingIssue.trim()
  return {
    source: state.source,
    date: state.date,
    reasons: state.reasons,
    status: 'received',
    ...(name === '' ? {} : { referrer: { name } }),
    ...(issue === '' ? {} : { presentingIssue: issue }),
    ...(practice === undefined ? {} : { practice }),
  }
}
