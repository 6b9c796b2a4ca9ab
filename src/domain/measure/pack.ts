import { z } from 'zod'

/**
 * An instrument pack: the wording of a measure, loaded by a service that may use it, as one JSON document. For a measure
 * that Doorstep knows it brings the words alone, and the scoring stays Doorstep's; any other measure brings its scoring too.
 *
 * Whether what it says holds together is checked besides, see `packFaults`.
 */
const words = (most = 500) =>
  z
    .string()
    .trim()
    .min(1, { error: 'is empty' })
    .max(most, { error: `is longer than ${most} characters` })
const whole = z.int()
const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, {
  error: 'is not a code: small letters, digits and hyphens, a letter first, 40 at most',
})

const choice = z.strictObject({ score: whole, words: words(200) })
const choices = z.array(choice).min(2, { error: 'needs two answers at the least' }).max(21)

const score = z.strictObject({
  code: code.optional(),
  name: words(80),
  how: z.enum(['sum', 'mean']),
  /** Counted from 1; all of them where left out. */
  items: z.array(whole).min(1).optional(),
  /** How many may be missing; none where left out. */
  mayMiss: whole.min(0).optional(),
  /** Raw sum to score. */
  conversion: z.record(z.string(), z.number()).optional(),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  bands: z
    .array(z.strictObject({ from: z.number(), words: words(80) }))
    .min(1)
    .optional(),
  bandNote: words().optional(),
  change: z
    .strictObject({
      group: z.number().positive().optional(),
      individual: z.strictObject({ low: z.number().positive(), high: z.number().positive() }).optional(),
      source: words(),
    })
    .optional(),
})

export const packSchema = z.strictObject({
  format: z.literal('doorstep-instrument-1'),
  measure: code,
  version: words(40),
  name: words(40),
  title: words(120),
  licence: z.strictObject({ holder: words(200), reference: words(200), notice: words(1000) }),
  recall: words(120).optional(),
  instructions: words(1000),
  /** The same for every item; an item may have its own. */
  answers: choices.optional(),
  items: z
    .array(z.strictObject({ words: words(), answers: choices.optional(), reverse: z.boolean().optional() }))
    .min(1, { error: 'needs one item at the least' })
    .max(100),
  caution: words().optional(),
  scores: z.array(score).min(1).max(20).optional(),
})
export type Pack = z.infer<typeof packSchema>
export type PackScore = z.infer<typeof score>
