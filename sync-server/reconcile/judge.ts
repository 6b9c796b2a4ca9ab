import type { Change, Edit } from '#domain/change/change.ts'
import { applyEdit } from '#domain/kind/applyEdit.ts'
import type { Kind } from '#domain/kind/kind.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { Merged } from '#domain/merge/merge.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type Member, mayWrite, scopesOfRecord } from '../scopes/scopes.ts'
import { placeOf, type Refusal } from './readChange.ts'

/**
 * What a change finds.
 *
 * - `now`: a record with the earlier edits of this change in it
 * - `before`: as it was before this change. Whoever hands a client over to another team in a change may still
 *   write into the file in that same change, so the team of before decides
 */
export interface Sight {
  now: (id: string) => StoredRecord | null
  before: (id: string) => StoredRecord | null
}

/** Decides one edit of a change: merged, or refused with the reason. Pure. */
export function judgeEdit(edit: Edit, change: Change, by: Member, sight: Sight): Result<Merged, Refusal> {
  const kind = kindNamed(edit.kind)
  if (!kind) return err({ reason: 'unknownKind', detail: edit.kind })
  const record = sight.now(edit.id)
  const refusal = record ? judgeTarget(record, edit, by, sight) : judgeNew(edit, kind, by, sight)
  return refusal ? err(refusal) : merge(record, edit, change, by, kind)
}

function judgeTarget(record: StoredRecord, edit: Edit, by: Member, sight: Sight): Refusal | null {
  if (!mayWrite(by, scopesOfRecord(record, clientBefore(sight)))) return { reason: 'forbidden' }
  if (record.kind !== edit.kind) return { reason: 'wrongKind', detail: 'kind' }
  if (edit.op === 'create' && edit.file !== record.file) return { reason: 'wrongKind', detail: 'file' }
  return null
}

function judgeNew(edit: Edit, kind: Kind, by: Member, sight: Sight): Refusal | null {
  if (edit.op !== 'create') return { reason: 'unknownRecord' }
  const misplaced = judgePlace(edit, kind, sight)
  if (misplaced) return misplaced
  const itself = edit.kind === 'client' ? edit : null
  const clientOf = (file: string) => (itself?.id === file ? itself : clientBefore(sight)(file))
  return mayWrite(by, scopesOfRecord(edit, clientOf)) ? null : { reason: 'forbidden' }
}

/** A client's file is the client itself; all else of a file needs the client to be there. */
function judgePlace(
  { id, file }: Extract<Edit, { op: 'create' }>,
  { kind, place }: Kind,
  sight: Sight,
): Refusal | null {
  if (place === 'directory') return file === null ? null : { reason: 'wrongKind', detail: 'file' }
  if (file === null || (kind === 'client' && file !== id)) return { reason: 'wrongKind', detail: 'file' }
  if (kind === 'client' || sight.now(file)?.kind === 'client') return null
  return { reason: 'unknownRecord', detail: 'file' }
}

function clientBefore({ before, now }: Sight) {
  return (file: string) => {
    const client = before(file) ?? now(file)
    return client?.kind === 'client' ? client : null
  }
}

function merge(
  record: StoredRecord | null,
  edit: Edit,
  { id, device, at }: Change,
  { staff }: Member,
  kind: Kind,
): Result<Merged, Refusal> {
  const merged = applyEdit(record, edit, { change: id, by: staff, device, at }, kind)
  if (!merged.ok) return err({ reason: merged.error })
  const after = merged.value.record
  if (record && kind.appendOnly && after.rev !== record.rev) return err({ reason: 'appendOnly' })
  const misfit = misfitOf(after, kind)
  if (misfit !== null && (record === null || misfitOf(record, kind) === null)) {
    return err({ reason: 'invalidBody', detail: misfit })
  }
  return ok(merged.value)
}

/** Where a body does not fit its kind; null where it does, or where it's of a version newer than this one. */
function misfitOf(record: StoredRecord, kind: Kind): string | null {
  if (record.version > kind.version) return null
  const parsed = kind.body.safeParse(record.body)
  return parsed.success ? null : placeOf(parsed.error)
}
