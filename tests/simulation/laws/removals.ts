import type { Change, RemoveEdit } from '#domain/change/change.ts'
import { sameJson } from '#domain/json.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/**
 * A removal holds, is a question, or was answered by a restoration; it is never undone by somebody who only went on
 * writing. And it takes away nothing that its author had not seen.
 */
export function removalsHold({ witness }: World, { history, records }: Stored): void {
  for (const { change, edit } of history.flatMap((row) => removalsIn(row.change))) {
    const record = records.get(edit.id)
    if (!record) continue
    const beside = Object.values(record.contested).flat()
    const named = beside.some((value) => value.change === change.id)
    if (!record.deleted && !named) {
      witness.breach('A removal holds, or is beside the record', `${change.id} of ${edit.kind} ${edit.id}`)
    }
    if (record.deleted?.change === change.id && !sameJson(record.body, edit.seen)) {
      witness.breach(
        'A removal takes away only what its author saw',
        `${edit.kind} ${edit.id}: ${JSON.stringify(record.body)} but seen was ${JSON.stringify(edit.seen)}`,
      )
    }
  }
}

function removalsIn(change: Change | null): { change: Change; edit: RemoveEdit }[] {
  return (change?.edits ?? []).flatMap((edit) => (change && edit.op === 'remove' ? [{ change, edit }] : []))
}
