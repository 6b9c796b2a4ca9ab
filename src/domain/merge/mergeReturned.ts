import type { Edit } from '../change/change.ts'
import { type JsonObject, sameJson } from '../json.ts'
import { type ContestedValue, openQuestions, type Stamp, type StoredRecord } from '../record/record.ts'
import { settleAgreed, valuesAt, withContested } from './contest.ts'
import { diffBodies } from './diff.ts'
import { valueAt } from './field.ts'
import { mergeEdit, type Merged } from './merge.ts'
import { segmentsOf, WHOLE_RECORD } from './path.ts'
import type { FieldRules } from './rules.ts'

/**
 * A record comes back from a device after the server lost what had been done to it.
 *
 * | the record here                                         | outcome                                         |
 * |---------------------------------------------------------|-------------------------------------------------|
 * | there is none                                           | as it came back                                 |
 * | is the one that the lost changes altered (`base` null)  | as it came back                                 |
 * | was altered since it was `base`                         | what lies between `base` and what came back is  |
 * |                                                         | merged as an edit; what was contested and what  |
 * |                                                         | was decided there is contested and decided here |
 *
 * A tombstone comes back without its body: the one that is here stays.
 */
export function mergeReturned(
  record: StoredRecord | null,
  returned: StoredRecord,
  base: StoredRecord | null,
  stamp: Stamp,
  rules: FieldRules,
): Merged {
  if (record && base) return mergeThreeWays(record, returned, base, stamp, rules)
  const body = record && hidesItsBody(returned) ? record.body : returned.body
  const rev = Math.max(returned.rev, (record?.rev ?? 0) + 1)
  return { record: { ...returned, body, rev }, outcome: 'applied' }
}

/** A tombstone on which nothing is contested is given to devices without its body. */
export function hidesItsBody(record: StoredRecord): boolean {
  return record.deleted !== null && openQuestions(record).length === 0
}

function mergeThreeWays(
  record: StoredRecord,
  returned: StoredRecord,
  base: StoredRecord,
  stamp: Stamp,
  rules: FieldRules,
): Merged {
  const merged = editsBetween(base, returned, record).reduce((before, edit) => {
    const after = mergeEdit(before, edit, stampOf(edit, returned, stamp), rules)
    return after.ok ? after.value.record : before
  }, record)
  const beside = mergeContested(merged, returned, stamp, rules)
  const signed = keepSignatures(beside, returned, rules)
  const altered = !sameState(record, signed)
  const asked = openQuestions(signed).some((path) => !openQuestions(record).includes(path))
  return {
    record: altered ? { ...signed, rev: record.rev + 1 } : record,
    outcome: asked ? 'contested' : 'applied',
  }
}

/** What was done between two states of a record, as edits of whoever brings it back. */
function editsBetween(base: StoredRecord, returned: StoredRecord, record: StoredRecord): Edit[] {
  const { kind, id, version } = returned
  const fields = hidesItsBody(returned) ? {} : diffBodies(base.body, returned.body)
  const seen: JsonObject = hidesItsBody(returned) ? base.body : returned.body
  const edits: Edit[] = []
  if (Object.keys(fields).length > 0) edits.push({ op: 'edit', kind, id, version, fields })
  if (returned.deleted && !base.deleted) {
    const knows = valuesAt(returned, WHOLE_RECORD).map(({ change }) => change)
    edits.push({ op: 'remove', kind, id, version, reason: returned.deleted.reason, seen, knows })
  }
  const undone = base.deleted !== null && returned.deleted === null
  if (undone && record.deleted?.change === base.deleted?.change) {
    edits.push({ op: 'restore', kind, id, version })
  }
  return edits
}

/** Who removed a record is who did so first, not who brought its tombstone back: the removal itself may come yet. */
function stampOf({ op }: Edit, { deleted }: StoredRecord, stamp: Stamp): Stamp {
  return op === 'remove' && deleted ? deleted : stamp
}

/** What stood beside the record's values there stands beside them here; what was decided there is decided. */
function mergeContested(
  record: StoredRecord,
  returned: StoredRecord,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  return Object.entries(returned.contested).reduce((before, [path, values]) => {
    const here = valuesAt(before, path)
    const together = unite(here, values)
    const beside = withContested(before, path, together)
    const isField = path !== WHOLE_RECORD && segmentsOf(path).length === 1
    return isField && together.length > here.length
      ? settleAgreed(beside, path, valueAt(beside, path, rules), stamp)
      : beside
  }, record)
}

function unite(here: readonly ContestedValue[], back: readonly ContestedValue[]): ContestedValue[] {
  const isSame = (a: ContestedValue, b: ContestedValue) => a.change === b.change && sameJson(a.to, b.to)
  const known = here.map((value) => {
    const settled = value.settled ?? back.find((other) => isSame(value, other))?.settled
    return settled ? { ...value, settled } : value
  })
  return [...known, ...back.filter((value) => !here.some((other) => isSame(value, other)))]
}

/** Who wrote a value is who wrote it first, not who brought it back. */
function keepSignatures(record: StoredRecord, returned: StoredRecord, rules: FieldRules): StoredRecord {
  const agreed = Object.entries(returned.written ?? {}).filter(([path]) =>
    sameJson(valueAt(record, path, rules), valueAt(returned, path, rules)),
  )
  if (agreed.length === 0) return record
  return { ...record, written: { ...record.written, ...Object.fromEntries(agreed) } }
}

function sameState(a: StoredRecord, b: StoredRecord): boolean {
  return (
    sameJson(a.body, b.body) &&
    JSON.stringify(a.contested) === JSON.stringify(b.contested) &&
    a.deleted?.change === b.deleted?.change
  )
}
