import type { OutboxEntry } from '#store/workspace.ts'
import { handOver } from '#ui/handOver.ts'

/** Work that has not arrived at the service, as a file of its own: for the worst case, read and entered by hand. */
export function exportWork(entries: OutboxEntry[], by: { id: string; name: string }, now: Date): void {
  const text = JSON.stringify({ doorstep: 'unsent work', exported: now.toISOString(), by, entries }, null, 2)
  const name = `doorstep-unsent-${now.toISOString().slice(0, 16).replaceAll(':', '-')}.json`
  handOver(text, { name, type: 'application/json' })
}
