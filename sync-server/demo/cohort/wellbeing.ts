import type { Person } from './people.ts'
import { drawFor } from './random.ts'
import { cohort } from './timeline.ts'

/** Fourteen answers 1 to 5, null where one is missing; or that the scale was not taken on the day. */
export type ScaleAnswers = (number | null)[] | 'not-today'
export interface Scales {
  baseline: ScaleAnswers
  review: ScaleAnswers | null
}

/**
 * The sums of all paired totals. The evaluation prints means of 43.45 and 47.31 and not how many pairs they come
 * from; totals are whole numbers, so only some numbers of pairs can give both means and their difference. 49, as many
 * people as were interviewed, is one: 2129 / 49 and 2318 / 49.
 */
const pairs = { baselineSum: 2129, reviewSum: 2318 } as const

const [LOWEST, HIGHEST] = [24, 62]

/** The answers of everybody who was visited, by number. */
export function scalesOf(people: readonly Person[]): ReadonlyMap<number, Scales> {
  const reviewed = people.filter(({ n }) => n <= cohort.reviewed)
  const paired = reviewed.filter((person) => !hasDementia(person) || person === mildest(reviewed))
  const unpaired = reviewed.filter((person) => !paired.includes(person))
  const recent = people.filter(({ n }) => n > cohort.reviewed && n <= cohort.seen)
  return new Map([
    ...pairedScales(paired),
    ...unpaired.map((person, i) => [person.n, unpairedScales(person, i)] as const),
    ...recent.map((person) => [person.n, { baseline: recentScale(person), review: null }] as const),
  ])
}

const hasDementia = ({ reasons }: Person): boolean => reasons.includes('dementia')

/** Of those with dementia, the one who was only just told still takes the scale. */
function mildest(people: readonly Person[]): Person | undefined {
  return people.find((person) => hasDementia(person) && person.lives === 'partner' && person.sex === 'F')
}

function pairedScales(people: readonly Person[]): [number, Scales][] {
  const before = summingTo(
    pairs.baselineSum,
    people.map(({ n }) => Math.round(43.45 + 7 * bell(`baseline/${n}`))),
  )
  const after = summingTo(
    pairs.reviewSum,
    people.map(({ n }, i) => (before[i] ?? 0) + Math.round(3.86 + 5 * bell(`change/${n}`))),
  )
  return people.map(({ n }, i) => [
    n,
    { baseline: itemsFor(before[i] ?? 0, `b/${n}`), review: itemsFor(after[i] ?? 0, `r/${n}`) },
  ])
}

/** Most people with dementia are spared the scale; some began it once. None of these makes a pair. */
function unpairedScales({ n }: Person, i: number): Scales {
  const total = 38 + drawFor(`unpaired/${n}`).int(0, 10)
  switch (i % 5) {
    case 3:
      return { baseline: itemsFor(total, `b/${n}`), review: 'not-today' }
    case 4:
      return { baseline: withGaps(itemsFor(total, `b/${n}`)), review: itemsFor(total + 3, `r/${n}`) }
    default:
      return { baseline: 'not-today', review: 'not-today' }
  }
}

function recentScale(person: Person): ScaleAnswers {
  if (hasDementia(person)) return 'not-today'
  return itemsFor(Math.round(42 + 6 * bell(`recent/${person.n}`)), `b/${person.n}`)
}

function withGaps(items: number[]): ScaleAnswers {
  return items.map((item, i) => (i === 4 || i === 11 ? null : item))
}

/** Totals as drawn, each moved as little as it takes for all of them to come to the sum. */
function summingTo(sum: number, drawn: readonly number[]): number[] {
  const totals = drawn.map((total) => Math.min(HIGHEST, Math.max(LOWEST, total)))
  for (let i = 0, left = sum - totals.reduce((a, b) => a + b, 0); left !== 0; i = (i + 1) % totals.length) {
    const [total, step] = [totals[i] ?? 0, Math.sign(left)]
    if (total + step < LOWEST || total + step > HIGHEST) continue
    totals[i] = total + step
    left -= step
  }
  return totals
}

/** Fourteen answers with this total: spread evenly, then made a person's by moving points from one to another. */
function itemsFor(total: number, name: string): number[] {
  const draw = drawFor(`items/${name}`)
  const items = Array.from({ length: 14 }, (_, i) => Math.floor((total + i) / 14))
  for (let moves = 0; moves < 24; moves++) {
    const [from, to] = [draw.int(0, 13), draw.int(0, 13)]
    const [less, more] = [items[from] ?? 0, items[to] ?? 0]
    if (from === to || less <= 1 || more >= 5 || less < more - 1) continue
    items[from] = less - 1
    items[to] = more + 1
  }
  return items
}

/** About normal, mean 0, deviation 1: the sum of twelve draws (Irwin-Hall). */
function bell(name: string): number {
  const draw = drawFor(`bell/${name}`)
  return Array.from({ length: 12 }, () => draw.next()).reduce((a, b) => a + b, -6)
}
