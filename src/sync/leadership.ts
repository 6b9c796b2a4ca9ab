import { reportBug } from '#store/reportBug.ts'
/**
 * Of all tabs of one person, one talks to the server. Runs `lead` once this tab is the one, until `stop` is
 * called; the next tab in line then takes over. A tab that dies gives way by itself.
 */
export function takeTheLead(name: string, lead: (until: AbortSignal) => Promise<void>): () => void {
  const ending = new AbortController()
  const waiting = navigator.locks.request(name, { signal: ending.signal }, async () => {
    if (!ending.signal.aborted) await lead(ending.signal)
  })
  waiting.catch((error) => {
    if (!ending.signal.aborted) reportBug(error)
  })
  return () => ending.abort()
}
