import { SegmentedControl } from '@mantine/core'
import { IconCalendarCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { addDays, daysBetween } from '#domain/calendar/day.ts'
import { clientName } from '#domain/client/name.ts'
import { type ReviewDue, reviewFiles, reviewsDue } from '#domain/review/due.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import classes from './Reviews.module.css'

const DAYS_AHEAD = 30

/** Whose review is due, and whose comes up: the longest due first. */
export function ReviewsScreen() {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const { reviewMonths } = useSettings()
  const [whose, setWhose] = useState(person.role === 'coordinator' ? 'mine' : 'all')
  const due = useReviewsDue(today, reviewMonths)
  const shown = due?.filter(({ client }) => whose === 'all' || client.body.coordinator === person.id)
  return (
    <Page
      title="Reviews"
      lead={`Each open file is looked at again every ${reviewMonths} months: what was agreed, wellbeing, and whether to go on.`}
      back={{ to: '/caseload', label: 'Caseload' }}
    >
      {person.role === 'coordinator' && (
        <SegmentedControl
          className={classes['whose']}
          aria-label="Whose reviews"
          value={whose}
          onChange={setWhose}
          data={[
            { value: 'mine', label: 'Mine' },
            { value: 'all', label: 'My team’s' },
          ]}
        />
      )}
      {shown ? <Lists due={shown} today={today} /> : <Loading label="Looking through the files…" />}
    </Page>
  )
}

function useReviewsDue(today: string, months: number): ReviewDue[] | undefined {
  const clients = useRecords('client')
  const visits = useRecords('visit')
  const plans = useRecords('plan')
  return useMemo(() => {
    if (!clients || !visits || !plans) return undefined
    return reviewsDue(reviewFiles(clients, visits, plans), { months, until: addDays(today, DAYS_AHEAD) })
  }, [clients, visits, plans, today, months])
}

function Lists({ due, today }: { due: ReviewDue[]; today: string }) {
  const now = due.filter(({ on }) => on <= today)
  const soon = due.filter(({ on }) => on > today)
  if (due.length === 0) {
    return (
      <EmptyState title="No review is due" icon={<IconCalendarCheck size={36} />}>
        Nor does any come up in the next {DAYS_AHEAD} days.
      </EmptyState>
    )
  }
  return (
    <>
      <Reviews title="Due" due={now} today={today} />
      <Reviews title={`In the next ${DAYS_AHEAD} days`} due={soon} today={today} />
    </>
  )
}

function Reviews({ title, due, today }: { title: string; due: ReviewDue[]; today: string }) {
  if (due.length === 0) return null
  return (
    <Section title={`${title} (${due.length})`} look="plain">
      <List label={title}>
        {due.map(({ client, on, planned }) => (
          <ListRow
            key={client.id}
            to={`/clients/${client.id}`}
            title={clientName(client.body)}
            detail={dueWords(on, today)}
            {...(planned
              ? { aside: <Pill tone="accent">Planned {formatMoment(planned.body.startsAt)}</Pill> }
              : {})}
          />
        ))}
      </List>
    </Section>
  )
}

function dueWords(on: string, today: string): string {
  const days = daysBetween(on, today) ?? 0
  if (days < 1) return days === 0 ? 'Due today' : `Due ${formatDay(on)}`
  return `Was due ${formatDay(on)}, ${days === 1 ? 'a day' : `${days} days`} ago`
}
