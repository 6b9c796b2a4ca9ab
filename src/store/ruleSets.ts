import { useMemo } from 'react'
import { everyRuleSet, type RuleSet } from '#domain/eligibility/inForce.ts'
import { useRecords } from './react.ts'

/** Every version of every set of rules, the newest first, live; undefined until what was published is there. */
export function useRuleSets(): RuleSet[] | undefined {
  const published = useRecords('ruleSet')
  return useMemo(() => published && everyRuleSet(published), [published])
}
