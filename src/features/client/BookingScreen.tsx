import { Button } from '@mantine/core'
import { IconCalendarEvent, IconCircleCheck } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import { confirmationOf } from '#domain/visit/confirmed.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import * as codes from '#words/codes.ts'
import { CalendarFile } from './CalendarFile.tsx'
import { CallOff } from './CallOff.tsx'
import classes from './ClientFile.module.css'
import { NotHere } from './NotHere.tsx'
import { useBooking } from './useBooking.ts'
import { type ClientFile, useClientFile } from './useClientFile.ts'

/** Everything about a planned visit but the visit itself: confirm, move, call off, take along in a calendar. */
export function BookingScreen() {
  const { clientId = '', visitId = '' } = useParams()
  const file = useClientFile(clientId)
  const visit = file?.visits.find(({ id }) => id === visitId)
  const name = file ? clientName(file.client.body) : 'Case file'
  return (
    <Page
      title={visit ? `Visit with ${name}` : 'A visit'}
      tabName="A visit"
      lead={visit && leadWords(visit)}
      back={{ to: `/clients/${clientId}`, label: name }}
    >
      {file === undefined && <Loading />}
      {(file === null || (file && !visit)) && <NotHere />}
      {file && visit && <Booking key={visitId} file={file} visit={visit} />}
    </Page>
  )
}

function leadWords({ body }: View<'visit'>): string {
  const words = [codes.wordFor(codes.visitPurpose, body.purpose), codes.wordFor(codes.visitPlace, body.place)]
  return [formatMoment(body.startsAt), ...words].join(' · ')
}

function Booking({ file, visit }: { file: ClientFile; visit: View<'visit'> }) {
  const navigate = useNavigate()
  const { today } = useLocalNow()
  const booking = useBooking(file, visit)
  const { status, statusReason, startsAt } = visit.body
  if (status !== 'planned') {
    return <EmptyState title={codes.wordFor(codes.visitStatus, status) ?? status}>{statusReason}</EmptyState>
  }
  const passed = startsAt.slice(0, 10) < today
  const callOff = async (as: 'cancelled' | 'missed', reason: string) => {
    if (await booking.callOff(as, reason)) await navigate(`/clients/${file.client.id}`)
  }
  return (
    <>
      {!passed && <Standing file={file} visit={visit} booking={booking} />}
      <CallOff visit={visit.id} client={file.client.id} passed={passed} onCallOff={callOff} />
      {!passed && <CalendarFile file={file} visit={visit} />}
      {booking.fault && <p role="alert">{keepFaultWords(booking.fault)}</p>}
    </>
  )
}

interface StandingProps {
  file: ClientFile
  visit: View<'visit'>
  booking: ReturnType<typeof useBooking>
}

function Standing({ file, visit, booking }: StandingProps) {
  const confirmed = confirmationOf(visit, file.contacts)
  return (
    <Section title="Does it stand?">
      <div className={classes['actions']}>
        {confirmed ? (
          <Pill tone="accent" icon={<IconCircleCheck size={18} />}>
            Confirmed {formatMoment(confirmed.body.at)}
          </Pill>
        ) : (
          <Button
            loading={booking.saving}
            leftSection={<IconCircleCheck size={20} aria-hidden />}
            onClick={() => void booking.confirm()}
          >
            They confirm it
          </Button>
        )}
        <Button
          component={Link}
          to={`/clients/${file.client.id}/visits/${visit.id}`}
          variant="default"
          leftSection={<IconCalendarEvent size={20} aria-hidden />}
        >
          Move it
        </Button>
      </div>
    </Section>
  )
}
