import { Button } from '@mantine/core'
import { IconPhone, IconPhoneOutgoing } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { peopleOn, tally, numbersOf } from '#domain/callList/calling.ts'
import type { CallDue } from '#domain/contact/callsDue.ts'
import { knownRisks } from '#domain/client/risks.ts'
import { clientName } from '#domain/client/name.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import classes from './CallsDue.module.css'
import type { TodaysWork } from './useToday.ts'
import { callWords, count } from './words.ts'

const AT_FIRST = 5

/** Whom to ring today: what was promised, who is to be asked again, who has been referred. And the lists to ring through. */
export function CallsDue({ calls, clients }: Pick<TodaysWork, 'calls' | 'clients'>) {
  const [all, setAll] = useState(false)
  const lists = useRecords('callList')?.filter(({ body }) => body.status !== 'closed') ?? []
  if (calls.length + lists.length === 0) return null
  const shown = all ? calls : calls.slice(0, AT_FIRST)
  return (
    <Section title="Calls" look="plain">
      {calls.length > 0 && (
        <ul className={classes['calls']} aria-label="Calls due">
          {shown.map((call) => {
            const client = clients.get(call.client)
            return client && <Call key={call.client} call={call} client={client} />
          })}
        </ul>
      )}
      {shown.length < calls.length && (
        <Button variant="default" fullWidth mb="sm" onClick={() => setAll(true)}>
          {`Show all ${calls.length} calls`}
        </Button>
      )}
      {lists.length > 0 && <Lists lists={lists} />}
    </Section>
  )
}

function Call({ call, client }: { call: CallDue; client: View<'client'> }) {
  const needs = client.body.communicationNeeds ?? []
  return (
    <li className={classes['call']}>
      <div className={classes['words']}>
        <p className={classes['name']}>
          <Link to={`/clients/${client.id}`}>{clientName(client.body)}</Link>
          {knownRisks(client.body).state === 'known' && <Pill tone="risk">Risk known</Pill>}
        </p>
        <p className={classes['why']}>{callWords(call)}</p>
        {needs.length > 0 && <p className={classes['why']}>{needs.join('; ')}</p>}
      </div>
      <CallButton client={client} />
    </li>
  )
}

/** Rings at once, and opens where one tap says what came of it. */
function CallButton({ client }: { client: View<'client'> }) {
  const navigate = useNavigate()
  const [number] = numbersOf(client.body)
  const to = `/calls/with/${client.id}?from=today`
  const name = clientName(client.body)
  if (number === undefined) {
    return (
      <Button component={Link} to={to} variant="default" aria-label={`Log a contact with ${name}`}>
        Log a contact
      </Button>
    )
  }
  return (
    <Button
      component="a"
      href={`tel:${number.replaceAll(/\s/g, '')}`}
      variant="default"
      leftSection={<IconPhone size={20} aria-hidden />}
      aria-label={`Call ${name}`}
      onClick={() => void navigate(to)}
    >
      Call
    </Button>
  )
}

function Lists({ lists }: { lists: View<'callList'>[] }) {
  const clients = useRecords('client', { merged: true }) ?? []
  const contacts = useRecords('contact') ?? []
  return (
    <List label="Call lists">
      {lists.map((list) => {
        const { called, of } = tally(peopleOn(list, clients, contacts))
        return (
          <ListRow
            key={list.id}
            to={`/calls/${list.id}`}
            icon={<IconPhoneOutgoing size={24} />}
            title={list.body.name}
            detail={`${called} of ${count(of, 'person', 'people')} called`}
          />
        )
      })}
    </List>
  )
}
