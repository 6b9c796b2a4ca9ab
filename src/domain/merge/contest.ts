import type { FieldEdit } from '../change/change.ts'
import { isObject, type Json, sameJson, withKey } from '../json.ts'
import { type ContestedValue, openContested, type Stamp, type StoredRecord } from '../record/record.ts'
import { pathOf, segmentsOf } from './path.ts'

/** Puts a value beside the record's own until a person chooses. */
export function contest(
  record: StoredRecord,
  path: string,
  { from, to }: Pick<FieldEdit, 'from' | 'to'>,
  { change, by, device, at }: Stamp,
): StoredRecord {
  if (contestedAs(record, path, to, change)) return record
  return withContested(record, path, [...valuesAt(record, path), { change, by, device, at, from, to }])
}

/** Whether this very change already put this value beside the record's: merging twice equals once. */
export function contestedAs(record: StoredRecord, path: string, to: Json, change: string): boolean {
  return valuesAt(record, path).some((value) => value.change === change && sameJson(value.to, to))
}

/**
 * Marks contested values as decided. Those that the author has not seen stay questions. `was` is what the record
 * says at the path before the choice takes hold, for its undo.
 */
export function settle(
  record: StoredRecord,
  path: string,
  changes: string[],
  stamp: Stamp,
  was?: Json,
): StoredRecord {
  const named = (value: ContestedValue) => changes.includes(value.change)
  const [, lifted] = placesOf(path)
  const marked = markWhere(record, path, stamp, named, was)
  const inner = segmentsOf(path)[2] ?? ''
  return lifted === undefined
    ? marked
    : markWhere(marked, lifted, stamp, (value) => named(value) && saysOnly(value, inner))
}

/** Whether a value of a whole element says nothing beyond one of its fields: else the rest is still a question. */
function saysOnly({ from, to }: ContestedValue, inner: string): boolean {
  if (!isObject(from) || !isObject(to)) return false
  return sameJson(withKey(from, inner, null), withKey(to, inner, null))
}

/** Once the record's value says what a contested value says, nobody has anything left to choose. */
export function settleAgreed(
  record: StoredRecord,
  path: string,
  now: Json,
  stamp: Stamp,
  was?: Json,
): StoredRecord {
  return markWhere(record, path, stamp, (value) => sameJson(value.to, now), was)
}

/**
 * Whether an author decides on a value that somebody else has decided on meanwhile: two people settling at once.
 * A decision to keep what is there would otherwise be overwritten without a trace.
 */
export function decidedMeanwhile(
  record: StoredRecord,
  paths: string[],
  changes: string[],
  stamp: Stamp,
): boolean {
  const values = [...new Set(paths.flatMap(placesOf))].flatMap((place) => valuesAt(record, place))
  return changes.some((change) => {
    const named = values.filter((value) => value.change === change)
    return named.length > 0 && named.every(({ settled }) => settled && settled.change !== stamp.change)
  })
}

/**
 * Once the record says what an author wants, a contested value of their own that they came from is done with.
 * (A value that they only chose among, or are undoing, is another matter: that is named in the edit.)
 */
export function settleOwn(record: StoredRecord, path: string, edit: FieldEdit, stamp: Stamp): StoredRecord {
  return isChoice(edit) ? record : markWhere(record, path, stamp, (value) => isOwn(value, edit, stamp))
}

/** The undo of a settlement: settled values become a question again. */
export function reopenWhere(
  record: StoredRecord,
  path: string,
  again: (value: ContestedValue) => boolean,
): StoredRecord {
  const values = valuesAt(record, path)
  if (!values.some((value) => value.settled && again(value))) return record
  return withContested(
    record,
    path,
    values.map((value) => (again(value) ? unsettled(value) : value)),
  )
}

/**
 * Its author goes on from a value of their own that is contested: that value becomes the new one, still
 * contested. Only from the same device, which saw its own value as the record's: another device whose base
 * happens to read the same never saw the contested value, and may not replace it.
 */
export function continueContested(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
): StoredRecord | null {
  if (isChoice(edit)) return null
  const continued = openContested(record, path).findLast((value) => isOwn(value, edit, stamp))
  if (!continued) return null
  const { change, by, device, at } = stamp
  return withContested(
    record,
    path,
    valuesAt(record, path).map((value) =>
      value === continued ? { ...value, change, by, device, at, to: edit.to } : value,
    ),
  )
}

function isChoice({ settles, reopens }: FieldEdit): boolean {
  return settles !== undefined || reopens !== undefined
}

function isOwn(value: ContestedValue, edit: FieldEdit, stamp: Stamp): boolean {
  return value.device === stamp.device && sameJson(value.to, edit.from)
}

export function markWhere(
  record: StoredRecord,
  path: string,
  { change, by, at }: Stamp,
  decided: (value: ContestedValue) => boolean,
  was?: Json,
): StoredRecord {
  if (!openContested(record, path).some(decided)) return record
  const settled = { change, by, at, ...(was === undefined ? {} : { was }) }
  return withContested(
    record,
    path,
    valuesAt(record, path).map((value) => (!value.settled && decided(value) ? { ...value, settled } : value)),
  )
}

export function valuesAt(record: StoredRecord, path: string): ContestedValue[] {
  return Object.hasOwn(record.contested, path) ? (record.contested[path] ?? []) : []
}

export function withContested(record: StoredRecord, path: string, values: ContestedValue[]): StoredRecord {
  const contested = new Map(Object.entries(record.contested))
  if (values.length > 0) contested.set(path, values)
  else contested.delete(path)
  return { ...record, contested: Object.fromEntries(contested) }
}

/** A question inside an element moves up to the element when that is taken away, so it is looked for there too. */
export function placesOf(path: string): string[] {
  const [field, key, inner] = segmentsOf(path)
  if (field === undefined || key === undefined || inner === undefined) return [path]
  return [path, pathOf(field, key)]
}

function unsettled({ settled: _settled, ...value }: ContestedValue): ContestedValue {
  return value
}
