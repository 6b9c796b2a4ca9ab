import { IconEyeOff } from '@tabler/icons-react'
import { useParams } from 'react-router'
import { daysUntilWritten } from '#domain/concern/standing.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { capacity, concernAbout, concernState, wordFor } from '#words/codes.ts'
import { ActionForm } from './ActionForm.tsx'
import classes from './Concerns.module.css'
import { RingFirst } from './RingFirst.tsx'
import { type Thread, useConcernNames, useConcerns } from './useConcerns.ts'

/** One concern as it was written, and what was done about it since. */
export function ConcernScreen() {
  const { concernId } = useParams()
  const threads = useConcerns()
  const names = useConcernNames()
  if (!threads) return <Loading />
  const thread = threads.find(({ concern }) => concern.id === concernId)
  const back = { to: '/concerns', label: 'Concerns' }
  if (!thread) {
    return (
      <Page title="Concern" back={back}>
        <EmptyState title="This concern is not on this device" icon={<IconEyeOff size={36} />}>
          It may be for others to see, or it has not come down yet.
        </EmptyState>
      </Page>
    )
  }
  const { concern, open } = thread
  return (
    <Page
      title={`${wordFor(concernAbout, concern.body.about)}: ${names.about(concern)}`}
      tabName="Concern"
      back={back}
      actions={<Pill tone={open ? 'amber' : 'plain'}>{open ? 'Open' : 'Closed'}</Pill>}
    >
      <div className={classes['stack']}>
        {open && thread.actions.length === 0 && (
          <RingFirst about={concern.body.about} client={concern.file} />
        )}
        <Written thread={thread} />
        <Done thread={thread} />
      </div>
    </Page>
  )
}

function Written({ thread: { concern } }: { thread: Thread }) {
  const names = useConcernNames()
  const { body } = concern
  const late = daysUntilWritten(body) ?? 0
  const facts = [
    ['Seen or heard', formatMoment(body.at)],
    ['Place', body.place],
    ['Who was there', body.present],
    ['What was seen and heard', body.facts],
    ['Their own words', body.ownWords],
    ['What the writer thinks', body.opinion],
    ['What they want to happen', body.wishes],
    ['Deciding for themselves', wordFor(capacity, body.capacity)],
    ['Told that it is passed on', body.toldPerson === undefined ? undefined : body.toldPerson ? 'Yes' : 'No'],
    ['Done at once', body.action],
    ['Seen by', `${body.people.map(names.staff).join(', ')}, and the managers`],
  ].flatMap(([label = '', words]) =>
    words ? [{ label, value: <span className={classes['words']}>{words}</span> }] : [],
  )
  return (
    <Section title="As it was written">
      <p className={classes['by']}>
        {names.staff(body.by)}
        {body.writtenAt && `, written ${formatMoment(body.writtenAt)}`}
      </p>
      {late > 0 && <Notice tone="amber">Written down {late === 1 ? 'a day' : `${late} days`} later.</Notice>}
      <Facts facts={facts} />
    </Section>
  )
}

function Done({ thread }: { thread: Thread }) {
  const names = useConcernNames()
  return (
    <Section title="What was done">
      {thread.actions.length === 0 && <p>Nothing is written down yet.</p>}
      <ol className={classes['actions']}>
        {thread.actions.map(({ id, body, pending }) => (
          <li key={id} className={classes['action']}>
            <p className={classes['by']}>
              {formatMoment(body.at)} · {names.staff(body.by)}
              {body.state && body.state !== 'open' && ` · ${wordFor(concernState, body.state)}`}
              {pending && ' · not sent yet'}
            </p>
            <p className={classes['words']}>{body.what}</p>
          </li>
        ))}
      </ol>
      <ActionForm thread={thread} />
    </Section>
  )
}
