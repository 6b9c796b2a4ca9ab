import { useMemo } from 'react'
import { ageOn } from '#domain/client/birthDate.ts'
import { clientName } from '#domain/client/name.ts'
import { standing } from '#domain/eligibility/decision.ts'
import { evaluate } from '#domain/eligibility/evaluate.ts'
import { type RuleSet, ruleSetsInForce } from '#domain/eligibility/inForce.ts'
import { type Waiting, waitingList } from '#domain/referral/queue.ts'
import { useRecords } from '#store/react.ts'
import { useRuleSets } from '#store/ruleSets.ts'
import type { View } from '#store/view.ts'
import { type Names, useNames } from './useNames.ts'
import { type Twin, twinsOf } from './twins.ts'

/** Somebody who waits, as the queue shows them. `twins`: files that may be of the same person. */
export interface QueueEntry extends Waiting<View<'referral'>, View<'client'>> {
  name: string
  age: number | null
  twins: Twin[]
  glance: Glance
}

/** What was decided, or else what the newest rules would say. */
export interface Glance {
  outcome: string
  decided: boolean
}

export interface Queue {
  entries: QueueEntry[]
  /** In force today, the newest first. */
  ruleSets: RuleSet[]
  names: Names
  practices: ReadonlySet<string>
}

/** Everybody who was referred to us and not seen yet, the most pressing first; undefined until all of it is there. */
export function useQueue(today: string): Queue | undefined {
  const clients = useRecords('client')
  const referrals = useRecords('referral')
  const practices = useRecords('practice')
  const all = useRuleSets()
  const names = useNames()
  const twins = useMemo(() => clients && twinsOf(clients), [clients])
  return useMemo(() => {
    if (!clients || !referrals || !practices || !all || !names || !twins) return undefined
    const ruleSets = ruleSetsInForce(all, today)
    const known = new Set(practices.map(({ id }) => id))
    const entries = waitingList(referrals, clients, today).map((waiting) => ({
      ...waiting,
      name: clientName(waiting.client.body),
      age: ageOn(waiting.client.body.dateOfBirth, today),
      twins: twins.get(waiting.client.id) ?? [],
      glance: glanceAt(waiting, ruleSets[0], known, today),
    }))
    return { entries, ruleSets, names, practices: known }
  }, [clients, referrals, practices, all, names, twins, today])
}

function glanceAt(
  { referral, client }: Waiting<View<'referral'>, View<'client'>>,
  newest: RuleSet | undefined,
  practices: ReadonlySet<string>,
  today: string,
): Glance {
  const decision = referral.body.eligibility
  if (decision) return { outcome: standing(decision), decided: true }
  if (!newest) return { outcome: 'not-known', decided: false }
  const referred = { client: client.body, referral: referral.body, practices, today }
  return { outcome: evaluate(newest.body.rules, referred).outcome, decided: false }
}
