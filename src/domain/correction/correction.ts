import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { codes, moment, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

export const mistakes = [
  'closed-for-good',
  'wrong-phone',
  'wrong-time',
  'wrong-place',
  'wrong-cost',
  'full',
  'other',
] as const

/**
 * What somebody says is wrong with an entry of the directory, or how its provider would have it read. A curator decides;
 * the entry itself is changed by that decision alone.
 *
 * - `side` `staff`: a mistake that somebody of the service met with, `what` and perhaps `note`
 * - `side` `provider`: `proposed`, field by field as in the entry, with what stood there (`was`)
 */
const correctionBody = z.looseObject({
  service: ref,
  organisation: ref.optional(),
  side: codes(['staff', 'provider']),
  what: codes(mistakes).optional(),
  note: z.string().optional(),
  proposed: z.record(z.string(), jsonSchema).optional(),
  was: z.record(z.string(), jsonSchema).optional(),
  by: ref,
  /** For whoever holds no staff: as they are called. */
  byName: z.string().optional(),
  at: moment,
  status: codes(['open', 'taken', 'left']),
  decidedBy: ref.optional(),
  decidedAt: moment.optional(),
  answer: z.string().optional(),
})
export type CorrectionBody = z.infer<typeof correctionBody>

export const correction = defineKind({
  kind: 'correction',
  version: 1,
  body: correctionBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
