import type { FieldEdit } from '../change/change.ts'
import { isObject, type Json, type JsonObject, own, sameJson, withKey } from '../json.ts'
import type { Stamp, StoredRecord } from '../record/record.ts'
import { contest, contestedAs, continueContested } from './contest.ts'
import { pathOf } from './path.ts'

type MergeInside = (record: StoredRecord, path: string, edit: FieldEdit) => StoredRecord

/**
 * A list of things that keep their identity (a plan's actions): merged element by element, and inside an element
 * that two people have changed, field by field. Order carries no meaning. Null where a value is not such a list.
 *
 * | the author     | the element now   | outcome                                         |
 * |----------------|-------------------|-------------------------------------------------|
 * | left it alone  | anything          | stays                                           |
 * | added it       | absent            | added                                           |
 * | took it away   | as the author saw | taken away                                      |
 * | took it away   | changed meanwhile | contested as a whole, stays                     |
 * | changed it     | taken away        | contested as a whole, with all that it held     |
 * | changed it     | changed meanwhile | field by field                                  |
 */
export function mergeKeyedList(
  record: StoredRecord,
  field: string,
  key: string,
  edit: FieldEdit,
  stamp: Stamp,
  inside: MergeInside,
): StoredRecord | null {
  const [now, from, to] = [
    elementsOf(own(record.body, field) ?? null, key),
    elementsOf(edit.from, key),
    elementsOf(edit.to, key),
  ]
  if (!now || !from || !to) return null
  return [...new Set([...from.keys(), ...to.keys()])].reduce(
    (before, id) =>
      mergeElement(
        before,
        { field, key, id, from: from.get(id) ?? null, to: to.get(id) ?? null },
        stamp,
        inside,
      ),
    record,
  )
}

interface ElementEdit {
  field: string
  key: string
  id: string
  from: JsonObject | null
  to: JsonObject | null
}

function mergeElement(
  record: StoredRecord,
  edit: ElementEdit,
  stamp: Stamp,
  inside: MergeInside,
): StoredRecord {
  const { field, key, id, from, to } = edit
  const path = pathOf(field, id)
  if (sameJson(from, to) || contestedAs(record, path, to, stamp.change)) return record
  const now = elementsOf(own(record.body, field) ?? null, key)?.get(id) ?? null
  if (now && to && !sameJson(now, from)) return mergeInsideElement(record, edit, to, inside)
  if (now === null && from && to) {
    return continueContested(record, path, { from, to }, stamp) ?? contest(record, path, { from, to }, stamp)
  }
  return inside(record, path, { from, to })
}

function mergeInsideElement(
  record: StoredRecord,
  { field, id, from }: ElementEdit,
  to: JsonObject,
  inside: MergeInside,
): StoredRecord {
  const names = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to)])]
  return names.reduce((before, name) => {
    const edit = { from: own(from ?? {}, name) ?? null, to: own(to, name) ?? null }
    return sameJson(edit.from, edit.to) ? before : inside(before, pathOf(field, id, name), edit)
  }, record)
}

/** The elements by key; null where the value is not a list of objects with keys of their own. */
export function elementsOf(list: Json, key: string): Map<string, JsonObject> | null {
  if (list === null) return new Map()
  if (!Array.isArray(list)) return null
  const elements = new Map<string, JsonObject>()
  for (const element of list) {
    if (!isObject(element)) return null
    const id = own(element, key)
    if (typeof id !== 'string' || elements.has(id)) return null
    elements.set(id, element)
  }
  return elements
}

export function readElement(list: Json, key: string, id: string, inner: string | undefined): Json {
  const element = elementsOf(list, key)?.get(id)
  if (!element) return null
  return inner === undefined ? element : (own(element, inner) ?? null)
}

/**
 * The list with one element, or one field of it, set; null takes it away. Null where that cannot be: the value is
 * not a keyed list, or the element would no longer be the one of its key.
 */
export function writeElement(
  list: Json,
  key: string,
  id: string,
  inner: string | undefined,
  to: Json,
): Json[] | null {
  const elements = elementsOf(list, key)
  if (!elements) return null
  const element = inner === undefined ? to : withKey(elements.get(id) ?? { [key]: id }, inner, to)
  if (element === null) elements.delete(id)
  else if (isObject(element) && own(element, key) === id) elements.set(id, element)
  else return null
  return [...elements.values()]
}
