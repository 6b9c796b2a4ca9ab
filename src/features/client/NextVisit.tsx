import { Button } from '@mantine/core'
import { IconCalendarEvent, IconCalendarX, IconCircleCheck, IconPlayerPlay } from '@tabler/icons-react'
import { Link } from 'react-router'
import { openQuestions } from '#domain/record/record.ts'
import { confirmationOf } from '#domain/visit/confirmed.ts'
import { useDrafts } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { Pill } from '#ui/Pill.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import classes from './ClientFile.module.css'
import * as codes from '#words/codes.ts'
import type { Names } from './useClientFile.ts'

/** The planned visits of a file: begin, or confirm, move and call off; of a day that has passed, that it did not happen. */
export function PlannedVisits({
  visits,
  contacts,
  names,
  today,
}: {
  visits: View<'visit'>[]
  contacts: View<'contact'>[]
  names: Names
  today: string
}) {
  const planned = visits
    .filter(({ body }) => body.status === 'planned')
    .toSorted((a, b) => a.body.startsAt.localeCompare(b.body.startsAt))
  return planned.map((visit) => (
    <PlannedVisit
      key={visit.id}
      visit={visit}
      confirmed={confirmationOf(visit, contacts) !== null}
      names={names}
      today={today}
    />
  ))
}

interface PlannedVisitProps {
  visit: View<'visit'>
  confirmed: boolean
  names: Names
  today: string
}

function PlannedVisit({ visit, confirmed, names, today }: PlannedVisitProps) {
  const { startsAt, purpose, place, coordinator } = visit.body
  const draft = useDrafts()?.find(({ id }) => id === visit.id)
  const passed = startsAt.slice(0, 10) < today
  const words = [codes.wordFor(codes.visitPurpose, purpose), codes.wordFor(codes.visitPlace, place)]
  return (
    <Notice
      tone={passed && !draft ? 'amber' : 'accent'}
      icon={passed ? <IconCalendarX size={22} /> : <IconCalendarEvent size={22} />}
      title={`${passed ? 'Was planned for' : 'Next visit'} ${formatMoment(startsAt)}`}
      action={<VisitActions visit={visit} begun={draft !== undefined} passed={passed} />}
    >
      <p className={classes['quiet']}>
        {words.join(' · ')} · {names.staff(coordinator)}
        {visit.pending ? '. Not sent yet' : ''}
      </p>
      {confirmed && (
        <Pill tone="accent" icon={<IconCircleCheck size={18} />}>
          Confirmed
        </Pill>
      )}
      {openQuestions(visit).length > 0 && <TwoAnswers record={visit.id} />}
    </Notice>
  )
}

function VisitActions({ visit, begun, passed }: { visit: View<'visit'>; begun: boolean; passed: boolean }) {
  return (
    <>
      <Button
        component={Link}
        to={`/visits/${visit.id}`}
        leftSection={<IconPlayerPlay size={20} aria-hidden />}
      >
        {begun ? 'Resume visit' : 'Start visit'}
      </Button>
      {!begun && (
        <Button
          component={Link}
          to={`/clients/${visit.file}/visits/${visit.id}/booking`}
          variant="default"
          leftSection={<IconCalendarEvent size={20} aria-hidden />}
        >
          {passed ? 'It did not happen' : 'Confirm, move or call off'}
        </Button>
      )}
    </>
  )
}
