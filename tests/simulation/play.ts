import { createHash } from 'node:crypto'
import { Endless } from './clockwork.ts'
import { atRest } from './laws/always.ts'
import { afterQuiet } from './laws/afterQuiet.ts'
import { comeToQuiet } from './quiet.ts'
import type { History } from './steps.ts'
import type { Breach } from './witness.ts'
import { type Beginning, World } from './world.ts'

export interface Outcome {
  breaches: Breach[]
  /** Of everything that was saved, sent and answered: the same history has the same. */
  trace: string
  counts: { saves: number; requests: number; refused: number; contested: number }
}

/** Plays a history, lets quiet return, and holds everything against the laws. */
export async function play(history: History, beginning: Beginning): Promise<Outcome> {
  const world = await World.begin(history, beginning)
  const { clockwork, witness } = world
  const bugs = catchBugs((bug) => witness.breach('No code throws what nothing expects', bug))
  try {
    clockwork.onRest = () => atRest(world)
    for (const step of history.steps) {
      await clockwork.runTo(step.at)
      await world.play(step)
      await clockwork.rest()
      if (witness.breaches.length > 0) return outcomeOf(world, history)
    }
    const quiet = await comeToQuiet(world)
    if (quiet && witness.breaches.length === 0) await afterQuiet(world)
    return outcomeOf(world, history)
  } catch (error) {
    if (!(error instanceof Endless)) throw error
    witness.breach('Nothing goes on for ever', error.message)
    return outcomeOf(world, history)
  } finally {
    world.server.file.close()
    bugs.stop()
  }
}

/** A bug in code that runs by itself is thrown where nothing catches it: see `reportBug`. */
function catchBugs(heard: (bug: string) => void): { stop: () => void } {
  const listener = (error: unknown) => heard(error instanceof Error ? (error.stack ?? '') : String(error))
  process.on('uncaughtException', listener)
  process.on('unhandledRejection', listener)
  return {
    stop: () => {
      process.off('uncaughtException', listener)
      process.off('unhandledRejection', listener)
    },
  }
}

function outcomeOf({ witness, clockwork }: World, { seed }: History): Outcome {
  const trace = createHash('sha256').update(`${seed} ${clockwork.now}\n${witness.trace.join('\n')}`)
  const count = (word: string) => witness.trace.filter((line) => line.includes(word)).length
  return {
    breaches: witness.breaches,
    trace: trace.digest('hex'),
    counts: {
      saves: witness.acknowledged.size,
      requests: count(' /api/'),
      refused: witness.refusals.size,
      contested: witness.contested,
    },
  }
}
