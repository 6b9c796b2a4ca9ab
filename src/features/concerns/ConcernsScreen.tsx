import { Button } from '@mantine/core'
import { IconHeartHandshake, IconPencilPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { concernAbout, wordFor } from '#words/codes.ts'
import { type Thread, useConcernNames, useConcerns } from './useConcerns.ts'

/** The concerns that this person is one of the people of; a manager's are all of them. */
export function ConcernsScreen() {
  const threads = useConcerns()
  return (
    <Page
      title="Concerns"
      lead="Each is seen by whoever wrote it, by whom they named, and by the managers."
      actions={
        <Button component={Link} to="/concerns/new" leftSection={<IconPencilPlus size={20} aria-hidden />}>
          Write one down
        </Button>
      }
    >
      {threads ? <Threads threads={threads} /> : <Loading />}
    </Page>
  )
}

function Threads({ threads }: { threads: Thread[] }) {
  const open = threads.filter((thread) => thread.open)
  const closed = threads.filter((thread) => !thread.open)
  if (threads.length === 0) {
    return (
      <EmptyState title="No concerns" icon={<IconHeartHandshake size={36} />}>
        When you are worried about somebody, open their file, or write it down here.
      </EmptyState>
    )
  }
  return (
    <>
      <Section title="Open" look="plain">
        {open.length === 0 ? <p>Nothing is open.</p> : <Rows label="Open concerns" threads={open} />}
      </Section>
      {closed.length > 0 && (
        <Section title="Closed" look="plain">
          <Rows label="Closed concerns" threads={closed} />
        </Section>
      )}
    </>
  )
}

function Rows({ label, threads }: { label: string; threads: Thread[] }) {
  const names = useConcernNames()
  return (
    <List label={label}>
      {threads.map(({ concern, actions, open }) => (
        <ListRow
          key={concern.id}
          to={`/concerns/${concern.id}`}
          title={names.about(concern)}
          detail={`${wordFor(concernAbout, concern.body.about)} · ${formatMoment(concern.body.at)} · ${names.staff(concern.body.by)}`}
          aside={open && actions.length === 0 ? <Pill tone="amber">Nothing done yet</Pill> : undefined}
        />
      ))}
    </List>
  )
}
