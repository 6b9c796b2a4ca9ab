import type { Referred } from './answer.ts'
import type { Rules } from './criterion.ts'
import { evaluate, type Outcome } from './evaluate.ts'

/** Somebody in the queue, as rules would see them. */
export interface Previewed {
  id: string
  name: string
  referred: Referred
}

export interface Effect {
  person: Previewed
  before: Outcome
  after: Outcome
}

/**
 * What new rules would mean to those who wait, beside the ones before them; `before` null where there are none.
 *
 * - `newly`: would be eligible, and are not or may not be
 * - `noLonger`: are eligible, and would not be or may not be
 * - `otherwise`: something else about them would change
 */
export interface Preview {
  newly: Effect[]
  noLonger: Effect[]
  otherwise: Effect[]
  same: number
}

export function preview(before: Rules | null, after: Rules, people: readonly Previewed[]): Preview {
  const effects = people.map((person) => ({
    person,
    before: before ? evaluate(before, person.referred).outcome : ('not-known' as const),
    after: evaluate(after, person.referred).outcome,
  }))
  const changed = effects.filter((effect) => effect.before !== effect.after)
  return {
    newly: changed.filter((effect) => effect.after === 'eligible'),
    noLonger: changed.filter((effect) => effect.before === 'eligible'),
    otherwise: changed.filter((effect) => effect.before !== 'eligible' && effect.after !== 'eligible'),
    same: effects.length - changed.length,
  }
}
