import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/** A contested value says truly who wrote it, where, in which change, and what they had before them. */
export function contestedValuesAreTrue({ witness }: World, { history, records }: Stored): void {
  const changes = new Map(history.map((row) => [row.id, row]))
  const saved = (id: string) => {
    const known = witness.acknowledged.get(id)
    return known && { by: known.person, device: known.change.device, at: known.change.at }
  }
  for (const record of records.values()) {
    for (const [path, values] of Object.entries(record.contested)) {
      for (const value of values) {
        const source = changes.get(value.change)
        const author =
          saved(value.change) ?? (source && { by: source.by, device: source.device, at: source.at })
        // What a device gave back after one restore may itself be lost by the next, and come back in the record.
        if (!author && witness.restores > 1) continue
        const { by, device, at } = value
        if (JSON.stringify(author) === JSON.stringify({ by, device, at })) continue
        witness.breach(
          'A contested value names its author, device and time',
          `${record.kind} ${record.id} at “${path}”: ${JSON.stringify(value)}`,
        )
      }
    }
  }
}
