import { z } from 'zod'

/** What a record's body, a field or an answer is made of. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export const jsonSchema: z.ZodType<Json> = z.json() as z.ZodType<Json>
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema)

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
