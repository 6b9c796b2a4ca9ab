import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { addMonths } from '#domain/calendar/day.ts'
import { takenBack } from '#domain/change/takeBack.ts'
import { decline } from '#domain/client/decline.ts'
import { clientName } from '#domain/client/name.ts'
import { useSettings } from '#store/settings.ts'
import { formatFullDay } from '#ui/dates.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import classes from './ClientFile.module.css'
import { NotHere } from './NotHere.tsx'
import { noReason, ReasonFields, reasonSchema } from './ReasonFields.tsx'
import { declineReasons, reasonWords } from './reasons.ts'
import { type ClientFile, useClientFile } from './useClientFile.ts'

/** Somebody does not want the service: why, and when they are asked again. */
export function DeclineScreen() {
  const { clientId = '' } = useParams()
  const file = useClientFile(clientId)
  const name = file ? clientName(file.client.body) : 'Case file'
  return (
    <Page
      title={file ? `${name} does not want it` : 'They do not want it'}
      tabName="They do not want it"
      back={{ to: `/clients/${clientId}`, label: name }}
    >
      {file === undefined && <Loading />}
      {file === null && <NotHere />}
      {file && <DeclineForm key={clientId} file={file} />}
    </Page>
  )
}

function DeclineForm({ file }: { file: ClientFile }) {
  const { client } = file
  const navigate = useNavigate()
  const { today } = useLocalNow()
  const { callBackMonths } = useSettings()
  const { save } = useSave()
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const draft = useFormDraft({
    id: `decline:${client.id}`,
    about: client.id,
    schema: reasonSchema,
    begin: noReason,
  })
  if (!draft.state) return <Loading />
  const form = draft.state
  const leave = () => void navigate(`/clients/${client.id}`)
  const finish = async () => {
    const reason = reasonWords(form)
    const found = reason === '' ? [{ field: 'field-reason', text: 'Choose a reason, or write one.' }] : []
    setProblems(found)
    if (found.length > 0) return
    const edits = decline(file, { reason, on: today, months: callBackMonths })
    if ((await draft.finish(edits)) === null) return
    offerUndo('Written down. They are asked again later.', async () => {
      await save(takenBack(edits, 'Declined by mistake'))
    })
    leave()
  }
  return (
    <>
      <ErrorSummary problems={problems} />
      <fieldset className={classes['fieldset']}>
        <legend>Why not?</legend>
        <ReasonFields
          legend="What do they say?"
          reasons={declineReasons}
          form={form}
          onChange={draft.change}
        />
      </fieldset>
      <WhatFollows file={file} callBackOn={addMonths(today, callBackMonths)} />
      <FormFoot
        draft={draft}
        label="They do not want it"
        onSave={() => void finish()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}

function WhatFollows({ file, callBackOn }: { file: ClientFile; callBackOn: string }) {
  const planned = file.visits.filter(({ body }) => body.status === 'planned').length
  return (
    <Notice title={`They are asked again on ${formatFullDay(callBackOn)}`}>
      It comes up on Today then.
      {planned > 0 &&
        ` ${planned === 1 ? 'The planned visit is' : `The ${planned} planned visits are`} called off.`}{' '}
      Whoever referred them is told that it is closed, not why.
    </Notice>
  )
}
