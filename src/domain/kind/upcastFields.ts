import type { FieldEdit, FieldsEdit } from '../change/change.ts'
import { type Json, type JsonObject, own, sameJson, withKey } from '../json.ts'
import { type FromTo, differences } from '../merge/diff.ts'
import { writeElement } from '../merge/keyedList.ts'
import { valueAt } from '../merge/field.ts'
import { fieldOf, segmentsOf, WHOLE_RECORD } from '../merge/path.ts'
import { type FieldRules, keyOf } from '../merge/rules.ts'
import type { Contested, ContestedValue, Written } from '../record/record.ts'

type Fields = FieldsEdit['fields']
type Up = (body: JsonObject) => JsonObject

/**
 * Edits of an older version as edits of this one. Both sides of the edited fields pass through the upcast as a
 * small body of their own, and what comes out different is the edit: so a field that was renamed, split or moved
 * keeps its edit. One that comes out the same, or not at all, stays under its old name rather than being lost.
 */
export function upcastFields(fields: Fields, up: Up, rules: FieldRules): Fields {
  const together = new Map(differencesTogether(fields, up, rules))
  return Object.entries(fields).reduce<Fields>((edits, [path, edit]) => {
    const places = upcastAt(path, edit, {}, up, rules)
    if (!isWholeField(path, edit)) return withEdits(edits, places, edit)
    const found = places.filter(([at]) => together.has(at))
    return withEdits(edits, found.length > 0 ? found : [[path, edit]], edit)
  }, Object.fromEntries(together))
}

/** Fields that are edited together come out together: two that became one are one edit. */
function differencesTogether(fields: Fields, up: Up, rules: FieldRules): [string, FromTo][] {
  const whole = Object.entries(fields).filter(([path, edit]) => isWholeField(path, edit))
  const side = (of: 'from' | 'to') =>
    whole.reduce((body, [path, edit]) => withKey(body, fieldOf(path), edit[of]), {})
  return differences(up(side('from')), up(side('to')), 1, rules)
}

function isWholeField(path: string, { from, to }: FromTo): boolean {
  return path !== WHOLE_RECORD && segmentsOf(path).length === 1 && !sameJson(from, to)
}

/** Adds edits at their places. Where one is there already, only what this one settles and reopens is added. */
function withEdits(edits: Fields, places: [string, FromTo][], edit: FieldEdit): Fields {
  const added = places.map(([at, sides]): [string, FieldEdit] => {
    const there = Object.hasOwn(edits, at) ? edits[at] : undefined
    const settles = [...(there?.settles ?? []), ...(edit.settles ?? [])]
    const reopens = [...(there?.reopens ?? []), ...(edit.reopens ?? [])]
    const { from, to } = there ?? sides
    return [at, { from, to, ...(settles.length > 0 && { settles }), ...(reopens.length > 0 && { reopens }) }]
  })
  return { ...edits, ...Object.fromEntries(added) }
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
