import { KeepError } from './kept.ts'

/** Turns what IndexedDB and Dexie throw into what a person can be told; a bug stays what it is. */
export function asKeepError(error: unknown, outdated: boolean): unknown {
  if (error instanceof KeepError) return error
  const names = namesIn(error)
  if (outdated || names.has('VersionError')) return new KeepError('outdated', error)
  if (names.has('QuotaExceededError')) return new KeepError('full', error)
  if (
    LOST.some((name) => names.has(name)) ||
    /connection to indexed database server lost/i.test(String(error))
  ) {
    return new KeepError('lost', error)
  }
  return error
}

const LOST = [
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'OpenFailedError',
  'MissingAPIError',
  'AbortError',
]

/** Dexie wraps the browser's error, sometimes twice. */
function namesIn(error: unknown): Set<string> {
  const names = new Set<string>()
  for (let at = error, depth = 0; at instanceof Error && depth < 4; depth += 1) {
    names.add(at.name)
    at = 'inner' in at && at.inner instanceof Error ? at.inner : at.cause
  }
  return names
}
