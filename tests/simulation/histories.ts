import { makeHistory } from './makeHistory.ts'
import { type Outcome, play } from './play.ts'
import { shrink } from './shrink.ts'
import type { History } from './steps.ts'
import { makeTemplate } from './template.ts'
import type { Breach } from './witness.ts'

export interface Played {
  seed: number
  trace: string
  counts: Outcome['counts']
  failure: { history: History; breaches: Breach[] } | null
}

/** Plays histories one after another, each over a fresh copy of the same beginning. */
export async function openHistories(): Promise<{
  play: (history: History) => Promise<Played>
  playSeed: (seed: number) => Promise<Played>
}> {
  const template = await makeTemplate()
  const playOne = async (history: History): Promise<Played> => {
    const { breaches, trace, counts } = await play(history, template)
    const [first] = breaches
    const failure = first ? await shrunk(history, breaches, first.law, template) : null
    return { seed: history.seed, trace, counts, failure }
  }
  return { play: playOne, playSeed: (seed) => playOne(makeHistory(seed)) }
}

async function shrunk(
  history: History,
  breaches: Breach[],
  law: string,
  template: Buffer,
): Promise<{ history: History; breaches: Breach[] }> {
  let found = { history, breaches }
  await shrink(history, async (shorter) => {
    const again = await play(shorter, template)
    const same = again.breaches[0]?.law === law
    if (same) found = { history: shorter, breaches: again.breaches }
    return same
  })
  return found
}
