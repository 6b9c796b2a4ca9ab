import { makeHistory } from './makeHistory.ts'
import { type Outcome, play } from './play.ts'
import { shrink } from './shrink.ts'
import type { History } from './steps.ts'
import { makeTemplate } from './template.ts'
import type { Breach } from './witness.ts'
import type { Beginning } from './world.ts'
import { steadyCrypto } from './realWork.ts'

export interface Played {
  seed: number
  trace: string
  counts: Outcome['counts']
  failure: { history: History; breaches: Breach[] } | null
}

/** Plays histories one after another, each over a fresh copy of the same beginning. */
export async function openHistories(shorten: boolean): Promise<{
  play: (history: History) => Promise<Played>
  playSeed: (seed: number) => Promise<Played>
}> {
  const beginning = { template: await makeTemplate(), realWork: steadyCrypto() }
  const playOne = async (history: History): Promise<Played> => {
    const { breaches, trace, counts } = await play(history, beginning)
    const [first] = breaches
    if (!first) return { seed: history.seed, trace, counts, failure: null }
    const failure = shorten ? await shrunk(history, breaches, first.law, beginning) : { history, breaches }
    return { seed: history.seed, trace, counts, failure }
  }
  return { play: playOne, playSeed: (seed) => playOne(makeHistory(seed)) }
}

async function shrunk(
  history: History,
  breaches: Breach[],
  law: string,
  beginning: Beginning,
): Promise<{ history: History; breaches: Breach[] }> {
  let found = { history, breaches }
  await shrink(history, async (shorter) => {
    const again = await play(shorter, beginning)
    const same = again.breaches[0]?.law === law
    if (same) found = { history: shorter, breaches: again.breaches }
    return same
  })
  return found
}
