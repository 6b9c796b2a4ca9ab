import { Button, NativeSelect } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useState } from 'react'
import { cameByPublicForm } from '#domain/referral/publicForm.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import classes from './Referrals.module.css'
import type { Queue, QueueEntry } from './useQueue.ts'
import { count, glanceTone, glanceWords, reasonWords, sourceWords, waitedWords, whoseWords } from './words.ts'

const AT_ONCE = 50

/** Which of those who wait are shown. */
const shows = ['everybody', 'nobody', 'undecided', 'urgent'] as const
type Show = (typeof shows)[number]

const showWords: Record<Show, string> = {
  everybody: 'Everybody who waits',
  nobody: 'With nobody yet',
  undecided: 'Eligibility not decided',
  urgent: 'Urgent',
}

/** The queue: danger first, then who has waited longest. */
export function QueueList({ queue, current }: { queue: Queue; current: string | undefined }) {
  const [show, setShow] = useState<Show>('everybody')
  const [shown, setShown] = useState(AT_ONCE)
  const { entries } = queue
  if (entries.length === 0) return <NobodyWaits />
  const list = entries.filter((entry) => isShown(entry, show))
  return (
    <div className={classes['list']}>
      <NativeSelect
        label="Show"
        value={show}
        onChange={(event) => setShow(shows.find((one) => one === event.currentTarget.value) ?? 'everybody')}
        data={shows.map((value) => ({ value, label: showWords[value] }))}
      />
      <p className={classes['count']} role="status">
        {count(list.length, 'person', 'people')}
      </p>
      {list.length === 0 && (
        <EmptyState title="Nobody here">Choose “{showWords.everybody}” to see the others.</EmptyState>
      )}
      {list.length > 0 && (
        <List label="Referrals">
          {list.slice(0, shown).map((entry) => (
            <QueueRow key={entry.referral.id} entry={entry} queue={queue} current={current} />
          ))}
        </List>
      )}
      {list.length > shown && (
        <Button variant="default" fullWidth mt="sm" onClick={() => setShown(shown + AT_ONCE)}>
          Show more of {(list.length - shown).toLocaleString('en-GB')}
        </Button>
      )}
    </div>
  )
}

function isShown(entry: QueueEntry, show: Show): boolean {
  switch (show) {
    case 'everybody':
      return true
    case 'nobody':
      return !entry.client.body.coordinator
    case 'undecided':
      return entry.referral.body.eligibility === undefined
    case 'urgent':
      return entry.urgent
  }
}

function QueueRow({
  entry,
  queue: { names },
  current,
}: {
  entry: QueueEntry
  queue: Queue
  current: string | undefined
}) {
  const { referral, name, age, waited, urgent, twins, glance } = entry
  const from = [
    sourceWords(referral.body),
    names.practice(entry.client.body.practice ?? referral.body.practice),
  ]
  return (
    <ListRow
      to={`/referrals/${referral.id}`}
      current={referral.id === current}
      title={
        <span className={classes['name']}>
          {name}
          {age !== null && <span className={classes['age']}>{age}</span>}
          {urgent && <Pill tone="risk">Urgent</Pill>}
        </span>
      }
      detail={
        <>
          <span className={classes['line']}>
            {[waitedWords(waited), ...from].filter(Boolean).join(' · ')}
          </span>
          <span className={classes['line']}>{reasonWords(referral.body) || 'No reasons given'}</span>
          <span className={classes['line']}>{whoseWords(entry, names.staff)}</span>
          <span className={classes['pills']}>
            <Pill tone={glanceTone(glance)}>{glanceWords(glance)}</Pill>
            {cameByPublicForm(referral.body) && <Pill>Public form</Pill>}
            {twins.length > 0 && <Pill tone="amber">May have a file already</Pill>}
          </span>
        </>
      }
    />
  )
}

function NobodyWaits() {
  return (
    <EmptyState title="Nobody waits" icon={<IconInbox size={36} />}>
      Whoever is referred stands here until they are seen. A referral that came by phone or letter is entered
      with “New client” in the caseload.
    </EmptyState>
  )
}
