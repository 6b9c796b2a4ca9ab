import type { FieldEdit } from '../change/change.ts'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import { type ContestedValue, openContested, type Stamp, type StoredRecord } from '../record/record.ts'

/** Puts a value beside the record's own until a person chooses. */
export function contest(
  record: StoredRecord,
  path: string,
  { from, to }: Pick<FieldEdit, 'from' | 'to'>,
  { change, by, device, at }: Stamp,
): StoredRecord {
  if (contestedBy(record, path, change)) return record
  return withContested(record, path, [...valuesAt(record, path), { change, by, device, at, from, to }])
}

/** Whether this very change already lies beside the value: merging twice equals once. */
export function contestedBy(record: StoredRecord, path: string, change: string): boolean {
  return valuesAt(record, path).some((value) => value.change === change)
}

/** Marks contested values as decided. Those that the author has not seen stay questions. */
export function settle(record: StoredRecord, path: string, changes: string[], stamp: Stamp): StoredRecord {
  return markWhere(record, path, stamp, (value) => changes.includes(value.change))
}

/** Once the record's value says what a contested value says, nobody has anything left to choose. */
export function settleAgreed(record: StoredRecord, path: string, now: Json, stamp: Stamp): StoredRecord {
  return markWhere(record, path, stamp, (value) => sameJson(value.to, now))
}

/** The undo of a settlement: the values become a question again. */
export function reopen(record: StoredRecord, path: string, changes: string[]): StoredRecord {
  if (!valuesAt(record, path).some((value) => value.settled && changes.includes(value.change))) return record
  return withContested(
    record,
    path,
    valuesAt(record, path).map(({ settled, ...value }) =>
      settled && !changes.includes(value.change) ? { ...value, settled } : value,
    ),
  )
}

/** Its author goes on from a value that was contested: that value becomes the new one, still contested. */
export function continueContested(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
): StoredRecord | null {
  const open = openContested(record, path).filter((value) => sameJson(value.to, edit.from))
  const continued = open.find((value) => value.device === stamp.device) ?? open[0]
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

export function valuesAt(record: StoredRecord, path: string): ContestedValue[] {
  return Object.hasOwn(record.contested, path) ? (record.contested[path] ?? []) : []
}

export function withContested(record: StoredRecord, path: string, values: ContestedValue[]): StoredRecord {
  const others = Object.entries(record.contested).filter(([at]) => at !== path)
  return {
    ...record,
    contested: Object.fromEntries(values.length > 0 ? [...others, [path, values]] : others),
  }
}

function markWhere(
  record: StoredRecord,
  path: string,
  { change, by, at }: Stamp,
  decided: (value: ContestedValue) => boolean,
): StoredRecord {
  if (!openContested(record, path).some(decided)) return record
  return withContested(
    record,
    path,
    valuesAt(record, path).map((value) =>
      !value.settled && decided(value) ? { ...value, settled: { change, by, at } } : value,
    ),
  )
}
