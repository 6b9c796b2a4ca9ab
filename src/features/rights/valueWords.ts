import { isObject, type Json } from '#domain/json.ts'
import type { KindName } from '#domain/kind/kinds.ts'
import { type NameOf, readOut, shapeOfPath } from '#words/records/value.ts'

/** A value in full: also what is elsewhere too long to be read out. */
export function wholeWords(kind: KindName, path: string, value: Json | undefined, nameOf: NameOf): string {
  const shape = shapeOfPath(kind, path)
  return shape.as === 'document' ? textsIn(value ?? null).join('\n') : readOut(value, shape, nameOf)
}

function textsIn(value: Json): string[] {
  if (value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (isObject(value)) return Object.values(value).flatMap(textsIn)
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No']
  return [String(value)]
}
