import { Button } from '@mantine/core'
import {
  IconAddressBook,
  IconCircleCheck,
  IconDoorEnter,
  IconEar,
  IconMapPin,
  IconPhone,
  IconPlayerPlay,
  IconWheelchair,
} from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { numbersOf } from '#domain/callList/calling.ts'
import { calledName, clientName } from '#domain/client/name.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { openQuestions } from '#domain/record/record.ts'
import { travelLink } from '#domain/visit/travel.ts'
import type { VisitBody } from '#domain/visit/visit.ts'
import type { View } from '#store/view.ts'
import { formatTime } from '#ui/dates.ts'
import { opensGeo } from '#ui/opensGeo.ts'
import { Pill } from '#ui/Pill.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { Risks } from './Risks.tsx'
import type { Appointment } from './useToday.ts'
import classes from './VisitCard.module.css'
import { begunWords, lengthWords, placeWords, purposeWords } from './words.ts'

/** One visit of the day: who, where and what to mind, before the button that begins it. */
export function VisitCard({ appointment }: { appointment: Appointment }) {
  const { visit, client, confirmed } = appointment
  const { startsAt, minutes, purpose, place, status } = visit.body
  const done = status === 'held' || status === 'missed'
  return (
    <li className={classes['card']} data-done={done}>
      <p className={classes['line']}>
        <span className={classes['time']}>{formatTime(startsAt)}</span>
        {minutes !== undefined && <span className={classes['length']}>{lengthWords(minutes)}</span>}
      </p>
      <div className={classes['body']}>
        <h3 className={classes['name']}>
          {client ? (
            <Link to={`/clients/${client.id}`}>{clientName(client.body)}</Link>
          ) : (
            'Not on this tablet yet'
          )}
        </h3>
        <p className={classes['line']}>
          {purposeWords(purpose)} · {placeWords(place)}
        </p>
        {confirmed && !done && (
          <p className={classes['line']}>
            <Pill tone="accent" icon={<IconCircleCheck size={18} />}>
              Confirmed
            </Pill>
          </p>
        )}
        {client && !done && <BeforeTheDoor client={client} visit={visit.body} />}
        <Disagreements appointment={appointment} />
        <Actions appointment={appointment} done={done} />
      </div>
    </li>
  )
}

function BeforeTheDoor({ client, visit }: { client: View<'client'>; visit: VisitBody }) {
  return (
    <>
      <Risks client={client.body} visitNote={visit.riskNote} />
      <Where client={client} visit={visit} />
      <Needs client={client.body} visit={visit} />
    </>
  )
}

function Where({ client: { id, body: client }, visit }: { client: View<'client'>; visit: VisitBody }) {
  const navigate = useNavigate()
  const address = visit.address ?? (visit.place === 'home' ? addressLine(client) : undefined)
  const [phone] = numbersOf(client)
  return (
    <div>
      {address && <p className={classes['line']}>{address}</p>}
      <div className={classes['links']}>
        {address && (
          <a href={travelLink(address, opensGeo())} target="_blank" rel="noreferrer">
            <IconMapPin size={20} aria-hidden /> Open in maps
          </a>
        )}
        {phone && (
          <a
            href={`tel:${phone.replaceAll(/\s/g, '')}`}
            onClick={() => void navigate(`/calls/with/${id}?from=today`)}
          >
            <IconPhone size={20} aria-hidden /> Call {phone}
          </a>
        )}
      </div>
    </div>
  )
}

function Needs({ client, visit }: { client: ClientBody; visit: VisitBody }) {
  const access = [...(client.accessNeeds ?? []), ...(visit.accessNote ? [visit.accessNote] : [])]
  const talking = client.communicationNeeds ?? []
  if (access.length + talking.length === 0) return null
  return (
    <ul className={classes['needs']}>
      {talking.length > 0 && (
        <li>
          <IconEar size={20} aria-hidden />
          <span>
            <strong>Talking with {calledName(client)}:</strong> {talking.join('; ')}
          </span>
        </li>
      )}
      {access.length > 0 && (
        <li>
          {visit.place === 'home' ? (
            <IconDoorEnter size={20} aria-hidden />
          ) : (
            <IconWheelchair size={20} aria-hidden />
          )}
          <span>
            <strong>Getting in and about:</strong> {access.join('; ')}
          </span>
        </li>
      )}
    </ul>
  )
}

function Disagreements({ appointment: { visit, client } }: { appointment: Appointment }) {
  const open = [visit, ...(client ? [client] : [])].filter((record) => openQuestions(record).length > 0)
  return open.map((record) => (
    <div key={record.id}>
      <TwoAnswers record={record.id} about={record.kind === 'visit' ? 'this visit' : 'this file'} />
    </div>
  ))
}

function Actions({ appointment, done }: { appointment: Appointment; done: boolean }) {
  const { visit, client, draft, standing } = appointment
  if (done) return <Pill tone="plain">{visit.body.status === 'held' ? 'Visited' : 'Did not happen'}</Pill>
  if (!client) return null
  return (
    <div className={classes['actions']}>
      {draft && <p className={classes['begun']}>{begunWords(draft, standing)}</p>}
      <Button
        component={Link}
        to={`/visits/${visit.id}`}
        leftSection={<IconPlayerPlay size={20} aria-hidden />}
        aria-label={`${draft ? 'Resume' : 'Start'} visit with ${clientName(client.body)}`}
      >
        {draft ? 'Resume visit' : 'Start visit'}
      </Button>
      <Button
        component={Link}
        to={`/clients/${client.id}`}
        variant="default"
        leftSection={<IconAddressBook size={20} aria-hidden />}
        aria-label={`Open file of ${clientName(client.body)}`}
      >
        Open file
      </Button>
      {!draft && (
        <Button
          component={Link}
          to={`/clients/${client.id}/visits/${visit.id}/booking`}
          variant="default"
          aria-label={`Confirm or change the visit with ${clientName(client.body)}`}
        >
          Confirm or change
        </Button>
      )}
    </div>
  )
}

function addressLine(client: ClientBody): string | undefined {
  const { lines = [], postcode } = client.address ?? {}
  const parts = [...lines, postcode ?? ''].filter((part) => part.trim() !== '')
  return parts.length > 0 ? parts.join(', ') : undefined
}
