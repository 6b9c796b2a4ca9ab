import type { FieldEdit } from '../change/change.ts'
import { isObject, type Json, own, sameJson, withKey } from '../json.ts'
import type { Stamp, StoredRecord } from '../record/record.ts'
import { contest, contestedAs, continueContested, settleAgreed, settleOwn, valuesAt } from './contest.ts'
import { elementsOf, mergeKeyedList, readElement, writeElement } from './keyedList.ts'
import { carryQuestions } from './lift.ts'
import { fieldOf, pathOf, segmentsOf } from './path.ts'
import { type FieldRules, keyOf, ruleOf } from './rules.ts'
import { mergeSet } from './set.ts'

/** One field of one edit, by the table at `mergeEdit`. */
export function mergeField(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  if (contestedAs(record, path, edit.to, stamp.change)) return record
  if (!isReadable(record, path, rules)) return contestUnread(record, path, edit, stamp)
  if (elementIsAbsent(record, path, rules)) return contestAbsent(record, path, edit, stamp, rules)
  const merged = mergeIn(record, path, edit, stamp, rules)
  if (!merged) {
    return continueContested(record, path, edit, stamp) ?? contest(record, path, edit, stamp)
  }
  return sameJson(valueAt(merged, path, rules), edit.to) ? settleOwn(merged, path, edit, stamp) : merged
}

/** An edit that finds its way into the record, by itself or element by element; null where it does not. */
function mergeIn(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord | null {
  const now = valueAt(record, path, rules)
  if (sameJson(now, edit.to)) return settleAgreed(record, path, now, stamp)
  if (record.deleted) return null
  if (sameJson(now, edit.from)) return write(record, path, edit, stamp, rules)
  return mergeElements(record, path, edit, stamp, rules)
}

function mergeElements(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord | null {
  const [field, ...inside] = segmentsOf(path)
  if (field === undefined || inside.length > 0) return null
  const rule = ruleOf(rules, field)
  switch (rule.merge) {
    case 'value':
      return null
    case 'set': {
      const now = own(record.body, field) ?? null
      const merged = mergeSet(now, edit.from, edit.to)
      if (!merged || sameJson(merged, now ?? [])) return merged && record
      return setField(signed(record, path, stamp), field, merged, stamp, rules)
    }
    case 'keyed':
      return mergeKeyedList(record, field, rule.key, edit, stamp, (before, element, inner) =>
        mergeField(before, element, inner, stamp, rules),
      )
  }
}

/** The record's value at a path; null where there is none. */
export function valueAt(record: Pick<StoredRecord, 'body'>, path: string, rules: FieldRules): Json {
  const [field = '', key, inner] = segmentsOf(path)
  const value = own(record.body, field) ?? null
  return key === undefined ? value : readElement(value, keyOf(rules, field), key, inner)
}

/** Whether a path leads anywhere: not into a list whose elements have no keys, nor deeper than this version goes. */
function isReadable(record: StoredRecord, path: string, rules: FieldRules): boolean {
  const [field = '', ...inside] = segmentsOf(path)
  if (inside.length === 0) return true
  return inside.length <= 2 && elementsOf(own(record.body, field) ?? null, keyOf(rules, field)) !== null
}

/** What cannot be written there is kept beside, save a choice to leave things be whose question lies there. */
function contestUnread(record: StoredRecord, path: string, edit: FieldEdit, stamp: Stamp): StoredRecord {
  const { from, to, settles = [] } = edit
  const isAnswer = valuesAt(record, path).some(({ change }) => settles.includes(change))
  const saysNothing = sameJson(from, to) && (isAnswer || settles.length === 0)
  return saysNothing ? record : contest(record, path, edit, stamp)
}

function elementIsAbsent(record: StoredRecord, path: string, rules: FieldRules): boolean {
  const [field = '', key, inner] = segmentsOf(path)
  if (key === undefined || inner === undefined) return false
  return readElement(own(record.body, field) ?? null, keyOf(rules, field), key, undefined) === null
}

/** An edit inside an element that was taken away is asked about as the whole element: half of one is nobody's. */
function contestAbsent(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  if (edit.to === null) return record
  const [field = '', key = '', inner = ''] = segmentsOf(path)
  const at = pathOf(field, key)
  const known = valuesAt(record, at)
    .flatMap(({ from, to }) => [to, from])
    .findLast(isObject)
  const element = known ?? { [keyOf(rules, field)]: key }
  return contest(record, at, { from: known ?? null, to: withKey(element, inner, edit.to) }, stamp)
}

function write(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  const [field = '', key, inner] = segmentsOf(path)
  if (key === undefined) return setField(signed(record, path, stamp), field, edit.to, stamp, rules)
  const list = own(record.body, field) ?? null
  const written = writeElement(list, keyOf(rules, field), key, inner, edit.to)
  return written
    ? setField(signed(record, path, stamp), field, written, stamp, rules)
    : contest(record, path, edit, stamp)
}

/** Notes who wrote a value. What was noted of its parts goes with them. */
function signed(record: StoredRecord, path: string, { by, at }: Stamp): StoredRecord {
  const others = Object.entries(record.written ?? {}).filter(
    ([other]) => other !== path && !other.startsWith(`${path}/`),
  )
  return { ...record, written: Object.fromEntries([...others, [path, { by, at }]]) }
}

function setField(
  record: StoredRecord,
  field: string,
  to: Json,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  const next = { ...record, body: withKey(record.body, field, to) }
  const carried = carryQuestions(next, field, own(record.body, field) ?? null, to, keyOf(rules, field))
  return Object.keys(carried.contested)
    .filter((path) => path !== '' && fieldOf(path) === field && isReadable(carried, path, rules))
    .reduce(
      (before, path) =>
        settleAgreed(
          before,
          path,
          valueAt(before, path, rules),
          stamp,
          isReadable(record, path, rules) ? valueAt(record, path, rules) : undefined,
        ),
      carried,
    )
}
