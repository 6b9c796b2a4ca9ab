import { useEffect, useState, type RefObject } from 'react'

/**
 * Whether this tab may edit the visit: only one tab at a time holds it, so that two can't write over each other's
 * answers. `elsewhere` turns into `held` by itself once the other tab lets go. `lastlyRef` is waited for before letting
 * go, so that whoever opens the visit next reads the last answer.
 */
export function useVisitLock(
  visitId: string,
  lastlyRef: RefObject<() => Promise<void>>,
): 'asking' | 'held' | 'elsewhere' {
  const [state, setState] = useState<'asking' | 'held' | 'elsewhere'>('asking')
  useEffect(() => {
    const leaving = new AbortController()
    const patience = setTimeout(() => setState((now) => (now === 'asking' ? 'elsewhere' : now)), PATIENCE_MS)
    const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()))
    navigator.locks
      .request(`doorstep.visit.${visitId}`, { signal: leaving.signal }, async () => {
        setState('held')
        await left
        await lastlyRef.current()
      })
      .catch((fault: unknown) => {
        if (!leaving.signal.aborted) throw fault
      })
    return () => {
      clearTimeout(patience)
      leaving.abort()
      setState('asking')
    }
  }, [visitId, lastlyRef])
  return state
}

/** Long enough for the same tab to let go of the visit on its way from one screen of it to the next. */
const PATIENCE_MS = 600
