import { IconMoodEmpty } from '@tabler/icons-react'
import { useMemo } from 'react'
import { type Tally, tallyOf } from '#domain/dropIn/tally.ts'
import { useDrafts, useRecords } from '#store/react.ts'
import { type Bar, Bars } from '#ui/Bars.tsx'
import { formatTime } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import * as codes from '#words/codes.ts'
import classes from './DropIn.module.css'
import { contactWords, hourOf, hourWords, needsWords } from './dropInWords.ts'
import type { Contact, HeldSession } from './useSessions.ts'

/** A session at a glance, and everybody who came to it. */
export function SoFar({ held: { session, contacts } }: { held: HeldSession }) {
  const tally = useMemo(
    () =>
      tallyOf(
        contacts.map(({ body }) => body),
        hourOf,
      ),
    [contacts],
  )
  if (contacts.length === 0)
    return (
      <EmptyState title="Nobody yet" icon={<IconMoodEmpty size={36} />}>
        Everybody who comes is counted here.
      </EmptyState>
    )
  return (
    <>
      <Section title="At a glance">
        <Numbers tally={tally} />
        <TallyBars tally={tally} />
      </Section>
      <Section title="Who came" look="plain">
        <List>
          {contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} session={session.id} />
          ))}
        </List>
      </Section>
    </>
  )
}

export function Numbers({ tally: { people, passedOn, gaps } }: { tally: Tally }) {
  return (
    <dl className={classes['numbers']}>
      {[
        ['People', people],
        ['Passed on', passedOn],
        ['Nothing fitted', gaps],
      ].map(([label, number]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  )
}

const MOST_GIVEN = 8

export function TallyBars({ tally }: { tally: Tally }) {
  const names = new Map(useRecords('service', { removed: true })?.map(({ id, body }) => [id, body.name]))
  const bars = (counts: Tally['needs'], label: (name: string) => string): Bar[] =>
    counts.map(({ name, count }) => ({ key: name, label: label(name), count }))
  const given = tally.given.slice(0, MOST_GIVEN)
  return (
    <div className={classes['tally']}>
      <Part title="Asked for" bars={bars(tally.needs, (code) => needsWords([code]))} />
      <Part title="Told about" bars={bars(given, (id) => names.get(id) ?? 'A service no longer here')} />
      <Part title="By hour" bars={bars(tally.hours, hourWords)} />
    </div>
  )
}

function Part({ title, bars }: { title: string; bars: Bar[] }) {
  if (bars.length === 0) return null
  return (
    <div>
      <h3 className={classes['small']}>{title}</h3>
      <Bars label={title} bars={bars} />
    </div>
  )
}

function ContactRow({ contact: { id, body, pending }, session }: { contact: Contact; session: string }) {
  const begun = useDrafts()?.some((draft) => draft.id === `refer:${id}`) ?? false
  const who = [body.firstName, codes.wordFor(codes.ageBand, body.ageBand), body.postcodeDistrict]
  return (
    <ListRow
      to={begun ? `/referring/new?contact=${id}` : `/drop-in/${session}/${id}`}
      title={contactWords(body)}
      detail={[formatTime(body.at), ...who, body.note].filter(Boolean).join(', ')}
      aside={
        begun ? (
          <Pill tone="amber">Passing on: not sent</Pill>
        ) : body.referral ? (
          <Pill tone="accent">Passed on</Pill>
        ) : pending ? (
          <Pill>Waits to be sent</Pill>
        ) : undefined
      }
    />
  )
}
