import { isPlainText } from '#domain/json.ts'

/** `JSON.stringify` writes NUL, and half of a surrogate pair, as an escape, and nothing else in this way. */
const ESCAPED = /\\u0000|\\ud[89a-f]/

/**
 * Where a value holds text that PostgreSQL cannot keep: a NUL, or half of a surrogate pair, which no UTF-8 has. Null
 * where there is none. SQLite could keep some of it, but what one store refuses the other refuses too.
 *
 * - `content`: the value as JSON text, which shows quickly that there is nothing to look for
 */
export function oddTextIn(value: unknown, content: string): string | null {
  if (!ESCAPED.test(content)) return null
  const place = placeOf(value, [])
  return place && [place.join('.'), 'text with a character that cannot be kept'].filter(Boolean).join(': ')
}

/** The first place, depth first; a name that is itself at fault is told by the object that holds it. */
function placeOf(value: unknown, path: string[]): string[] | null {
  if (typeof value === 'string') return isPlainText(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const place = isPlainText(key) ? placeOf(inner, [...path, key]) : path
    if (place) return place
  }
  return null
}
