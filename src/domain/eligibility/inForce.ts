import type { RuleSetBody } from './ruleSet.ts'
import { shippedRuleSets } from './shipped.ts'

/** One version of a set of rules. `record`: the id of the one it was published as; null where it came with the app. */
export interface RuleSet {
  record: string | null
  body: RuleSetBody
}

type Published = { id: string; body: RuleSetBody }

/**
 * Every version that there is, the newest first: what was published, and what came with the app. A record of the same
 * name and version stands in its place, which is how one that came with the app is withdrawn.
 */
export function everyRuleSet(published: readonly Published[]): RuleSet[] {
  const records = published.map(({ id, body }) => ({ record: id, body }))
  const shipped = shippedRuleSets
    .filter((one) => !published.some(({ body }) => isSameVersion(body, one)))
    .map((body) => ({ record: null, body }))
  return [...shipped, ...records].toSorted(newestFirst)
}

function isSameVersion(a: RuleSetBody, b: RuleSetBody): boolean {
  return a.name === b.name && a.version === b.version
}

/** The latest beginning, then the highest version; of two that managers published at the same time, the later record. */
function newestFirst(a: RuleSet, b: RuleSet): number {
  return (
    b.body.from.localeCompare(a.body.from) ||
    b.body.version - a.body.version ||
    (b.record ?? '').localeCompare(a.record ?? '')
  )
}

/**
 * What may be decided by on a day, the newest first: of each name the version that is in force. What is withdrawn is
 * none, and leaves the version before it in force.
 */
export function ruleSetsInForce(all: readonly RuleSet[], today: string): RuleSet[] {
  const begun = all.filter(({ body }) => body.status !== 'withdrawn' && body.from <= today)
  return begun.filter((one, at) => begun.findIndex(({ body }) => body.name === one.body.name) === at)
}

/** The number of the next version of that name. Numbers of what was withdrawn are not given again. */
export function nextVersion(all: readonly RuleSet[], name: string): number {
  return Math.max(0, ...all.flatMap(({ body }) => (body.name === name ? [body.version] : []))) + 1
}
