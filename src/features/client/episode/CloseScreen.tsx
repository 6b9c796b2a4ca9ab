import { Radio, Textarea } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { clientName } from '#domain/client/name.ts'
import { closeFile } from '#domain/episode/closing.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import * as codes from '#words/codes.ts'
import { NotHere } from '../NotHere.tsx'
import { type ClientFile, useClientFile, useNames } from '../useClientFile.ts'
import classes from './Episode.module.css'
import { stillOpen } from './stillOpen.ts'

const closingSchema = z.object({ reason: z.string(), note: z.string() })

/** Closing a file: why, in a choice and in own words, having been told what is still open. */
export function CloseScreen() {
  const { clientId = '' } = useParams()
  const file = useClientFile(clientId)
  const name = file ? clientName(file.client.body) : 'Case file'
  return (
    <Page
      title={file ? `Close the file of ${name}` : 'Close a file'}
      tabName="Close a file"
      back={{ to: `/clients/${clientId}`, label: name }}
    >
      {file === undefined && <Loading label="Opening the file…" />}
      {file === null && <NotHere />}
      {file && <CloseForm key={clientId} file={file} />}
    </Page>
  )
}

const IN_OWN_WORDS = 'other'

function CloseForm({ file }: { file: ClientFile }) {
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [unsaid, setUnsaid] = useState(false)
  const draft = useFormDraft({
    id: `close-file:${file.client.id}`,
    about: file.client.id,
    schema: closingSchema,
    begin: { reason: '', note: '' },
  })
  if (!draft.state) return <Loading />
  const { state } = draft
  const leave = () => void navigate(`/clients/${file.client.id}`)
  const close = async () => {
    const own = state.reason === IN_OWN_WORDS
    const reason = own ? state.note.trim() : state.reason
    setUnsaid(reason === '')
    if (reason === '') return
    const saved = await draft.finish(closeFile(file, { reason, note: own ? '' : state.note, on: today }))
    if (saved === 'saved') tell('The file is closed. It can be opened again at any time.')
    if (saved !== null) leave()
  }
  return (
    <div className={classes['form']}>
      <ErrorSummary
        problems={unsaid ? [{ field: 'closing-reason', text: 'Say why the file is closed.' }] : []}
      />
      <StillOpen file={file} />
      <Radio.Group
        id="closing-reason"
        label="Why is it closed?"
        value={state.reason}
        error={unsaid ? 'Choose one, or say it in your own words' : undefined}
        onChange={(reason) => draft.change({ ...state, reason })}
      >
        {[...Object.entries(codes.closingReason), [IN_OWN_WORDS, 'Another reason']].map(([code, words]) => (
          <Radio key={code} value={code} label={words} mt="sm" />
        ))}
      </Radio.Group>
      <Textarea
        label={state.reason === IN_OWN_WORDS ? 'The reason, in your own words' : 'In your own words'}
        description={state.reason === IN_OWN_WORDS ? undefined : 'If there is more to say'}
        value={state.note}
        minRows={2}
        onChange={(event) => draft.change({ ...state, note: event.currentTarget.value })}
      />
      <FormFoot
        draft={draft}
        label="Close the file"
        onSave={() => void close()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </div>
  )
}

/** What is not finished: it is said, and keeps nobody from closing. */
function StillOpen({ file }: { file: ClientFile }) {
  const names = useNames()
  const open = stillOpen(file, names)
  if (open.length === 0)
    return <Notice icon={<IconInfoCircle size={22} />}>Nothing in it is still open.</Notice>
  return (
    <Notice icon={<IconInfoCircle size={22} />} title="Still open in this file">
      <ul className={classes['list']}>
        {open.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>It stays as it is. You can close the file all the same.</p>
    </Notice>
  )
}
