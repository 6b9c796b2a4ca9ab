import { Button } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { Link } from 'react-router'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { Begun } from './Begun.tsx'
import { CallsDue } from './CallsDue.tsx'
import { NeedsAnswer, Passed, ReviewsDue } from './Due.tsx'
import { FromServices } from './FromServices.tsx'
import { NextDays } from './NextDays.tsx'
import { OverdueSteps } from './OverdueSteps.tsx'
import { ReadyToLeave } from './ReadyToLeave.tsx'
import classes from './Today.module.css'
import { type Appointment, type TodaysWork, useToday } from './useToday.ts'
import { VisitCard } from './VisitCard.tsx'
import { count } from './words.ts'

/** A co-ordinator's day, in the order in which it will happen. */
export function TodayScreen() {
  const { today } = useLocalNow()
  const work = useToday(today)
  return (
    <Page title="Today" lead={leadWords(today, work)} width="wide">
      {work ? <Day work={work} today={today} /> : <Loading label="Opening today’s visits…" />}
    </Page>
  )
}

function leadWords(today: string, work: TodaysWork | undefined): string {
  const left = work?.today.filter(isAhead).length
  const visits =
    left === undefined ? '' : left === 0 ? ' – no more visits' : ` – ${count(left, 'visit')} to go`
  return `${formatDay(today)}${visits}`
}

function Day({ work, today }: { work: TodaysWork; today: string }) {
  return (
    <div className={classes['layout']}>
      <div className={classes['first']}>
        <ReadyToLeave next={nextOut(work)} clients={work.clients} />
      </div>
      <div className={classes['main']}>
        <Begun begun={work.begun} clients={work.clients} />
        <Visits appointments={work.today} />
        <CallsDue calls={work.calls} clients={work.clients} />
        <NextDays ahead={work.ahead} />
      </div>
      <div className={classes['aside']}>
        <NeedsAnswer />
        <FromServices today={today} />
        <Passed passed={work.passed} />
        <OverdueSteps clients={work.clients} today={today} />
        <ReviewsDue today={today} />
      </div>
    </div>
  )
}

function Visits({ appointments }: { appointments: Appointment[] }) {
  if (appointments.length === 0) {
    return (
      <Section title="Visits" look="plain">
        <EmptyState
          title="No visits today"
          icon={<IconCalendarOff size={36} />}
          action={
            <Button component={Link} to="/caseload" variant="default">
              Open the caseload
            </Button>
          }
        >
          Plan a visit from a client’s file.
        </EmptyState>
      </Section>
    )
  }
  return (
    <Section title="Visits" look="plain">
      <ol className={classes['visits']}>
        {appointments.map((appointment) => (
          <VisitCard key={appointment.visit.id} appointment={appointment} />
        ))}
      </ol>
    </Section>
  )
}

/** What to be ready for: the rest of today, or else the next day that has visits. */
function nextOut({ today, ahead }: TodaysWork): Appointment[] {
  const left = today.filter(isAhead)
  if (left.length > 0) return left
  const next = ahead[0]?.visit.body.startsAt.slice(0, 10)
  return next === undefined ? [] : ahead.filter(({ visit }) => visit.body.startsAt.startsWith(next))
}

function isAhead({ visit }: Appointment): boolean {
  return visit.body.status === 'planned'
}
