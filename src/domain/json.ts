import { z } from 'zod'

/** What a record's body, a field or an answer is made of. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** How deep a value may be nested: far beyond any form, and far from where recursion overflows the stack. */
export const MAX_JSON_DEPTH = 200

// Checked by hand and passed on as it is: zod's records leave out a key called `__proto__` without a word, and
// its `z.json()` overflows the stack on deep nesting instead of answering.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a zod refinement does not narrow; `z.custom` does, but has no JSON Schema
export const jsonSchema = z.unknown().refine(isJson, 'not JSON') as unknown as z.ZodType<Json>
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
export const jsonObjectSchema = z
  .unknown()
  .refine((value) => isPlainObject(value) && isJson(value), 'not a JSON object')
  .meta({ type: 'object' }) as unknown as z.ZodType<JsonObject>

/** Whether a value is JSON, nested no deeper than `MAX_JSON_DEPTH`. Goes level by level, so depth costs no stack. */
function isJson(value: unknown): value is Json {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_JSON_DEPTH || !level.every(isLeafOrBranch)) return false
    level = level.flatMap((item): unknown[] =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    )
  }
  return true
}

function isLeafOrBranch(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  return Number.isFinite(value) || Array.isArray(value) || isPlainObject(value)
}

/** Whether every store can hold a text as it is: no NUL, which PostgreSQL's `text` has not, no half of a surrogate pair. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const above: unknown = Object.getPrototypeOf(value)
  return above === null || Object.getPrototypeOf(above) === null
}

/**
 * Whether two values say the same. An absent field, `undefined` and `null` all say nothing and are equal;
 * the order of an object's keys says nothing either.
 */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  const left = a ?? null
  const right = b ?? null
  if (left === right) return true
  if (left === null || right === null) return false
  if (Array.isArray(left)) return Array.isArray(right) && sameArray(left, right)
  if (typeof left !== 'object' || typeof right !== 'object' || Array.isArray(right)) return false
  return sameObject(left, right)
}

function sameArray(a: Json[], b: Json[]): boolean {
  return a.length === b.length && a.every((item, i) => sameJson(item, b[i]))
}

function sameObject(a: JsonObject, b: JsonObject): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
    sameJson(own(a, key), own(b, key)),
  )
}

/** An object's own value, so that a field called `constructor` or `__proto__` is only ever a field. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** A copy with one key set; null takes the key away. Works for any key, `__proto__` included. */
export function withKey(object: JsonObject, key: string, value: Json): JsonObject {
  const entries = Object.entries(object).filter(([name]) => name !== key || value !== null)
  const at = entries.findIndex(([name]) => name === key)
  if (value !== null) {
    if (at >= 0) entries[at] = [key, value]
    else entries.push([key, value])
  }
  return Object.fromEntries(entries)
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
