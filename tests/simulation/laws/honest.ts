import type { Edit } from '#domain/change/change.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { Witness } from '../witness.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/** Whoever writes what they may write is never refused. */
export function nothingHonestRefused({ witness, devices }: World, stored: Stored): void {
  const moved = filesThatMoved(witness)
  const fileOf = (edit: Edit) => (edit.op === 'create' ? edit.file : stored.records.get(edit.id)?.file)
  for (const [id, { reason, detail }] of witness.refusals) {
    const saved = witness.acknowledged.get(id)
    if (!saved) continue
    const { edits } = saved.change
    const role = devices[saved.device]?.person.role
    const mayLack = (edit: Edit) =>
      witness.altered.has(saved.person) ||
      isOfHeldRecord(edit, stored) ||
      role === 'volunteer' ||
      isOfDirectory(edit) ||
      moved.has(fileOf(edit) ?? '')
    const allowed =
      (['forbidden', 'held', 'declined'].includes(reason ?? '') &&
        role !== 'manager' &&
        edits.some(mayLack)) ||
      (reason === 'unknownRecord' && edits.some((edit) => !stored.records.has(fileOf(edit) ?? edit.id)))
    if (allowed) continue
    witness.breach(
      'Whoever writes what they may write is never refused',
      `${reason} ${detail ?? ''}: ${JSON.stringify(edits).slice(0, 400)}`,
    )
  }
}

/** A record that is held itself is not there yet: whatever is written on it waits with it. */
function isOfHeldRecord(edit: Edit, { records }: Stored): boolean {
  return edit.op !== 'create' && !records.has(edit.id)
}

function isOfDirectory({ kind }: Edit): boolean {
  return kindNamed(kind)?.place === 'directory'
}

/** Files that somebody has sent to another team: others may have written in them who no longer could. */
function filesThatMoved({ acknowledged }: Witness): Set<string> {
  const edits = [...acknowledged.values()].flatMap(({ change }) => change.edits)
  const moving = edits.filter((edit) => edit.op === 'edit' && edit.kind === 'client' && 'team' in edit.fields)
  return new Set(moving.map(({ id }) => id))
}
