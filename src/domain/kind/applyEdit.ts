import type { Edit } from '../change/change.ts'
import type { JsonObject } from '../json.ts'
import { mergeEdit, type Merged } from '../merge/merge.ts'
import { mergeReturned } from '../merge/mergeReturned.ts'
import type { Stamp, StoredRecord } from '../record/record.ts'
import type { Result } from '../result.ts'
import { type Kind, upcastBody } from './kind.ts'
import { kindNamed } from './kinds.ts'
import { upcastContested, upcastFields, upcastWritten } from './upcastFields.ts'

/** Merges an edit by the rules of its kind, both brought up to the kind's present version first. */
export function applyEdit(
  record: StoredRecord | null,
  edit: Edit,
  stamp: Stamp,
  kind: Kind | null = kindNamed(edit.kind),
): Result<Merged, 'unknownRecord'> {
  if (!kind) return mergeEdit(record, edit, stamp, {})
  return mergeEdit(record && upcastRecord(record, kind), upcastEdit(edit, kind), stamp, kind.rules)
}

/**
 * The record as this version reads it, its contested values included. One from a newer version, or of an unknown
 * kind, stays as it is.
 */
export function upcastRecord(record: StoredRecord, kind: Kind | null = kindNamed(record.kind)): StoredRecord {
  if (!kind || record.version >= kind.version) return record
  const up = (body: JsonObject) => upcastBody(kind, body, record.version)
  return {
    ...record,
    body: up(record.body),
    contested: upcastContested(record.contested, record.body, up, kind.rules),
    ...(record.written && { written: upcastWritten(record.written, record.body, up, kind.rules) }),
    version: kind.version,
  }
}

function upcastEdit(edit: Edit, kind: Kind): Edit {
  if (edit.version >= kind.version) return edit
  const up = (body: JsonObject) => upcastBody(kind, body, edit.version)
  switch (edit.op) {
    case 'create':
      return { ...edit, version: kind.version, body: up(edit.body) }
    case 'remove':
      return { ...edit, version: kind.version, seen: up(edit.seen) }
    case 'restore':
      return { ...edit, version: kind.version }
    case 'edit':
      return { ...edit, version: kind.version, fields: upcastFields(edit.fields, up, kind.rules) }
  }
}

/** Takes a record that comes back, by the rules of its kind, everything brought up to the present version first. */
export function applyReturned(
  record: StoredRecord | null,
  returned: StoredRecord,
  base: StoredRecord | null,
  stamp: Stamp,
): Merged {
  const kind = kindNamed(returned.kind)
  const up = (older: StoredRecord) => upcastRecord(older, kind)
  return mergeReturned(record && up(record), up(returned), base && up(base), stamp, kind?.rules ?? {})
}
