import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { describeFailure } from './describe.ts'
import type { Played } from './histories.ts'
import { plants } from './plants/plants.ts'
import { savedHistories } from './regressions.ts'
import { run } from './run.ts'

const { values: told } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
    json: { type: 'boolean', default: false },
    regressions: { type: 'boolean', default: false },
    save: { type: 'string' },
  },
})

if (told.plant === 'list') {
  for (const { name, about } of plants) console.log(`${name.padEnd(36)}${about}`)
} else {
  process.exitCode = await simulate(told.plant ?? null)
}

/** Plays, tells what came of it, and answers the exit code: 1 where a law was broken. */
async function simulate(plant: string | null): Promise<number> {
  const began = performance.now()
  const played = await run({
    histories: wholeNumber(told.histories, 'histories'),
    seed: wholeNumber(told.seed, 'seed'),
    plant,
    saved: told.regressions ? savedHistories() : [],
    untilBroken: plant !== null,
    shorten: true,
    ...(told.json ? {} : { onPlayed: tellFailure }),
  })
  const failures = played.flatMap(({ failure }) => failure ?? [])
  const seconds = (performance.now() - began) / 1000
  if (told.json) console.log(JSON.stringify({ ...summary(played), seconds, failures }))
  else tell(played, seconds)
  const [first] = failures
  if (told.save !== undefined && first) save(told.save, first)
  return failures.length > 0 ? 1 : 0
}

/** At once: whoever plays ten thousand should not wait for the first to be told. */
function tellFailure({ failure }: Played): void {
  if (failure) console.log(`${describeFailure(failure.history, failure.breaches)}\n`)
}

function tell(played: Played[], seconds: number): void {
  const { histories, broken, counts } = summary(played)
  console.log(
    `${histories} histories in ${seconds.toFixed(1)} s: ${counts.saves} saves, ${counts.requests} requests, ` +
      `${counts.refused} refused, ${counts.contested} records contested; ${broken} broke a law.`,
  )
}

function summary(played: Played[]) {
  const sum = (of: (counts: Played['counts']) => number) =>
    played.reduce((all, one) => all + of(one.counts), 0)
  return {
    histories: played.length,
    broken: played.filter(({ failure }) => failure).length,
    counts: {
      saves: sum(({ saves }) => saves),
      requests: sum(({ requests }) => requests),
      refused: sum(({ refused }) => refused),
      contested: sum(({ contested }) => contested),
    },
    traces: played.map(({ seed, trace }) => ({ seed, trace })),
  }
}

function save(name: string, failure: NonNullable<Played['failure']>): void {
  const [breach] = failure.breaches
  const file = new URL(`./regressions/${name}.json`, import.meta.url)
  writeFileSync(file, `${JSON.stringify({ law: breach?.law ?? '', history: failure.history }, null, 2)}\n`)
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}`)
  return Number(text)
}
