import type { FieldEdit, FieldsEdit } from '../change/change.ts'
import { type Json, type JsonObject, own, sameJson, withKey } from '../json.ts'
import { type FromTo, differences } from '../merge/diff.ts'
import { writeElement } from '../merge/keyedList.ts'
import { valueAt } from '../merge/field.ts'
import { segmentsOf, WHOLE_RECORD } from '../merge/path.ts'
import { type FieldRules, keyOf } from '../merge/rules.ts'
import type { Contested, ContestedValue, Written } from '../record/record.ts'

type Fields = FieldsEdit['fields']
type Up = (body: JsonObject) => JsonObject

/**
 * Edits of an older version as edits of this one. Both sides of a field pass through the upcast in the body
 * around it, and what comes out different is the edit: so a field that was renamed, split or moved keeps its
 * edit. One that comes out the same, or not at all, stays under its old name rather than being lost.
 */
export function upcastFields(fields: Fields, beside: JsonObject, up: Up, rules: FieldRules): Fields {
  const whole = allFields(fields, beside, up)
  return Object.entries(fields)
    .flatMap(([path, edit]) =>
      upcastAt(path, edit, beside, up, rules).map(([at, value]) => [at, { ...edit, ...value }] as const),
    )
    .reduce<Fields>((edits, [at, edit]) => {
      const other = Object.hasOwn(edits, at) ? edits[at] : undefined
      return { ...edits, [at]: other ? joined(other, edit, at, whole) : edit }
    }, {})
}

/** The contested values of a record of an older version, each in the body that it was to stand in. */
export function upcastContested(
  contested: Contested,
  body: JsonObject,
  up: Up,
  rules: FieldRules,
): Contested {
  const upcast = (path: string, sides: FromTo) => upcastAt(path, sides, body, up, rules)
  const moved = Object.entries(contested).flatMap(([path, values]) =>
    values.flatMap((value) =>
      upcast(path, value).map(([at, sides]) => {
        const was = value.settled?.was
        const before = was === undefined ? [] : upcast(path, { from: was, to: value.to })
        return [at, withSides(value, sides, new Map(before).get(at)?.from ?? sides.to)] as const
      }),
    ),
  )
  return Object.fromEntries(
    [...Map.groupBy(moved, ([at]) => at)].map(([at, values]) => [at, values.map(([, value]) => value)]),
  )
}

function withSides(value: ContestedValue, { from, to }: FromTo, was: Json): ContestedValue {
  if (value.settled?.was === undefined) return { ...value, from, to }
  return { ...value, from, to, settled: { ...value.settled, was } }
}

/** Who wrote what stands in a record of an older version, by the paths where it now stands. */
export function upcastWritten(written: Written, body: JsonObject, up: Up, rules: FieldRules): Written {
  return Object.fromEntries(
    Object.entries(written).flatMap(([path, by]) => {
      const now = valueAt({ body }, path, rules)
      return upcastAt(path, { from: now, to: now }, body, up, rules).map(([at]) => [at, by] as const)
    }),
  )
}

/** Two fields that became one: it is edited from what both said to what both are to say. */
function joined(
  a: FieldEdit,
  b: FieldEdit,
  at: string,
  { from, to }: { from: JsonObject; to: JsonObject },
): FieldEdit {
  const name = segmentsOf(at)[0] ?? ''
  const settles = [...(a.settles ?? []), ...(b.settles ?? [])]
  const reopens = [...(a.reopens ?? []), ...(b.reopens ?? [])]
  return {
    from: own(from, name) ?? null,
    to: own(to, name) ?? null,
    ...(settles.length > 0 && { settles }),
    ...(reopens.length > 0 && { reopens }),
  }
}

function allFields(fields: Fields, beside: JsonObject, up: Up) {
  const side = (of: 'from' | 'to') =>
    Object.entries(fields)
      .map(([path, edit]) => [segmentsOf(path), edit[of]] as const)
      .filter(([segments]) => segments.length === 1)
      .reduce((body, [[field = ''], value]) => withKey(body, field, value), beside)
  return { from: up(side('from')), to: up(side('to')) }
}

function upcastAt(
  path: string,
  { from, to }: FromTo,
  beside: JsonObject,
  up: Up,
  rules: FieldRules,
): [path: string, FromTo][] {
  const at = (value: Json) => placed(beside, path, value, rules)
  const [before, after] = [at(from), at(to)]
  if (!before || !after) return [[path, { from, to }]]
  const depth = segmentsOf(path).length
  if (!sameJson(from, to)) {
    return orAsItIs(differences(up(before), up(after), depth, rules), path, { from, to })
  }
  const without = at(null) ?? {}
  const kept = differences(up(without), up(before), depth, rules)
  return orAsItIs(
    kept.map(([name, sides]): [string, FromTo] => [name, { from: sides.to, to: sides.to }]),
    path,
    { from, to },
  )
}

function orAsItIs(found: [string, FromTo][], path: string, edit: FromTo): [string, FromTo][] {
  return found.length > 0 ? found : [[path, edit]]
}

/** The body with a value at a path; null where no body can have one there. */
function placed(body: JsonObject, path: string, value: Json, rules: FieldRules): JsonObject | null {
  const [field = '', key, inner, ...deeper] = segmentsOf(path)
  if (path === WHOLE_RECORD || deeper.length > 0) return null
  if (key === undefined) return withKey(body, field, value)
  const list = writeElement(own(body, field) ?? null, keyOf(rules, field), key, inner, value)
  return list && withKey(body, field, list)
}
