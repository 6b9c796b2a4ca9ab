import { isObject, type Json, type JsonObject, own } from '../json.ts'

/**
 * Something in a feed that is not as it should be: where it is, what was found there, and what was done about it. `service`
 * is the feed's own id, null where the entry has none; `place` is where in the feed the entry stands.
 */
export interface Problem {
  service: string | null
  name: string | null
  place: string
  field: string
  found: string
  done: string
}

/**
 * What the reading of a feed needs from outside.
 *
 * - `plain`: HTML as plain text
 * - `recordId`: the id here of a service or organisation of this feed, the same on every day
 * - `elementId`: an id for an element of a list that came without one, the same for the same text
 */
export interface Given {
  plain: (html: string) => string
  recordId: (kind: 'service' | 'organisation', feedId: string) => string
  elementId: (text: string) => string
}

/** How one object of a feed is read: `at` is where in the service it is, '' for the service itself. */
export interface Reading {
  given: Given
  raw: JsonObject
  at: string
  note: (field: string, found: string, done: string) => void
}

/** Of these, more than anybody reads is left out; of a whole entry, more than a change can carry. */
export const FEED_LIMITS = { text: 10_000, line: 500, list: 200, entryBytes: 90_000 } as const

/** An object inside the one that is read; null where there is none. */
export function inside(reading: Reading, key: string): Reading | null {
  const value = own(reading.raw, key) ?? null
  if (value === null) return null
  if (isObject(value)) return { ...reading, raw: value, at: fieldAt(reading, key) }
  noteAt(reading, key, value, 'is no object; left out')
  return null
}

/** The objects of a list, each with its place; whatever is none is noted. */
export function each(reading: Reading, key: string): Reading[] {
  const value = own(reading.raw, key) ?? null
  if (value === null) return []
  if (!Array.isArray(value)) {
    noteAt(reading, key, value, 'is no list; left out')
    return []
  }
  if (value.length > FEED_LIMITS.list) {
    reading.note(fieldAt(reading, key), `${value.length} of them`, `the first ${FEED_LIMITS.list} were read`)
  }
  return value.slice(0, FEED_LIMITS.list).flatMap((raw, i) => {
    if (isObject(raw)) return [{ ...reading, raw, at: fieldAt(reading, `${key} ${i + 1}`) }]
    if (raw !== null) noteAt(reading, `${key} ${i + 1}`, raw, 'is no object; left out')
    return []
  })
}

export function noteAt(reading: Reading, key: string, value: Json, done: string): void {
  reading.note(fieldAt(reading, key), quoted(value), done)
}

/** What ought to be there and is not. */
export function noteMissing(reading: Reading, key: string, done: string): void {
  reading.note(fieldAt(reading, key), 'nothing', `is there; ${done}`)
}

function fieldAt({ at }: Reading, key: string): string {
  return at === '' ? key : `${at}, ${key}`
}

/** As much of what was found as a line can carry. */
export function quoted(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const line = text.slice(0, 200).replaceAll(/\s+/g, ' ').trim()
  return `“${line.length > 80 || text.length > 200 ? `${line.slice(0, 77)}…` : line}”`
}
