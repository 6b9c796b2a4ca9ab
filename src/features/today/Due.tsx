import { IconCalendarEvent, IconCalendarX, IconHelpCircle } from '@tabler/icons-react'
import { clientName, sortName } from '#domain/client/name.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { useSyncStatus } from '#sync/react.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import type { TodaysWork } from './useToday.ts'
import { count } from './words.ts'

/** Refused and contested work: a question, not an alarm. */
export function NeedsAnswer() {
  const needs = useSyncStatus()?.needsYou
  const open = (needs?.contested ?? 0) + (needs?.refused ?? 0)
  if (!needs || open === 0) return null
  const parts = [
    needs.contested > 0 ? `${count(needs.contested, 'question')} to choose` : '',
    needs.refused > 0 ? `${count(needs.refused, 'change')} that could not be taken` : '',
  ].filter((part) => part !== '')
  return (
    <Section title="Needs an answer" look="plain">
      <List>
        <ListRow
          to="/sync"
          icon={<IconHelpCircle size={24} />}
          title={count(open, 'thing needs you', 'things need you')}
          detail={parts.join(', ')}
          aside={<Pill tone="amber">Needs you</Pill>}
        />
      </List>
    </Section>
  )
}

/** Visits of earlier days of which nobody has said whether they happened. */
export function Passed({ passed }: Pick<TodaysWork, 'passed'>) {
  const rows = passed.filter(({ draft }) => !draft)
  if (rows.length === 0) return null
  return (
    <Section title="Did these happen?" look="plain">
      <List>
        {rows.map(({ visit, client }) => (
          <ListRow
            key={visit.id}
            to={client ? `/clients/${client.id}` : `/visits/${visit.id}`}
            icon={<IconCalendarX size={24} />}
            title={client ? clientName(client.body) : 'Not on this tablet yet'}
            detail={`Planned for ${formatMoment(visit.body.startsAt)}`}
          />
        ))}
      </List>
    </Section>
  )
}

/** Files of this person whose review is due by today, and for whom none is planned. */
export function ReviewsDue({ work, today }: { work: TodaysWork; today: string }) {
  const { person } = useWorkspace()
  const planned = new Set(
    [...work.today, ...work.ahead].flatMap(({ visit }) =>
      visit.body.purpose === 'review' ? [visit.file] : [],
    ),
  )
  const due = [...work.clients.values()]
    .filter((client) => isDue(client, person.id, today) && !planned.has(client.id))
    .toSorted(byReview)
  if (due.length === 0) return null
  return (
    <Section title="Reviews due" look="plain">
      <List>
        {due.slice(0, 5).map((client) => (
          <ListRow
            key={client.id}
            to={`/clients/${client.id}`}
            icon={<IconCalendarEvent size={24} />}
            title={clientName(client.body)}
            detail={`Due ${formatDay(client.body.reviewOn ?? '')}`}
          />
        ))}
        {due.length > 5 && <ListRow to="/caseload?show=review" title={`All ${due.length} reviews due`} />}
      </List>
    </Section>
  )
}

function isDue({ body }: View<'client'>, person: string, today: string): boolean {
  return (
    body.status === 'open' &&
    body.coordinator === person &&
    Boolean(body.reviewOn) &&
    (body.reviewOn ?? '') <= today
  )
}

function byReview(a: View<'client'>, b: View<'client'>): number {
  const days = (a.body.reviewOn ?? '').localeCompare(b.body.reviewOn ?? '')
  return days === 0 ? sortName(a.body).localeCompare(sortName(b.body)) : days
}
