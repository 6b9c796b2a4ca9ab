import { IconCalendarEvent, IconCalendarX, IconHelpCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { clientName } from '#domain/client/name.ts'
import { type ReviewDue, reviewFiles, reviewsDue } from '#domain/review/due.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
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
export function ReviewsDue({ today }: { today: string }) {
  const due = useReviewsDue(today)
  if (due.length === 0) return null
  return (
    <Section title="Reviews due" look="plain">
      <List>
        {due.slice(0, 5).map(({ client, on }) => (
          <ListRow
            key={client.id}
            to={`/clients/${client.id}`}
            icon={<IconCalendarEvent size={24} />}
            title={clientName(client.body)}
            detail={`Due ${formatDay(on)}`}
          />
        ))}
        <ListRow to="/reviews" title={due.length > 5 ? `All ${due.length} reviews due` : 'All reviews'} />
      </List>
    </Section>
  )
}

function useReviewsDue(today: string): ReviewDue[] {
  const { person } = useWorkspace()
  const { reviewMonths } = useSettings()
  const clients = useRecords('client')
  const visits = useRecords('visit')
  const plans = useRecords('plan')
  return useMemo(() => {
    if (!clients || !visits || !plans) return []
    const mine = clients.filter(({ body }) => body.coordinator === person.id)
    const due = reviewsDue(reviewFiles(mine, visits, plans), { months: reviewMonths, until: today })
    return due.filter(({ planned }) => planned === undefined)
  }, [clients, visits, plans, person.id, reviewMonths, today])
}
