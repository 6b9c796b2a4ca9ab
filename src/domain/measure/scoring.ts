import { err, ok, type Result } from '../result.ts'
import type { Instrument, InstrumentItem, ScoreRule } from './instrument.ts'
import { itemProblem, type ScaleProblem } from './scale.ts'

/** `raw`: the sum or the mean; `score`: the same, or what the conversion table makes of it. Two decimals at most. */
export interface Scored {
  readonly raw: number
  readonly score: number
}

/**
 * One score from the answers to all items, in their order; anything may come in. Never a guess: what stands in the way is
 * named item by item, and there is no number then.
 */
export function scoreBy(
  { items }: Pick<Instrument, 'items'>,
  rule: ScoreRule,
  answers: readonly unknown[],
): Result<Scored, ScaleProblem[]> {
  if (answers.length !== items.length) {
    return err([{ code: 'wrong-count', expected: items.length, count: answers.length }])
  }
  const read = rule.items.map((number) => readItem(items[number - 1], number, answers[number - 1]))
  const problems = read.flatMap((one) => (one.ok ? [] : [one.error]))
  const wrong = problems.filter(({ code }) => code !== 'missing')
  if (wrong.length > 0 || problems.length > (rule.mayMiss ?? 0)) return err(problems)
  return ok(
    scoreOf(
      rule,
      read.flatMap((one) => (one.ok ? [one.value] : [])),
    ),
  )
}

/** What the answer to an item counts, or why it counts nothing. */
function readItem(
  item: InstrumentItem | undefined,
  number: number,
  answer: unknown,
): Result<number, ScaleProblem> {
  if (!item) throw new Error(`There is no item ${number} to score`)
  const scores = item.answers.map(({ score }) => score)
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  const problem = itemProblem(item.number ?? number, answer, low, high)
  if (problem) return err(problem)
  const score = Number(answer)
  if (!scores.includes(score))
    return err({ code: 'out-of-range', item: item.number ?? number, value: answer })
  return ok(item.reverse ? low + high - score : score)
}

function scoreOf({ how, items, conversion }: ScoreRule, counted: readonly number[]): Scored {
  const sum = counted.reduce((total, one) => total + one, 0)
  const mean = sum / counted.length
  const raw = twoDecimals(how === 'mean' ? mean : counted.length === items.length ? sum : mean * items.length)
  const score = conversion ? conversion.get(raw) : raw
  if (score === undefined) throw new Error(`The conversion table has no entry for ${raw}`)
  return { raw, score }
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100
}
