import { useMemo } from 'react'
import { Link } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import type { Rules } from '#domain/eligibility/criterion.ts'
import type { RuleSet } from '#domain/eligibility/inForce.ts'
import { type Effect, preview, type Previewed } from '#domain/eligibility/preview.ts'
import { waitingList } from '#domain/referral/queue.ts'
import { useRecords } from '#store/react.ts'
import { Loading } from '#ui/Loading.tsx'
import { Section } from '#ui/Section.tsx'
import * as codes from '#words/codes.ts'
import classes from '../Service.module.css'

export interface PreviewSectionProps {
  before: RuleSet | undefined
  after: Rules
  today: string
}

/** What the new version would mean to everybody who waits now, beside what holds. Nothing is decided by it. */
export function PreviewSection({ before, after, today }: PreviewSectionProps) {
  const people = useWaiting(today)
  return (
    <Section title="What it would mean">
      <p className={classes['quiet']}>
        {before
          ? `For those who wait now, compared with ${before.body.name}, version ${before.body.version}.`
          : 'For those who wait now. No rules are in force yet.'}
      </p>
      {people ? <Effects people={people} before={before?.body.rules ?? null} after={after} /> : <Loading />}
    </Section>
  )
}

interface EffectsProps {
  people: Previewed[]
  before: Rules | null
  after: Rules
}

function Effects({ people, before, after }: EffectsProps) {
  if (people.length === 0) return <p>Nobody waits at the moment.</p>
  if (after.groups.length === 0) return <p>Add what has to be met, and see here whom it would meet.</p>
  const { newly, noLonger, otherwise, same } = preview(before, after, people)
  return (
    <div role="status">
      <EffectList title="Would newly meet the criteria" effects={newly} />
      <EffectList title="Would no longer meet them" effects={noLonger} />
      <EffectList title="Would change otherwise" effects={otherwise} />
      <p>
        {same === people.length
          ? `Nothing changes for any of the ${same} who wait.`
          : `Nothing changes for ${same} of the ${people.length} who wait.`}
      </p>
    </div>
  )
}

function EffectList({ title, effects }: { title: string; effects: readonly Effect[] }) {
  if (effects.length === 0) return null
  return (
    <>
      <p className={classes['lead']}>
        {title} ({effects.length})
      </p>
      <ul className={classes['people']}>
        {effects.map(({ person, before, after }) => (
          <li key={person.id}>
            <Link to={`/referrals/${person.id}`}>{person.name}</Link>: {outcomeWords(before)} →{' '}
            {outcomeWords(after)}
          </li>
        ))}
      </ul>
    </>
  )
}

function outcomeWords(outcome: Effect['before']): string {
  return (codes.wordFor(codes.eligibility, outcome) ?? outcome).toLowerCase()
}

function useWaiting(today: string): Previewed[] | undefined {
  const clients = useRecords('client')
  const referrals = useRecords('referral')
  const practices = useRecords('practice')
  return useMemo(() => {
    if (!clients || !referrals || !practices) return undefined
    const known = new Set(practices.map(({ id }) => id))
    return waitingList(referrals, clients, today).map(({ referral, client }) => ({
      id: referral.id,
      name: clientName(client.body),
      referred: { client: client.body, referral: referral.body, practices: known, today },
    }))
  }, [clients, referrals, practices, today])
}
