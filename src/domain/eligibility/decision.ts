import type { ReferralBody } from '../referral/referral.ts'
import type { Evaluation, Outcome } from './evaluate.ts'
import type { RuleSet } from './inForce.ts'

export type Decision = NonNullable<ReferralBody['eligibility']>
/** What a person decides, whatever the rules said. */
export interface Override {
  to: 'eligible' | 'not-eligible'
  reason: string
}

export interface Deciding {
  ruleSet: RuleSet
  outcome: Evaluation['outcome']
  /** Null where the rules are followed. */
  override: Override | null
  by: string
  on: string
}

/**
 * What is written on the referral: what the rules said, which rules in which version, and what a person made of it. The
 * words of a published version never change, so a decision of long ago can still be followed.
 */
export function decided({ ruleSet, outcome, override, by, on }: Deciding): Decision {
  const { name, version } = ruleSet.body
  return {
    ruleSet: name,
    version,
    ...(ruleSet.record === null ? {} : { record: ruleSet.record }),
    outcome,
    ...(override ? { override: { to: override.to, reason: override.reason.trim() } } : {}),
    on,
    by,
  }
}

/** What holds: the person's word before the rules'. */
export function standing({ outcome, override }: Decision): Outcome | (string & {}) {
  return override?.to ?? outcome
}
