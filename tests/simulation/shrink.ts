import type { History, Step } from './steps.ts'

/** Plays that a shrinking may cost. */
const MOST_PLAYS = 250

/**
 * The shortest part of a history that still breaks, found by leaving out ever smaller pieces (Zeller and Hildebrandt,
 * Simplifying and Isolating Failure-Inducing Input, 2002).
 */
export async function shrink(
  history: History,
  breaks: (shorter: History) => Promise<boolean>,
): Promise<History> {
  let plays = 0
  const stillBreaks = async (steps: Step[]) => {
    plays += 1
    return plays <= MOST_PLAYS && breaks({ ...history, steps })
  }
  const steps = await withoutPieces(history.steps, Math.ceil(history.steps.length / 2), stillBreaks)
  return withoutIdleDevices({ ...history, steps }, breaks)
}

type StillBreaks = (steps: Step[]) => Promise<boolean>

async function withoutPieces(steps: Step[], size: number, stillBreaks: StillBreaks): Promise<Step[]> {
  if (size < 1) return steps
  const fewer = await without(steps, size, stillBreaks)
  return withoutPieces(fewer, fewer.length < steps.length ? size : Math.floor(size / 2), stillBreaks)
}

/** Leaves out each piece of this size whose absence changes nothing. */
async function without(steps: Step[], size: number, stillBreaks: StillBreaks): Promise<Step[]> {
  let left = steps
  for (let at = 0; at < left.length;) {
    const fewer = left.toSpliced(at, size)
    if (await stillBreaks(fewer)) left = fewer
    else at += size
  }
  return left
}

async function withoutIdleDevices(
  history: History,
  breaks: (shorter: History) => Promise<boolean>,
): Promise<History> {
  const busy = Math.max(1, ...history.steps.map((step) => ('device' in step ? step.device : 0)))
  const fewer = { ...history, devices: history.devices.slice(0, busy + 1) }
  return fewer.devices.length < history.devices.length && (await breaks(fewer)) ? fewer : history
}
