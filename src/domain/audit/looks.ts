import type { Change } from '../change/change.ts'
import { kindNamed } from '../kind/kinds.ts'

/** Somebody who goes to and fro between a file and a list looks once, in minutes. */
const ONE_LOOK_MINUTES = 15

/** Whether looking at the same thing again is worth a line of its own. A clock that was set back begins anew. */
export function isAnotherLook(last: Date | undefined, now: Date): boolean {
  if (!last) return true
  const gone = now.getTime() - last.getTime()
  return gone < 0 || gone >= ONE_LOOK_MINUTES * 60_000
}

/** Whether a change does nothing but add to the service's log: it is no work of anybody's. */
export function isOnlyLines({ edits }: Pick<Change, 'edits'>): boolean {
  return edits.every(({ op, kind }) => op === 'create' && kindNamed(kind)?.place === 'log')
}
