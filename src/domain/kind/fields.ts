import { z } from 'zod'

/**
 * A code list that is known today and may have grown tomorrow: an unknown code is kept and sent back unchanged.
 */
export function codes<const Codes extends readonly [string, ...string[]]>(known: Codes) {
  return z.union([z.enum(known), z.string()]) as z.ZodType<Codes[number] | (string & {})>
}

/** A calendar day as `YYYY-MM-DD`; kept as typed when it is not one, and then flagged by who shows it. */
export const day = z.string()
/** A moment as ISO 8601. */
export const moment = z.string()
/** The id of another record. */
export const ref = z.string()

/** Merged element by element: order and repetition say nothing. */
export const setOf = <T extends z.ZodType>(item: T) => z.array(item)
/** Merged by the elements' `id`, and inside an element field by field. */
export const listOf = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.looseObject({ id: z.string(), ...shape }))
