import type { FieldEdit } from '../change/change.ts'
import { type JsonObject, own, sameJson } from '../json.ts'
import { pathOf } from './path.ts'

/** What was edited between two bodies, field by field; empty when nothing was. */
export function diffBodies(before: JsonObject, after: JsonObject): Record<string, FieldEdit> {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    fields
      .map(
        (field) =>
          [pathOf(field), { from: own(before, field) ?? null, to: own(after, field) ?? null }] as const,
      )
      .filter(([, edit]) => !sameJson(edit.from, edit.to)),
  )
}
