import { z } from 'zod'

export const extensionSchema = z.looseObject({ url: z.string() })
export type Extension = z.infer<typeof extensionSchema>

/** A concept from a code system. Keys beyond these travel along unchanged. FHIR R4 `Coding`. */
export const codingSchema = z.looseObject({
  system: z.string().optional(),
  version: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
  extension: z.array(extensionSchema).optional(),
})
type Coding = z.infer<typeof codingSchema>

/** A number with its unit. FHIR R4 `Quantity`. */
export const quantitySchema = z.looseObject({
  value: z.number().optional(),
  comparator: z.string().optional(),
  unit: z.string().optional(),
  system: z.string().optional(),
  code: z.string().optional(),
})
type Quantity = z.infer<typeof quantitySchema>

/**
 * One answer as the engine and the screen hold it: plain JSON, told apart by `type`.
 *
 * Dates are text (`2026`, `2026-05`, `2026-05-09`; a dateTime adds `T10:30:00Z`), and are not checked here:
 * a half-typed date is kept in the draft, and is named as a problem by `problemsWith`.
 */
export const valueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('boolean'), value: z.boolean() }),
  z.object({ type: z.literal('integer'), value: z.number() }),
  z.object({ type: z.literal('decimal'), value: z.number() }),
  z.object({ type: z.literal('string'), value: z.string() }),
  z.object({ type: z.literal('date'), value: z.string() }),
  z.object({ type: z.literal('dateTime'), value: z.string() }),
  z.object({ type: z.literal('coding'), value: codingSchema }),
  z.object({ type: z.literal('quantity'), value: quantitySchema }),
])
export type Value = z.infer<typeof valueSchema>
export type ValueType = Value['type']

/** Nothing was said: an emptied text box, a coding or quantity without content. FHIR forbids empty strings. */
export function isBlank(value: Value): boolean {
  switch (value.type) {
    case 'boolean':
    case 'integer':
    case 'decimal':
      return false
    case 'string':
    case 'date':
    case 'dateTime':
      return value.value.trim() === ''
    case 'coding':
      return !value.value.code && !value.value.display
    case 'quantity':
      return value.value.value === undefined
  }
}

/** Equality of meaning: a coding is its system and code, whatever words stand beside it. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.type === 'coding') return b.type === 'coding' && sameCoding(a.value, b.value)
  if (a.type === 'quantity') return b.type === 'quantity' && compareQuantities(a.value, b.value) === 0
  if (a.type === b.type && a.value === b.value) return true
  return a.type === 'dateTime' && b.type === 'dateTime' && compareDates(a.value, b.value) === 0
}

/** Below zero, zero or above as `a` is less than, equal to or greater than `b`; `undefined` where no order is known. */
export function compareValues(a: Value, b: Value): number | undefined {
  if (a.type === 'integer' || a.type === 'decimal') return b.type === a.type ? a.value - b.value : undefined
  if (a.type === 'date' || a.type === 'dateTime') {
    return b.type === a.type ? compareDates(a.value, b.value) : undefined
  }
  if (a.type === 'quantity') return b.type === 'quantity' ? compareQuantities(a.value, b.value) : undefined
  return undefined
}

const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const timePattern = /^T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

/** A FHIR `date`: a year, a month or a day that the calendar has. */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  return day <= daysIn(year, month)
}

/** A FHIR `dateTime`: a date, or a day with a time of day and its zone. */
export function isDateTime(text: string): boolean {
  const [day = '', ...time] = text.split(/(?=T)/)
  if (time.length === 0) return isDate(day)
  return day.length === 10 && isDate(day) && timePattern.test(time.join(''))
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function sameCoding(a: Coding, b: Coding): boolean {
  if (a.system !== b.system || a.code !== b.code) return false
  return a.code !== undefined || a.display === b.display
}

/** No order between different units: the engine converts nothing. */
function compareQuantities(a: Quantity, b: Quantity): number | undefined {
  if (a.system !== b.system || a.code !== b.code || a.unit !== b.unit || a.comparator !== b.comparator)
    return undefined
  return a.value === undefined || b.value === undefined ? undefined : a.value - b.value
}

/** `2026` against `2026-05` has no order: the shorter one may mean any day within. */
function compareDates(a: string, b: string): number | undefined {
  if (a.includes('T') && b.includes('T')) return orUndefined(Date.parse(a) - Date.parse(b))
  const common = Math.min(a.length, b.length)
  if (a.slice(0, common) === b.slice(0, common)) return a.length === b.length ? 0 : undefined
  return a < b ? -1 : 1
}

function orUndefined(difference: number): number | undefined {
  return Number.isNaN(difference) ? undefined : difference
}
