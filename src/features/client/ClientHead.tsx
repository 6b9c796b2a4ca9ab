import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCalendarPlus,
  IconChevronDown,
  IconDoorEnter,
  IconEar,
  IconHandStop,
  IconHeartHandshake,
  IconMail,
  IconMapPin,
  IconPencil,
  IconPhone,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { riskWords } from '#domain/assessment/codeWords.ts'
import { numbersOf } from '#domain/callList/calling.ts'
import { ageOn } from '#domain/client/birthDate.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { calledName, clientName, formalName } from '#domain/client/name.ts'
import { formatNhsNumber } from '#domain/client/nhsNumber.ts'
import { knownRisks } from '#domain/client/risks.ts'
import { openQuestions } from '#domain/record/record.ts'
import { travelLink } from '#domain/visit/travel.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { opensGeo } from '#ui/opensGeo.ts'
import { Pill } from '#ui/Pill.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import classes from './ClientFile.module.css'
import * as codes from '#words/codes.ts'
import { ConcernsOfFile } from './ConcernsOfFile.tsx'
import { MergedNotice } from './duplicates/MergedNotice.tsx'
import { PerhapsSame } from './duplicates/PerhapsSame.tsx'
import { RestrictedNotice } from './RestrictedNotice.tsx'
import type { ClientFile, Names } from './useClientFile.ts'

/** The person first: risks, how to talk with them, how to reach them; before any form. */
export function ClientHead({ file, names, today }: { file: ClientFile; names: Names; today: string }) {
  const { client } = file
  return (
    <div className={classes['head']}>
      <RestrictedNotice restriction={client.body.restriction} />
      <Facts client={client.body} names={names} today={today} />
      {openQuestions(client).length > 0 && (
        <div>
          <TwoAnswers record={client.id} />
        </div>
      )}
      <Risks client={client.body} />
      <ConcernsOfFile clientId={client.id} />
      <Needs client={client.body} />
      <Contact client={client.body} />
      <MergedNotice client={client} names={names} />
      <PerhapsSame client={client} />
      <div className={classes['actions']}>
        <CallButton client={client} />
        <Button
          component={Link}
          to={`/clients/${client.id}/visits/new`}
          variant="default"
          leftSection={<IconCalendarPlus size={20} aria-hidden />}
        >
          Plan a visit
        </Button>
        <Button
          component={Link}
          to={`/clients/${client.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={20} aria-hidden />}
        >
          Edit details
        </Button>
        <Button
          component={Link}
          to={`/clients/${client.id}/concern`}
          variant="default"
          leftSection={<IconHeartHandshake size={20} aria-hidden />}
        >
          Write down a concern
        </Button>
        <More client={client} />
      </div>
    </div>
  )
}

/** What is done seldom, out of the way until it is asked for. */
function More({ client: { id, body } }: { client: View<'client'> }) {
  const [open, setOpen] = useState(false)
  const mayDecline = body.status === 'waiting' || body.status === 'open'
  return (
    <>
      <Button
        variant="default"
        aria-expanded={open}
        rightSection={<IconChevronDown size={20} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        More
      </Button>
      {open && (
        <Button
          component={Link}
          to={`/allocate?client=${id}`}
          variant="default"
          leftSection={<IconUserShare size={20} aria-hidden />}
        >
          {body.coordinator === undefined ? 'Find a co-ordinator' : 'Give to a colleague'}
        </Button>
      )}
      {open && mayDecline && (
        <Button
          component={Link}
          to={`/clients/${id}/decline`}
          variant="default"
          leftSection={<IconHandStop size={20} aria-hidden />}
        >
          They do not want it
        </Button>
      )}
    </>
  )
}

/** Rings at once, and opens where one tap says what came of it. */
function CallButton({ client }: { client: View<'client'> }) {
  const navigate = useNavigate()
  const [number] = numbersOf(client.body)
  const to = `/calls/with/${client.id}`
  const icon = <IconPhone size={20} aria-hidden />
  if (number === undefined) {
    return (
      <Button component={Link} to={to} variant="default" leftSection={icon}>
        Log a contact
      </Button>
    )
  }
  return (
    <Button
      component="a"
      href={`tel:${number.replaceAll(/\s/g, '')}`}
      leftSection={icon}
      onClick={() => void navigate(to)}
    >
      Call {calledName(client.body)}
    </Button>
  )
}

function Facts({ client, names, today }: { client: ClientBody; names: Names; today: string }) {
  const age = ageOn(client.dateOfBirth, today)
  const formal = formalName(client)
  const facts = [
    formal !== clientName(client) && formal,
    client.pronoun,
    client.dateOfBirth &&
      (age === null ? `Born ${client.dateOfBirth}` : `${age}, born ${formatFullDay(client.dateOfBirth)}`),
    client.nhsNumber && `NHS ${formatNhsNumber(client.nhsNumber)}`,
    names.practice(client.practice),
    client.coordinator && `With ${names.staff(client.coordinator)}`,
  ].filter((fact) => typeof fact === 'string' && fact !== '')
  return (
    <p className={classes['facts']}>
      <Pill tone={client.status === 'open' ? 'accent' : 'plain'}>
        {codes.wordFor(codes.clientStatus, client.status)}
      </Pill>
      {facts.map((fact) => (
        <span key={String(fact)}>{fact}</span>
      ))}
    </p>
  )
}

function Risks({ client }: { client: ClientBody }) {
  const known = knownRisks(client)
  if (known.state !== 'known' && !client.doNotVisitAlone) {
    return (
      <p className={classes['quiet']}>
        {known.state === 'none' ? 'No known risks' : 'Risks have not been asked about yet'}
      </p>
    )
  }
  const risks = known.state === 'known' ? known.risks : []
  return (
    <Notice
      tone="risk"
      icon={client.doNotVisitAlone ? <IconUsers size={22} /> : <IconAlertTriangle size={22} />}
      title={client.doNotVisitAlone ? 'Do not visit alone' : risks.length === 1 ? 'Risk' : 'Risks'}
    >
      {risks.length > 0 && (
        <ul className={classes['list']}>
          {risks.map(({ id, risk, note }) => (
            <li key={id}>
              {riskWords(risk)}
              {note && ` – ${note}`}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function Needs({ client }: { client: ClientBody }) {
  const { communicationNeeds = [], accessNeeds = [] } = client
  if (communicationNeeds.length + accessNeeds.length === 0) return null
  return (
    <ul className={classes['needs']}>
      {communicationNeeds.length > 0 && (
        <li>
          <IconEar size={20} aria-hidden />
          <span>
            <strong>Talking with {calledName(client)}:</strong> {communicationNeeds.join('; ')}
          </span>
        </li>
      )}
      {accessNeeds.length > 0 && (
        <li>
          <IconDoorEnter size={20} aria-hidden />
          <span>
            <strong>Getting in and about:</strong> {accessNeeds.join('; ')}
          </span>
        </li>
      )}
    </ul>
  )
}

function Contact({ client }: { client: ClientBody }) {
  const address = [...(client.address?.lines ?? []), client.address?.postcode ?? '']
    .filter((part) => part !== '')
    .join(', ')
  const numbers = [...new Set([client.mobile, client.phone])].filter((number) => number !== undefined)
  if (!address && numbers.length === 0 && !client.email) return null
  return (
    <div className={classes['contact']}>
      {address && (
        <a href={travelLink(address, opensGeo())} target="_blank" rel="noreferrer">
          <IconMapPin size={20} aria-hidden /> {address}
        </a>
      )}
      {numbers.map((number) => (
        <a key={number} href={`tel:${number.replaceAll(/\s/g, '')}`}>
          <IconPhone size={20} aria-hidden /> {number}
        </a>
      ))}
      {client.email && (
        <a href={`mailto:${client.email}`}>
          <IconMail size={20} aria-hidden /> {client.email}
        </a>
      )}
    </div>
  )
}
