import type { Edit, FieldEdit, FieldsEdit, RemoveEdit } from '../change/change.ts'
import { type JsonObject, sameJson } from '../json.ts'
import {
  type ContestedValue,
  openContested,
  openQuestions,
  type Removal,
  type Stamp,
  type StoredRecord,
} from '../record/record.ts'
import { err, ok, type Result } from '../result.ts'
import {
  contest,
  contestedAs,
  decidedMeanwhile,
  markWhere,
  placesOf,
  reopenWhere,
  settle,
  valuesAt,
} from './contest.ts'
import { mergeField, valueAt } from './field.ts'
import { pathOf, WHOLE_RECORD } from './path.ts'
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
 * | equals `to`                               | agreed; a contested value that says so is settled    |
 * | differs, the field is a set or keyed list | merged element by element, three ways                |
 * | differs, `from` is a contested value      | that value becomes `to`, if the same device wrote it |
 * | differs                                   | contested: the value stays, `to` is kept beside it   |
 * | was decided on by somebody else meanwhile | contested, where the author decides otherwise        |
 * | lies in an element that was taken away    | contested as the whole element                       |
 * | the record was removed                    | contested on the tombstone                           |
 *
 * | a removal of                              | outcome                                              |
 * |-------------------------------------------|------------------------------------------------------|
 * | what the author saw, nothing contested    | a tombstone                                          |
 * | what the author did not see, or contested | contested at the empty path; the record stays        |
 * | what somebody has removed already         | agreed; this reason is kept too                      |
 * | what was kept or restored, unseen         | contested at the empty path (and the other way round |
 * |                                           | on the tombstone, where `to` is null: to keep it)    |
 *
 * A restoration takes the tombstone away, keeps the removal at the empty path as settled, and reopens the field
 * questions that the removal had settled. It restores whatever removal it meets, one unseen included.
 *
 * - An edit of a record that nobody has created is the one thing that cannot be merged.
 * - Creating what is already there edits it from nothing. `kind` and `file` are the caller's to compare first.
 * - Merging a change twice equals merging it once, as long as it touches each record in one edit. Two edits of one
 *   record in one change lose nothing, but the second time may put a question that has been answered.
 * - Order and repetition say nothing in a set, order says nothing in a keyed list: of two reorderings the first
 *   stays. An element of a set has no identity but its value: taking it away takes away an equal one that
 *   somebody else has added again meanwhile.
 * - A keyed list with an element that has no key, or the key of another, is one value, contested as a whole.
 * - The record keeps its version when it meets an edit of a newer one: not all of its body is brought up yet.
 */
export function mergeEdit(
  record: StoredRecord | null,
  edit: Edit,
  stamp: Stamp,
  rules: FieldRules,
): Result<Merged, 'unknownRecord'> {
  if (record === null) return edit.op === 'create' ? ok(created(edit)) : err('unknownRecord')
  const after = mergeInto(record, edit, stamp, rules)
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
      return mergeRestoration(record, stamp)
  }
}

/** Creating what is already there says the same as editing it from nothing. */
function asFieldEdits(body: JsonObject): Record<string, FieldEdit> {
  return Object.fromEntries(Object.entries(body).map(([field, to]) => [pathOf(field), { from: null, to }]))
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
  if (path === WHOLE_RECORD) return mergeKeeping(before, edit, stamp)
  const { settles = [], reopens = [] } = edit
  const raced = decidedMeanwhile(before, [path], settles, stamp)
  const record = settle(before, path, settles, stamp, valueAt(before, path, rules))
  if (saysNothing(edit)) return record
  const overruled = raced && !sameJson(valueAt(record, path, rules), edit.to)
  const merged = overruled ? contest(record, path, edit, stamp) : mergeField(record, path, edit, stamp, rules)
  return reopen(merged, path, reopens, rules)
}

/** The undo of a settlement: the values become a question again, save one that the record now says. */
function reopen(record: StoredRecord, path: string, changes: string[], rules: FieldRules): StoredRecord {
  return placesOf(path).reduce(
    (before, place) =>
      reopenWhere(
        before,
        place,
        ({ change, to }) => changes.includes(change) && !sameJson(to, valueAt(before, place, rules)),
      ),
    record,
  )
}

function saysNothing({ from, to, settles, reopens }: FieldEdit): boolean {
  return sameJson(from, to) && !settles?.length && !reopens?.length
}

/** A decision to keep the record, or its undo. Somebody may have carried it to its removal meanwhile. */
function mergeKeeping(before: StoredRecord, edit: FieldEdit, stamp: Stamp): StoredRecord {
  const { from, to, settles = [], reopens = [] } = edit
  const record = settle(before, WHOLE_RECORD, settles, stamp)
  const overtaken = record.deleted !== null && settles.length > 0
  const kept = overtaken || !sameJson(from, to) ? contest(record, WHOLE_RECORD, { from, to }, stamp) : record
  return record.deleted ? kept : reopenWhere(kept, WHOLE_RECORD, ({ change }) => reopens.includes(change))
}

function mergeRemoval(before: StoredRecord, edit: RemoveEdit, stamp: Stamp): StoredRecord {
  const settles = edit.settles ?? []
  const paths = Object.keys(before.contested)
  const raced = decidedMeanwhile(before, paths, settles, stamp)
  const record = paths.reduce((settled, path) => settle(settled, path, settles, stamp), before)
  const saying = { from: null, to: { removed: true, reason: edit.reason } }
  if (contestedAs(record, WHOLE_RECORD, saying.to, stamp.change)) return record
  if (record.deleted) return agreeOnRemoval(record, record.deleted, saying, stamp)
  const unseen = !sameJson(record.body, edit.seen) || openQuestions(record).some(isOfField)
  if (raced || unseen || wasKept(record, edit, stamp)) return contest(record, WHOLE_RECORD, saying, stamp)
  const removed = { ...record, deleted: { ...stamp, reason: edit.reason } }
  return markWhere(removed, WHOLE_RECORD, stamp, () => true)
}

/** Whether somebody has decided to keep the record, which the author of a removal has not seen. */
function wasKept(record: StoredRecord, { knows = [] }: RemoveEdit, stamp: Stamp): boolean {
  return valuesAt(record, WHOLE_RECORD).some(
    ({ change, settled }) => settled && settled.change !== stamp.change && !knows.includes(change),
  )
}

/** Removed already: only a reason of its own is left to keep. */
function agreeOnRemoval(
  record: StoredRecord,
  deleted: Removal,
  saying: { from: null; to: { removed: boolean; reason: string } },
  stamp: Stamp,
): StoredRecord {
  if (deleted.change === stamp.change || deleted.reason === saying.to.reason) return record
  const said = contest(record, WHOLE_RECORD, saying, stamp)
  return markWhere(said, WHOLE_RECORD, stamp, ({ change }) => change === stamp.change)
}

function mergeRestoration(record: StoredRecord, stamp: Stamp): StoredRecord {
  const { deleted } = record
  if (!deleted) return withdrawRemoval(record, stamp)
  const undone = { from: null, to: { removed: true, reason: deleted.reason } }
  const said = contest({ ...record, deleted: null }, WHOLE_RECORD, undone, deleted)
  const kept = markWhere(said, WHOLE_RECORD, stamp, ({ to }) => to === null || sameJson(to, undone.to))
  return Object.keys(kept.contested)
    .filter(isOfField)
    .reduce(
      (before, path) => reopenWhere(before, path, ({ settled }) => settled?.change === deleted.change),
      kept,
    )
}

/** Who undoes a removal that did not come about, because it was contested, no longer asks for it. */
function withdrawRemoval(record: StoredRecord, stamp: Stamp): StoredRecord {
  return markWhere(record, WHOLE_RECORD, stamp, ({ device, to }) => device === stamp.device && to !== null)
}

function isOfField(path: string): boolean {
  return path !== WHOLE_RECORD
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
