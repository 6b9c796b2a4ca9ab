/**
 * A measure as it is taken and scored, whoever's wording it is shown in. Items count from 1.
 *
 * What ships (`shipped.ts`) has the structure, the scoring and cue words of our own; a service that holds a licence loads
 * the wording as a pack (`pack.ts`).
 */
export interface Instrument {
  /** Stable, as in a response's scores: `wemwbs`, `ons4`. */
  readonly code: string
  /** Short, as people call it: WEMWBS. */
  readonly name: string
  readonly title: string
  /** What the answers are about: “the last two weeks”. */
  readonly recall: string | undefined
  /** Said before the first question. */
  readonly instructions: string
  readonly items: readonly InstrumentItem[]
  readonly scores: readonly ScoreRule[]
  readonly wording: Wording
  /** The copyright notice, to be shown wherever the measure is. */
  readonly notice: string | undefined
  /** What must be said beside a score, so that nobody takes it for more than it is. */
  readonly caution: string | undefined
}

export interface InstrumentItem {
  readonly words: string
  /** As the measure numbers it; the place in the list where left out. */
  readonly number?: number
  readonly answers: readonly Choice[]
  /** Worded the other way round: its lowest answer counts as the highest. */
  readonly reverse?: boolean
}

/** `score`: what the answer counts, a whole number. */
export interface Choice {
  readonly score: number
  readonly words: string
}

/** Cue words of our own, or the publisher's under a licence. */
export type Wording =
  | { readonly of: 'cues' }
  | { readonly of: 'licensed'; readonly holder: string; readonly reference: string; readonly version: string }

export type Direction = 'higher-is-better' | 'lower-is-better'

/** One score of a measure: which items, how they become a number, and how to speak of it. */
export interface ScoreRule {
  /** As in a response's scores: the measure's own code, or `ons4.anxiety` where it has several. */
  readonly measure: string
  readonly name: string
  readonly how: 'sum' | 'mean'
  /** Counted from 1; each at most once. */
  readonly items: readonly number[]
  /** How many of them may be missing: the mean of those that are there stands in. None where left out. */
  readonly mayMiss?: number
  /** Raw sum to the score on the measure's own scale. Every raw sum that can be is in it. */
  readonly conversion?: ReadonlyMap<number, number>
  readonly direction: Direction
  /** From the lowest up: each holds from its `from` to the next. */
  readonly bands?: readonly Band[]
  readonly bandNote?: string
  readonly change?: ChangeRule
  readonly norm?: string
  /** SNOMED CT observable. */
  readonly snomed?: string
}

export interface Band {
  readonly from: number
  readonly words: string
}

/**
 * What size of a change means something, in points of the score.
 *
 * - `group`: a mean change of this size counts as meaningful for a group
 * - `individual`: one person's change may be chance below `low`, and is beyond measurement error from `high` on
 */
export interface ChangeRule {
  readonly group?: number
  readonly individual?: { readonly low: number; readonly high: number }
  readonly source: string
}

/** The lowest and the highest that a score can be. */
export function rangeOf(
  instrument: Pick<Instrument, 'items'>,
  rule: ScoreRule,
): { low: number; high: number } {
  const raw = rawRange(instrument, rule)
  if (!rule.conversion) return raw
  const ends = [rule.conversion.get(raw.low) ?? raw.low, rule.conversion.get(raw.high) ?? raw.high]
  return { low: Math.min(...ends), high: Math.max(...ends) }
}

/** Before any conversion. */
export function rawRange(
  { items }: Pick<Instrument, 'items'>,
  rule: Pick<ScoreRule, 'items' | 'how'>,
): { low: number; high: number } {
  const scores = rule.items.map((number) => (items[number - 1]?.answers ?? []).map(({ score }) => score))
  const total = (of: (...scores: number[]) => number) => scores.reduce((sum, some) => sum + of(...some), 0)
  const by = rule.how === 'mean' ? rule.items.length : 1
  return { low: total(Math.min) / by, high: total(Math.max) / by }
}

/** The words for where a score lies; undefined for a score without bands. */
export function bandOf({ bands }: Pick<ScoreRule, 'bands'>, score: number): string | undefined {
  return bands?.findLast(({ from }) => score >= from)?.words
}
