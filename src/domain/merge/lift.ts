import { isObject, type Json, type JsonObject, own, sameJson, withKey } from '../json.ts'
import type { ContestedValue, StoredRecord } from '../record/record.ts'
import { valuesAt, withContested } from './contest.ts'
import { elementsOf } from './keyedList.ts'
import { pathOf, segmentsOf } from './path.ts'

/**
 * Where a list has lost an element whose own fields were contested, those questions move up to the element as a
 * whole, so that choosing one can bring the element back. They stay there when it is back: still the same values
 * to choose from, only asked about the whole element.
 */
export function carryQuestions(
  record: StoredRecord,
  field: string,
  before: Json,
  after: Json,
  key: string,
): StoredRecord {
  const [was, is] = [elementsOf(before, key), elementsOf(after, key)]
  if (!was || !is) return record
  return [...was]
    .filter(([id]) => !is.has(id))
    .reduce((carried, [id, element]) => liftQuestions(carried, pathOf(field, id), element), record)
}

function liftQuestions(record: StoredRecord, at: string, element: JsonObject): StoredRecord {
  const inside = Object.keys(record.contested).filter(
    (path) => path.startsWith(`${at}/`) && segmentsOf(path).length === 3,
  )
  if (inside.length === 0) return record
  const lifted = inside.reduce<ContestedValue[]>(
    (folded, path) =>
      valuesAt(record, path).reduce((values, value) => foldIn(values, value, path, element), folded),
    [],
  )
  const cleared = inside.reduce((before, path) => withContested(before, path, []), record)
  return withContested(cleared, at, [...valuesAt(cleared, at), ...lifted])
}

/** What one change said about several fields of the element stays one value to choose. */
function foldIn(
  values: ContestedValue[],
  value: ContestedValue,
  path: string,
  element: JsonObject,
): ContestedValue[] {
  const inner = segmentsOf(path)[2] ?? ''
  const fits = (other: ContestedValue) => isSameSaying(other, value) && isUntouched(other.to, element, inner)
  const at = values.findIndex(fits)
  const base = values[at]?.to ?? null
  const to = withKey(isObject(base) ? base : element, inner, value.to)
  const whole = { ...value, from: element, to }
  return at < 0 ? [...values, whole] : values.with(at, whole)
}

function isSameSaying(a: ContestedValue, b: ContestedValue): boolean {
  return a.change === b.change && a.settled?.change === b.settled?.change
}

function isUntouched(to: Json, element: JsonObject, inner: string): boolean {
  return isObject(to) && sameJson(own(to, inner), own(element, inner))
}
