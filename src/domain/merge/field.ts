import type { FieldEdit } from '../change/change.ts'
import { type Json, own, sameJson, withKey } from '../json.ts'
import type { Stamp, StoredRecord } from '../record/record.ts'
import { contest, continueContested, settleAgreed } from './contest.ts'
import { elementsOf, mergeKeyedList, readElement, writeElement } from './keyedList.ts'
import { pathOf, segmentsOf } from './path.ts'
import { type FieldRules, ruleOf } from './rules.ts'
import { mergeSet } from './set.ts'

/** One field of one edit, by the table at `mergeEdit`. */
export function mergeField(
  record: StoredRecord,
  path: string,
  edit: FieldEdit,
  stamp: Stamp,
  rules: FieldRules,
): StoredRecord {
  const now = valueAt(record, path, rules)
  if (sameJson(now, edit.to)) return settleAgreed(record, path, edit.to, stamp)
  if (record.deleted) return contest(record, path, edit, stamp)
  if (sameJson(now, edit.from)) return write(record, path, edit.to, stamp, rules)
  return (
    mergeElements(record, path, edit, stamp, rules) ??
    continueContested(record, path, edit, stamp) ??
    contest(record, path, edit, stamp)
  )
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
      const merged = mergeSet(own(record.body, field), edit.from, edit.to)
      return merged && setField(record, field, merged)
    }
    case 'keyed':
      return mergeKeyedList(record, field, rule.key, edit, stamp, (before, element, inner) =>
        mergeField(before, element, inner, stamp, rules),
      )
  }
}

/** The record's value at a path; null where there is none. */
export function valueAt(record: StoredRecord, path: string, rules: FieldRules): Json {
  const [field = '', key, inner] = segmentsOf(path)
  const value = own(record.body, field) ?? null
  return key === undefined ? value : readElement(value, keyOf(rules, field), key, inner)
}

function write(record: StoredRecord, path: string, to: Json, stamp: Stamp, rules: FieldRules): StoredRecord {
  const [field = '', key, inner] = segmentsOf(path)
  if (key === undefined) return settleAgreed(carryQuestions(record, field, to, rules), path, to, stamp)
  const list = own(record.body, field) ?? null
  const written = writeElement(list, keyOf(rules, field), key, inner, to)
  if (written === null) return contest(record, path, { from: list, to }, stamp)
  const next = carryQuestions(record, field, written, rules)
  return settleAgreed(next, path, to, stamp)
}

function keyOf(rules: FieldRules, field: string): string {
  const rule = ruleOf(rules, field)
  return rule.merge === 'keyed' ? rule.key : 'id'
}

function setField(record: StoredRecord, field: string, value: Json): StoredRecord {
  return { ...record, body: withKey(record.body, field, value) }
}

/**
 * Sets a field. Where that takes an element away whose own fields were still contested, those questions move up
 * to the element as a whole, so that choosing one can bring the element back.
 */
function carryQuestions(record: StoredRecord, field: string, to: Json, rules: FieldRules): StoredRecord {
  const next = setField(record, field, to)
  const key = keyOf(rules, field)
  const before = elementsOf(own(record.body, field) ?? null, key)
  const after = elementsOf(to, key)
  if (!before) return next
  return [...before].reduce(
    (carried, [id, element]) => (after?.has(id) ? carried : liftQuestions(carried, field, id, element)),
    next,
  )
}

function liftQuestions(record: StoredRecord, field: string, id: string, element: Json): StoredRecord {
  const prefix = `${pathOf(field, id)}/`
  const paths = Object.keys(record.contested).filter((path) => path.startsWith(prefix))
  return paths.reduce((lifted, path) => {
    const inner = segmentsOf(path)[2] ?? ''
    const [open, settled] = partition(lifted.contested[path] ?? [])
    const whole = open.map((value) => ({
      ...value,
      from: element,
      to: isObject(element) ? withKey(element, inner, value.to) : value.to,
    }))
    const at = pathOf(field, id)
    const contested = {
      ...lifted.contested,
      [at]: [...(lifted.contested[at] ?? []), ...whole],
      [path]: settled,
    }
    return { ...lifted, contested: withoutEmpty(contested) }
  }, record)
}

function partition(values: StoredRecord['contested'][string]) {
  return [values.filter((value) => !value.settled), values.filter((value) => value.settled)] as const
}

function withoutEmpty(contested: StoredRecord['contested']): StoredRecord['contested'] {
  return Object.fromEntries(Object.entries(contested).filter(([, values]) => values.length > 0))
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
