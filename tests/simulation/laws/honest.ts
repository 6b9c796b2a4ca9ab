import type { Edit } from '#domain/change/change.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/** Whoever writes what they may write is never refused. */
export function nothingHonestRefused({ witness, devices }: World, stored: Stored): void {
  const moved = filesThatMoved(stored)
  const fileOf = (edit: Edit) => (edit.op === 'create' ? edit.file : stored.records.get(edit.id)?.file)
  for (const [id, { reason, detail }] of witness.refusals) {
    const saved = witness.acknowledged.get(id)
    if (!saved) continue
    const { edits } = saved.change
    const role = devices[saved.device]?.person.role
    const mayLack = (edit: Edit) =>
      witness.altered.has(saved.person) ||
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

function isOfDirectory({ kind }: Edit): boolean {
  return kindNamed(kind)?.place === 'directory'
}

/** Files that have been with more than one team: somebody may have written who no longer could. */
function filesThatMoved({ history }: Stored): Set<string> {
  return new Set(
    history.flatMap(({ change }) =>
      (change?.edits ?? []).flatMap((edit) =>
        edit.op === 'edit' && edit.kind === 'client' && 'team' in edit.fields ? [edit.id] : [],
      ),
    ),
  )
}
