import type { Change } from '#domain/change/change.ts'
import { applyEdit, upcastRecord } from '#domain/kind/applyEdit.ts'
import { isKindName, kinds } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { View } from './view.ts'

/** Lays a device's own unsettled changes over the record it holds, by the very rule the server decides with. */
export function overlay(
  base: StoredRecord | null,
  changes: Change[],
  by: string,
  id: string,
): StoredRecord | null {
  return changes.reduce<StoredRecord | null>((record, change) => layOver(record, change, by, id), base)
}

function layOver(record: StoredRecord | null, change: Change, by: string, id: string): StoredRecord | null {
  const stamp = { change: change.id, by, device: change.device, at: change.at }
  return change.edits
    .filter((edit) => edit.id === id)
    .reduce<StoredRecord | null>((before, edit) => {
      const merged = applyEdit(before, edit, stamp)
      return merged.ok ? merged.value.record : before
    }, record)
}

/**
 * The record as a screen can read it. Null for a kind or body that this version cannot read: such a record is
 * kept and passed on, and not shown.
 */
export function viewOf(record: StoredRecord, pending: boolean): View | null {
  if (!isKindName(record.kind)) return null
  const current = upcastRecord(record)
  const body = kinds[record.kind].body.safeParse(current.body)
  if (!body.success) return null
  const { id, version, file, rev, contested, written, deleted } = current
  return {
    id,
    kind: record.kind,
    version,
    file,
    rev,
    contested,
    written,
    deleted,
    pending,
    body: body.data,
  }
}
