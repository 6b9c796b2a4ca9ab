import { z } from 'zod'
import { isDay } from '#domain/calendar/day.ts'

// What can stand in a cell of a file that is imported. An empty cell is one that is not there. The message of a fault says
// what is wrong and how to mend it; which line and column it is, whoever reads the file knows.

/** Asked for in every line. */
export const needed = z.string({ error: 'is empty and is needed' })

export const text = z.string().optional()

/** `2026-03-01` or `1/3/2026`; kept as `2026-03-01`. */
export const day = z
  .string()
  .transform((typed, context) => {
    const isoDay = asIsoDay(typed)
    if (isoDay !== null) return isoDay
    context.addIssue({
      code: 'custom',
      message: `“${typed}” is not a day: write it as 1/3/2026 or 2026-03-01`,
    })
    return z.NEVER
  })
  .optional()

function asIsoDay(typed: string): string | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  const iso = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}

export const yesNo = oneOf({ yes: true, no: false, y: true, n: false, true: true, false: false }, 'yes or no')

/** Several in one cell, with semicolons between. */
export const several = z
  .string()
  .transform((typed) => partsOf(typed))
  .optional()

function partsOf(typed: string): string[] {
  const parts = typed
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return [...new Set(parts)]
}

/** One of some codes, as they are written in the records. */
export function codeOf<const Code extends string>(codes: readonly Code[]) {
  return oneOf(Object.fromEntries(codes.map((code) => [code.toLowerCase(), code])), codes.join(', '))
}

/** One of some words, whatever their case; `choices` says in a fault which there are. */
export function oneOf<Value>(words: Readonly<Record<string, Value>>, choices: string) {
  return z
    .string()
    .transform((typed, context): Value => {
      const value = words[typed.toLowerCase()]
      if (value !== undefined && Object.hasOwn(words, typed.toLowerCase())) return value
      context.addIssue({ code: 'custom', message: `“${typed}” is not one of: ${choices}` })
      return z.NEVER
    })
    .optional()
}

/** Several of some codes. */
export function codesOf(codes: readonly string[]) {
  return z
    .string()
    .transform((typed, context) => {
      const unknown = partsOf(typed).filter((part) => !codes.includes(part))
      if (unknown.length === 0) return partsOf(typed)
      const message = `“${unknown.join('; ')}” is not one of: ${codes.join(', ')}`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
    .optional()
}

/** Found by name among what the service knows. */
export function named(what: string, ids: ReadonlyMap<string, string>) {
  return z
    .string()
    .transform((typed, context) => {
      const id = ids.get(typed.toLowerCase())
      if (id !== undefined) return id
      context.addIssue({ code: 'custom', message: `“${typed}” is no ${what} of this service` })
      return z.NEVER
    })
    .optional()
}
