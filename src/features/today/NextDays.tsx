import { IconHome } from '@tabler/icons-react'
import { clientName } from '#domain/client/name.ts'
import { knownRisks } from '#domain/client/risks.ts'
import { formatDay, formatTime } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import classes from './Today.module.css'
import type { Appointment } from './useToday.ts'
import { placeWords, purposeWords } from './words.ts'

/** The visits of the coming week, by day. */
export function NextDays({ ahead }: { ahead: Appointment[] }) {
  if (ahead.length === 0) return null
  const days = [...new Set(ahead.map(({ visit }) => visit.body.startsAt.slice(0, 10)))]
  return (
    <Section title="The next days" look="plain">
      {days.map((day) => (
        <div key={day} className={classes['day']}>
          <h3 className={classes['dayName']}>{formatDay(day)}</h3>
          <List>
            {ahead
              .filter(({ visit }) => visit.body.startsAt.startsWith(day))
              .map((appointment) => (
                <Row key={appointment.visit.id} {...appointment} />
              ))}
          </List>
        </div>
      ))}
    </Section>
  )
}

function Row({ visit, client }: Appointment) {
  const { startsAt, purpose, place } = visit.body
  const atRisk = client && (client.body.doNotVisitAlone || knownRisks(client.body).state === 'known')
  return (
    <ListRow
      {...(client ? { to: `/clients/${client.id}` } : {})}
      icon={<IconHome size={24} />}
      title={`${formatTime(startsAt)}  ${client ? clientName(client.body) : 'Not on this tablet yet'}`}
      detail={`${purposeWords(purpose)} · ${placeWords(place)}`}
      {...(atRisk
        ? { aside: <Pill tone="risk">{client.body.doNotVisitAlone ? 'Not alone' : 'Risk known'}</Pill> }
        : {})}
    />
  )
}
