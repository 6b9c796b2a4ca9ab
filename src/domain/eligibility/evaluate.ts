import { type Answer, answer, type Answered, type Referred } from './answer.ts'
import type { RuleGroup, Rules } from './criterion.ts'

export type Outcome = 'eligible' | 'not-eligible' | 'not-known'

export interface AnsweredGroup {
  need: RuleGroup['need']
  answer: Answer
  criteria: Answered[]
}

/** Every criterion with its answer and why, and what that comes to. `unless`: met is what speaks against it. */
export interface Evaluation {
  outcome: Outcome
  groups: AnsweredGroup[]
  unless: Answered[]
}

/**
 * What rules make of a person. It informs whoever decides, and keeps nobody out: the pilot itself took on one in five
 * with dementia, whom its rules call not suited.
 *
 * | groups           | unless          | outcome      |
 * |------------------|-----------------|--------------|
 * | one not met      | whatever        | not eligible |
 * | whatever         | one met         | not eligible |
 * | all met          | all not met     | eligible     |
 * | otherwise        |                 | not known    |
 */
export function evaluate(rules: Rules, referred: Referred): Evaluation {
  const groups = rules.groups.map((group) => answerGroup(group, referred))
  const unless = (rules.unless ?? []).map((criterion) => answer(criterion, referred))
  return { outcome: outcomeOf(groups, unless), groups, unless }
}

function outcomeOf(groups: readonly AnsweredGroup[], unless: readonly Answered[]): Outcome {
  if (groups.some((group) => group.answer === 'not-met')) return 'not-eligible'
  if (unless.some((one) => one.answer === 'met')) return 'not-eligible'
  const all = [...groups, ...unless]
  return all.some((one) => one.answer === 'not-known') ? 'not-known' : 'eligible'
}

function answerGroup({ need, of }: RuleGroup, referred: Referred): AnsweredGroup {
  const criteria = of.map((criterion) => answer(criterion, referred))
  return { need, criteria, answer: enough(need === 'all' ? of.length : need, criteria) }
}

/** So many are met; or could not be met even if all that is not known were. */
function enough(need: number, criteria: readonly Answered[]): Answer {
  const count = (which: Answer) => criteria.filter((one) => one.answer === which).length
  if (count('met') >= need) return 'met'
  return count('met') + count('not-known') < need ? 'not-met' : 'not-known'
}
