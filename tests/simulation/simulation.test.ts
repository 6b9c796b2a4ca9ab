import { expect, test } from 'vitest'
import { describeFailure } from './describe.ts'
import type { Played } from './histories.ts'
import { plants } from './plants/plants.ts'
import { savedHistories } from './regressions.ts'
import { run } from './run.ts'

/** Any will do; always the same, so that what passes once passes again. */
const SEED = 1
const MINUTES = 60_000

test('300 histories, and all that once broke a law, keep every law', { timeout: 10 * MINUTES }, async () => {
  const saved = savedHistories()
  const played = await run({
    histories: 300,
    seed: SEED,
    plant: null,
    saved,
    untilBroken: false,
    shorten: true,
  })
  const failures = played.flatMap(({ failure }) =>
    failure ? [describeFailure(failure.history, failure.breaches)] : [],
  )
  expect(failures).toEqual([])
  expect(played).toHaveLength(300 + saved.length)
  const saves = sumOf(played, ({ counts }) => counts.saves)
  // A history in which nothing happens keeps every law.
  expect(saves).toBeGreaterThan(2000)
  expect(sumOf(played, ({ counts }) => counts.contested)).toBeGreaterThan(150)
  expect(sumOf(played, ({ counts }) => counts.refused)).toBeGreaterThan(50)
})

test('the same seed is the same history, to the last reply', { timeout: 2 * MINUTES }, async () => {
  const traces = async () => {
    const few = { histories: 6, seed: SEED, plant: null, untilBroken: false, shorten: false }
    return (await run(few)).map(({ seed, trace }) => ({ seed, trace }))
  }
  const once = await traces()
  expect(await traces()).toEqual(once)
  expect(new Set(once.map(({ trace }) => trace)).size).toBe(6)
})

test.concurrent.for(plants.map((plant) => [plant.name, plant] as const))(
  'catches a planted bug within 200 histories: %s',
  { timeout: 10 * MINUTES },
  async ([name]) => {
    const asked = { histories: 200, seed: SEED, plant: name, untilBroken: true, shorten: false, workers: 1 }
    const played = await run(asked)
    expect(played.flatMap(({ failure }) => failure ?? [])).not.toEqual([])
  },
)

function sumOf(played: Played[], of: (one: Played) => number): number {
  return played.reduce((sum, one) => sum + of(one), 0)
}
