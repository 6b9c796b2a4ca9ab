import type { FieldEdit } from '../change/change.ts'
import { isObject, type Json, type JsonObject, own, sameJson } from '../json.ts'
import { elementsOf } from './keyedList.ts'
import { pathOf } from './path.ts'
import { type FieldRules, keyOf } from './rules.ts'

export type FromTo = Pick<FieldEdit, 'from' | 'to'>

/** What was edited between two bodies, field by field; empty when nothing was. */
export function diffBodies(before: JsonObject, after: JsonObject): Record<string, FieldEdit> {
  return Object.fromEntries(differing(before, after).map(([field, edit]) => [pathOf(field), edit]))
}

/**
 * Where two bodies differ, by path: whole fields at a depth of 1, at 2 the elements of keyed lists, at 3 the
 * fields of those. What cannot be taken apart so deep is given as a whole.
 */
export function differences(
  before: JsonObject,
  after: JsonObject,
  depth: number,
  rules: FieldRules,
): [path: string, FromTo][] {
  return differing(before, after).flatMap(([field, edit]) =>
    depth === 1 ? [[pathOf(field), edit]] : elementDifferences(field, edit, depth, rules),
  )
}

function elementDifferences(
  field: string,
  edit: FromTo,
  depth: number,
  rules: FieldRules,
): [path: string, FromTo][] {
  const key = keyOf(rules, field)
  const [before, after] = [elementsOf(edit.from, key), elementsOf(edit.to, key)]
  if (!before || !after) return [[pathOf(field), edit]]
  return differing(Object.fromEntries(before), Object.fromEntries(after)).flatMap(([id, { from, to }]) =>
    depth === 2 || !isObject(from) || !isObject(to)
      ? [[pathOf(field, id), { from, to }] satisfies [string, FromTo]]
      : differing(from, to).map(([inner, sides]): [string, FromTo] => [pathOf(field, id, inner), sides]),
  )
}

function differing(before: JsonObject, after: JsonObject): [name: string, FromTo][] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name): [string, { from: Json; to: Json }] => [
      name,
      { from: own(before, name) ?? null, to: own(after, name) ?? null },
    ])
    .filter(([, { from, to }]) => !sameJson(from, to))
}
