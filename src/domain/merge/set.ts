import { type Json, sameJson } from '../json.ts'

/**
 * Three ways: what the author added is added, what the author took away is taken away, and everything that
 * others did meanwhile stays. Null where one of the values is not a list, so that the caller contests it.
 */
export function mergeSet(now: Json | undefined, from: Json, to: Json): Json[] | null {
  const [current, before, after] = [asList(now), asList(from), asList(to)]
  if (!current || !before || !after) return null
  const kept = current.filter((item) => !isIn(item, before) || isIn(item, after))
  return [...kept, ...after.filter((item) => !isIn(item, before) && !isIn(item, kept))]
}

function asList(value: Json | undefined): Json[] | null {
  return Array.isArray(value) ? value : (value ?? null) === null ? [] : null
}

function isIn(item: Json, list: Json[]): boolean {
  return list.some((other) => sameJson(other, item))
}
