import { Button } from '@mantine/core'
import { IconCalendarEvent, IconCalendarX, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { Link } from 'react-router'
import { editRecord } from '#domain/change/write.ts'
import { openQuestions } from '#domain/record/record.ts'
import { useDrafts } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './ClientFile.module.css'
import * as codes from '#words/codes.ts'
import type { Names } from './useClientFile.ts'

/** The planned visits of a file: begin, move, call off; and to say of a day that has passed that it did not happen. */
export function PlannedVisits({
  visits,
  names,
  today,
}: {
  visits: View<'visit'>[]
  names: Names
  today: string
}) {
  const planned = visits
    .filter(({ body }) => body.status === 'planned')
    .toSorted((a, b) => a.body.startsAt.localeCompare(b.body.startsAt))
  return planned.map((visit) => <PlannedVisit key={visit.id} visit={visit} names={names} today={today} />)
}

function PlannedVisit({ visit, names, today }: { visit: View<'visit'>; names: Names; today: string }) {
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
      {openQuestions(visit).length > 0 && <TwoAnswers record={visit.id} />}
    </Notice>
  )
}

function VisitActions({ visit, begun, passed }: { visit: View<'visit'>; begun: boolean; passed: boolean }) {
  const { save, saving, fault } = useSave()
  const setStatus = async (status: 'cancelled' | 'missed', done: string) => {
    const after = { ...visit.body, status }
    if ((await save([editRecord(visit, after)])) === null) return
    offerUndo(done, async () => void (await save([editRecord({ ...visit, body: after }, visit.body)])))
  }
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
          to={`/clients/${visit.file}/visits/${visit.id}`}
          variant="default"
          leftSection={<IconCalendarEvent size={20} aria-hidden />}
        >
          Change the time
        </Button>
      )}
      {!begun && (
        <Button
          variant="default"
          loading={saving}
          leftSection={<IconX size={20} aria-hidden />}
          onClick={() =>
            void (passed
              ? setStatus('missed', 'Marked as not happened.')
              : setStatus('cancelled', 'The visit is called off.'))
          }
        >
          {passed ? 'It did not happen' : 'Call it off'}
        </Button>
      )}
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </>
  )
}
