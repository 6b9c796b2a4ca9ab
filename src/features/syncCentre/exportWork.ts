import type { OutboxEntry } from '#store/workspace.ts'

/** Work that has not arrived at the service, as a file of its own: for the worst case, read and entered by hand. */
export function exportWork(entries: OutboxEntry[], by: { id: string; name: string }, now: Date): void {
  const text = JSON.stringify({ doorstep: 'unsent work', exported: now.toISOString(), by, entries }, null, 2)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `doorstep-unsent-${now.toISOString().slice(0, 16).replaceAll(':', '-')}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
