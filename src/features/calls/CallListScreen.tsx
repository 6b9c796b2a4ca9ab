import { Button, Progress } from '@mantine/core'
import { IconArrowRight, IconCheck, IconFlag, IconPhoneOff, IconPlayerTrackNext } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { nextOn, type OnList, peopleOn, tally } from '#domain/callList/calling.ts'
import { editRecord } from '#domain/change/write.ts'
import { clientName } from '#domain/client/name.ts'
import { useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'
import { CallPanel } from './CallPanel.tsx'
import classes from './Calls.module.css'
import { count } from './callWords.ts'
import { PeopleOnList } from './PeopleOnList.tsx'

type Person = OnList<View<'client'>>

/** Rings through a list, one person at a time. */
export function CallListScreen() {
  const { listId = '' } = useParams()
  const list = useRecord('callList', listId)
  const clients = useRecords('client', { merged: true })
  const contacts = useRecords('contact')
  const here = list && !list.deleted && clients && contacts
  return (
    <Page
      title={list?.body.name ?? 'Call list'}
      tabName="Call list"
      back={{ to: '/calls', label: 'Call lists' }}
    >
      {(list === undefined || !clients || !contacts) && <Loading />}
      {(list === null || list?.deleted) && (
        <EmptyState title="This list is not on this device" icon={<IconPhoneOff size={36} />}>
          It may be another team’s.
        </EmptyState>
      )}
      {here && <Ringing key={listId} list={list} people={peopleOn(list, clients, contacts)} />}
    </Page>
  )
}

function Ringing({ list, people }: { list: View<'callList'>; people: Person[] }) {
  const [skipped, setSkipped] = useState<string[]>([])
  // Whoever is being called stays on the screen once the call is written down, until one goes on.
  const [held, setHeld] = useState<string | null>(null)
  const person = people.find(({ id }) => id === held) ?? nextOn(people, skipped)
  const skip = (id: string) => {
    setSkipped([...skipped.filter((other) => other !== id), id])
    setHeld(null)
  }
  return (
    <>
      <Tally people={people} />
      {list.body.about && (
        <Section title="What it is about">
          <p className={classes['quiet']}>{list.body.about}</p>
        </Section>
      )}
      {person?.client && list.body.status !== 'closed' ? (
        <OnePerson
          key={person.id}
          client={person.client}
          list={list}
          onHold={() => setHeld(person.id)}
          onNext={() => setHeld(null)}
          onSkip={() => skip(person.id)}
        />
      ) : (
        <NobodyLeft closed={list.body.status === 'closed'} />
      )}
      <PeopleOnList people={people} onChoose={setHeld} />
      <Finishing list={list} />
    </>
  )
}

function Tally({ people }: { people: Person[] }) {
  const { called, of, spoken } = tally(people)
  return (
    <div className={classes['tally']}>
      <p className={classes['quiet']} role="status">
        {called} of {of} called, {count(spoken, 'person', 'people')} spoken to
      </p>
      <Progress value={of === 0 ? 0 : (100 * called) / of} size="lg" aria-label="How many were called" />
    </div>
  )
}

interface OnePersonProps {
  client: View<'client'>
  list: View<'callList'>
  onHold: () => void
  onNext: () => void
  onSkip: () => void
}

function OnePerson({ client, list, onHold, onNext, onSkip }: OnePersonProps) {
  return (
    <section aria-label="Who is next">
      <h2 className={classes['who']}>
        <Link to={`/clients/${client.id}`}>{clientName(client.body)}</Link>
      </h2>
      <CallPanel
        client={client}
        about="welfare"
        callList={list.id}
        onLogged={onHold}
        onTakenBack={onNext}
        instead={
          <Button
            variant="default"
            leftSection={<IconPlayerTrackNext size={20} aria-hidden />}
            onClick={onSkip}
          >
            Skip for now
          </Button>
        }
        onward={
          <Button rightSection={<IconArrowRight size={20} aria-hidden />} onClick={onNext}>
            Next person
          </Button>
        }
      />
    </section>
  )
}

function NobodyLeft({ closed }: { closed: boolean }) {
  if (closed) return <EmptyState title="This list is finished" icon={<IconFlag size={36} />} />
  return (
    <EmptyState title="Everybody has been called" icon={<IconCheck size={36} />}>
      Finish the list, or choose somebody below to ring again.
    </EmptyState>
  )
}

/** A finished list can be taken up again: nothing on it is lost. */
function Finishing({ list }: { list: View<'callList'> }) {
  const { save, saving, fault } = useSave()
  const closed = list.body.status === 'closed'
  const setStatus = async (status: 'open' | 'closed') => {
    const after = { ...list.body, status }
    if ((await save([editRecord(list, after)])) !== 'saved') return
    offerUndo(status === 'closed' ? 'The list is finished.' : 'The list is open again.', async () => {
      await save([editRecord({ ...list, body: after }, list.body)])
    })
  }
  return (
    <div className={classes['row']}>
      <Button
        variant="default"
        loading={saving}
        leftSection={<IconFlag size={20} aria-hidden />}
        onClick={() => void setStatus(closed ? 'open' : 'closed')}
      >
        {closed ? 'Take the list up again' : 'Finish the list'}
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </div>
  )
}
