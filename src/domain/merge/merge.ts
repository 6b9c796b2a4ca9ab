import type { Edit, FieldEdit, FieldsEdit } from '../change/change.ts'
import { type JsonObject, sameJson } from '../json.ts'
import {
  type ContestedValue,
  openContested,
  openQuestions,
  type Stamp,
  type StoredRecord,
} from '../record/record.ts'
import { err, ok, type Result } from '../result.ts'
import { contest, contestedBy, reopen, settle } from './contest.ts'
import { mergeField } from './field.ts'
import { WHOLE_RECORD } from './path.ts'
import type { FieldRules } from './rules.ts'

export interface Merged {
  record: StoredRecord
  outcome: 'applied' | 'contested'
}

/**
 * Where edits meet. The server calls it to decide, in its one order; a device calls it to lay its pending
 * changes over the record that it holds. Pure: `seq` is left for the caller to give.
 *
 * | the record's value now                    | outcome                                              |
 * |-------------------------------------------|------------------------------------------------------|
 * | equals `from`                             | becomes `to`                                         |
 * | equals `to`                               | agreed                                               |
 * | differs, the field is a set or keyed list | merged element by element, three ways                |
 * | differs, `from` is a contested value      | that contested value becomes `to`                    |
 * | differs                                   | contested: the value stays, `to` is kept beside it   |
 * | the record was removed                    | contested on the tombstone                           |
 * | removal of what the author did not see    | contested at the empty path; the record stays        |
 *
 * An edit of a record that nobody has created is the one thing that cannot be merged.
 */
export function mergeEdit(
  record: StoredRecord | null,
  edit: Edit,
  stamp: Stamp,
  rules: FieldRules,
): Result<Merged, 'unknownRecord'> {
  if (record === null) return edit.op === 'create' ? ok(created(edit)) : err('unknownRecord')
  const after = { ...mergeInto(record, edit, stamp, rules), version: Math.max(record.version, edit.version) }
  const outcome = leavesQuestion(after, stamp.change) ? 'contested' : 'applied'
  const altered = !sameRecord(record, after)
  return ok({ record: altered ? { ...after, rev: record.rev + 1 } : record, outcome })
}

function created(edit: Extract<Edit, { op: 'create' }>): Merged {
  const { id, kind, version, file, body } = edit
  const record = { id, kind, version, file, seq: 0, rev: 1, deleted: null, body, contested: {} }
  return { record, outcome: 'applied' }
}

function mergeInto(record: StoredRecord, edit: Edit, stamp: Stamp, rules: FieldRules): StoredRecord {
  switch (edit.op) {
    case 'create':
      return mergeFields(record, asFieldEdits(edit.body), stamp, rules)
    case 'edit':
      return mergeFields(record, edit.fields, stamp, rules)
    case 'remove':
      return mergeRemoval(record, edit, stamp)
    case 'restore':
      return { ...record, deleted: null }
  }
}

/** Creating what is already there says the same as editing it from nothing. */
function asFieldEdits(body: JsonObject): Record<string, FieldEdit> {
  return Object.fromEntries(Object.entries(body).map(([field, to]) => [field, { from: null, to }]))
}

function mergeFields(
  record: StoredRecord,
  fields: FieldsEdit['fields'],
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  return Object.entries(fields).reduce(
    (before, [path, edit]) => mergePath(before, path, edit, stamp, rules),
    record,
  )
}

function mergePath(
  before: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  const record = reopen(settle(before, path, edit.settles ?? [], stamp), path, edit.reopens ?? [])
  if (path === WHOLE_RECORD || contestedBy(record, path, stamp.change)) return record
  return mergeField(record, path, edit, stamp, rules)
}

function mergeRemoval(
  before: StoredRecord,
  edit: Extract<Edit, { op: 'remove' }>,
  stamp: Stamp,
): StoredRecord {
  if (before.deleted) return before
  const record = settleEverywhere(before, edit.settles ?? [], stamp)
  if (contestedBy(record, WHOLE_RECORD, stamp.change)) return record
  if (sameJson(record.body, edit.seen) && openQuestions(record).length === 0) {
    return { ...record, deleted: { ...stamp, reason: edit.reason } }
  }
  return contest(record, WHOLE_RECORD, { from: null, to: { removed: true, reason: edit.reason } }, stamp)
}

function settleEverywhere(record: StoredRecord, changes: string[], stamp: Stamp): StoredRecord {
  if (changes.length === 0) return record
  return Object.keys(record.contested).reduce((before, path) => settle(before, path, changes, stamp), record)
}

function leavesQuestion(record: StoredRecord, change: string): boolean {
  return openQuestions(record).some((path) =>
    openContested(record, path).some((value: ContestedValue) => value.change === change),
  )
}

function sameRecord(a: StoredRecord, b: StoredRecord): boolean {
  return (
    a.version === b.version &&
    sameJson(a.body, b.body) &&
    sameContested(a, b) &&
    sameJson(a.deleted?.change, b.deleted?.change)
  )
}

function sameContested(a: StoredRecord, b: StoredRecord): boolean {
  return a.contested === b.contested || JSON.stringify(a.contested) === JSON.stringify(b.contested)
}
