import { Button, Group, Stack } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconDownload, IconPencil, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { canStillTurn } from '#domain/change/receipt.ts'
import type { Result } from '#domain/result.ts'
import type { KeepFault } from '#store/faults.ts'
import { isWithManager } from '#store/outbox.ts'
import { useOutbox, useWorkspace } from '#store/react.ts'
import type { OutboxEntry } from '#store/workspace.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { subjectOfChange } from '../changeWords.ts'
import { exportWork } from '../exportWork.ts'
import { refusalWords } from '../refusalWords.ts'
import { useFiles } from '../useFiles.ts'
import { useNames } from '../wording/names.ts'
import { placeOf } from '../wording/subject.ts'
import { Discard } from './Discard.tsx'
import { PutAway } from './PutAway.tsx'
import { WhatWasInIt } from './WhatWasInIt.tsx'

const back = { to: '/sync', label: 'Sync' }

/** A change that the service would not take: why, what was in it, and what can be done. Nothing of it is lost. */
export function RefusedScreen() {
  const { changeId } = useParams()
  const outbox = useOutbox()
  if (!outbox) return <Loading />
  const entry = outbox.find(({ change, state }) => change.id === changeId && state === 'refused')
  return entry ? <Refused entry={entry} /> : <Gone />
}

function Refused({ entry }: { entry: OutboxEntry }) {
  const { person } = useWorkspace()
  const nameOf = useNames()
  const entries = [entry]
  const fileOf = useFiles(entries)
  const { sendAgain, discard, putAway, fault } = useRefused(entry)
  const { why, advice } = refusalWords(entry.receipt?.reason)
  const held = isWithManager(entry)
  const reviewed = entry.receipt !== null && canStillTurn(entry.receipt)
  const note = entry.receipt?.reason === 'declined' ? entry.receipt.detail : undefined
  const [first] = entry.change.edits
  const file = first && (first.op === 'create' ? first.file : (fileOf(first.id) ?? null))
  const place = first ? placeOf({ id: first.id, kind: first.kind, file: file ?? null }, person.role) : null
  return (
    <Page
      title={`${held ? 'With a manager' : reviewed ? 'Left out' : 'Not taken'}: ${subjectOfChange(entry.change, fileOf, nameOf)}`}
      tabName={held ? 'With a manager' : 'Not taken'}
      back={back}
      lead={`Saved by you on this device, ${formatMoment(entry.change.at)}. It is still here.`}
    >
      <ErrorSummary title="That did not work" problems={fault ? [{ text: keepFaultWords(fault) }] : []} />
      <Stack gap="lg">
        <Notice tone={held ? 'plain' : 'amber'} icon={<IconArrowBackUp size={24} />} title={why}>
          {note && <div>They wrote: “{note}”</div>}
          {advice}
        </Notice>
        <div>
          <WhatWasInIt change={entry.change} />
        </div>
      </Stack>
      <Group>
        {place && !reviewed && (
          <Button component={Link} to={place} leftSection={<IconPencil size={20} aria-hidden />}>
            Open the record
          </Button>
        )}
        {!reviewed && (
          <Button variant="default" leftSection={<IconSend size={20} aria-hidden />} onClick={sendAgain}>
            Send again
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() => exportWork(entries, { id: person.id, name: person.name }, new Date())}
        >
          Export as a file
        </Button>
      </Group>
      <p>Anybody who has the exported file can read it. Keep it as you would a paper file.</p>
      {reviewed ? <PutAway onPutAway={putAway} /> : <Discard onDiscard={discard} />}
    </Page>
  )
}

function useRefused({ change }: OutboxEntry) {
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const [fault, setFault] = useState<KeepFault | null>(null)
  const run = async (act: () => Promise<Result<unknown, KeepFault>>, done: string) => {
    const answer = await act()
    if (!answer.ok) return setFault(answer.error)
    tell(done)
    await navigate('/sync')
  }
  return {
    fault,
    sendAgain: () => void run(() => workspace.sendAgain(change.id, change.edits), 'On its way again.'),
    discard: () => void run(() => workspace.discard(change.id), 'Discarded.'),
    putAway: () => void run(() => workspace.discard(change.id), 'Put away.'),
  }
}

function Gone() {
  return (
    <Page title="This has been dealt with" back={back}>
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.5} />}
        title="Nothing is left to do here"
        action={
          <Button component={Link} to="/sync">
            Back to Sync
          </Button>
        }
      >
        It was taken in, sent again or put away.
      </EmptyState>
    </Page>
  )
}
