import type { Change, Edit } from '#domain/change/change.ts'
import { applyEdit } from '#domain/kind/applyEdit.ts'
import type { Kind, Place } from '#domain/kind/kind.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { Merged } from '#domain/merge/merge.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { accessLost, type Past } from '../scopes/access.ts'
import { isIntake, isPermitted } from '../scopes/permits.ts'
import { type Member, mayWrite, type Scope, scopesOfRecord } from '../scopes/scopes.ts'
import { liesWithClient } from './load.ts'
import { placeOf, type Refusal } from './readChange.ts'

/**
 * What a change finds.
 *
 * - `now`: a record with the earlier edits of this change in it
 * - `before`: as it was before this change. Whoever hands a client over to another team in a change may still
 *   write into the file in that same change, so the team of before decides
 * - `past`: what access its author has lost
 * - `waits`: whether a change that is held for review would make this record
 */
export interface Sight {
  now: (id: string) => StoredRecord | null
  before: (id: string) => StoredRecord | null
  past: Past
  waits: (id: string) => boolean
}

/** Decides one edit of a change: merged, or refused with the reason. Pure. */
export function judgeEdit(edit: Edit, change: Change, by: Member, sight: Sight): Result<Merged, Refusal> {
  const kind = kindNamed(edit.kind)
  if (!kind) return err({ reason: 'unknownKind', detail: edit.kind })
  const record = sight.now(edit.id)
  const refusal = record
    ? judgeTarget(record, edit, change, by, sight)
    : judgeNew(edit, kind, change, by, sight)
  return refusal ? err(refusal) : merge(record, edit, change, by, kind)
}

/**
 * A record is where its client is. One that came into the file after its author had lost it, by a change of theirs that
 * was still taken, never was in a scope of theirs itself; its client was.
 */
function judgeTarget(
  record: StoredRecord,
  edit: Edit,
  change: Change,
  by: Member,
  sight: Sight,
): Refusal | null {
  const scopes = scopesOfRecord(record, clientBefore(sight))
  const own = judgeAccess({ record: record.id, scopes }, edit, change, by, sight)
  const ofFile = own?.reason === 'forbidden' && record.file !== null && liesWithClient(record.kind)
  const shut = ofFile ? judgeAccess({ record: record.file, scopes }, edit, change, by, sight) : own
  if (shut) return shut
  if (record.kind !== edit.kind) return { reason: 'wrongKind', detail: 'kind' }
  if (edit.op === 'create' && edit.file !== record.file) return { reason: 'wrongKind', detail: 'file' }
  return null
}

function judgeNew(edit: Edit, kind: Kind, change: Change, by: Member, sight: Sight): Refusal | null {
  if (edit.op !== 'create') return { reason: sight.waits(edit.id) ? 'held' : 'unknownRecord' }
  const misplaced = judgePlace(edit, kind, sight)
  if (misplaced) return misplaced
  if (kind.place === 'log') return judgeLine(edit, by)
  const lacking = lackingIn(edit, sight)
  if (lacking !== null) return { reason: 'unknownRecord', detail: lacking }
  if (isIntake(by, edit, sight.before)) return null
  const itself = edit.kind === 'client' ? edit : null
  const clientOf = (file: string) => (itself?.id === file ? itself : clientBefore(sight)(file))
  const record = itself ? null : edit.file
  return judgeAccess({ record, scopes: scopesOfRecord(edit, clientOf) }, edit, change, by, sight)
}

/** What has to be there first, and may come yet, as after a restore: the referral of a message, the drop-in of who came. */
const needed = new Map([
  ['message', 'onwardReferral'],
  ['dropInContact', 'dropIn'],
])

function lackingIn({ kind, body }: Extract<Edit, { op: 'create' }>, sight: Sight): string | null {
  const field = needed.get(kind)
  const named = field === undefined ? null : body[field]
  return field !== undefined && typeof named === 'string' && sight.now(named) === null ? field : null
}

/** What was done while its author had access is taken; what was not waits for a manager, rather than be lost. */
function judgeAccess(
  target: { record: string | null; scopes: readonly Scope[] },
  edit: Edit,
  { pulled = 0 }: Change,
  by: Member,
  { past, now }: Sight,
): Refusal | null {
  const permitted = isPermitted(by, edit, now)
  const stillHere = mayWrite(by, target.scopes)
  if (stillHere && permitted) return null
  // Who still writes here and may not do this could do it as a manager, who may do everything.
  const lost = accessLost(stillHere ? asManager : target, pulled, past)
  switch (lost) {
    case 'then':
      return permitted || hadFiles(past) ? null : { reason: 'forbidden' }
    case 'before':
      return { reason: 'held' }
    case 'never':
      return { reason: 'forbidden' }
  }
}

const asManager = { record: null, scopes: ['service'] } as const

/** Whether they worked with case files once, whatever their role is now. */
function hadFiles({ spans }: Past): boolean {
  return spans.some(({ scope }) => scope === 'service' || scope.startsWith('team:'))
}

/** Anybody adds to the log, in their own name. */
function judgeLine({ body }: Extract<Edit, { op: 'create' }>, by: Member): Refusal | null {
  return body['by'] === by.staff ? null : { reason: 'invalidBody', detail: 'by: not the author' }
}

/** A client's file is the client itself; all else of a file needs the client to be there. */
function judgePlace(
  { id, file }: Extract<Edit, { op: 'create' }>,
  { kind, place }: Kind,
  sight: Sight,
): Refusal | null {
  if (isMisplaced({ kind, id, file }, place)) return { reason: 'wrongKind', detail: 'file' }
  if (file === null || kind === 'client' || sight.now(file)?.kind === 'client') return null
  return { reason: sight.waits(file) ? 'held' : 'unknownRecord', detail: 'file' }
}

/** Whether a record of such a place may not lie in that file, or in none. */
export function isMisplaced(
  { kind, id, file }: Pick<StoredRecord, 'kind' | 'id' | 'file'>,
  place: Place,
): boolean {
  if (kind === 'client') return file !== id
  if (place === 'people') return false
  return (place === 'file') !== (file !== null)
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
export function misfitOf(record: StoredRecord, kind: Kind): string | null {
  if (record.version > kind.version) return null
  const parsed = kind.body.safeParse(record.body)
  return parsed.success ? null : placeOf(parsed.error)
}
