import { z } from 'zod'
import { loadedPackSchema, type Offered } from '#domain/measure/inForce.ts'
import { howTakenCodes } from '#domain/measure/wemwbs.ts'

/**
 * A measure begun and not finished.
 *
 * - `response`: the record that finishing makes, so that it can't come twice
 * - `loaded`: the wording it was begun in, which it is finished in
 * - `at`: the question that is open; -1 before the first, as many as there are after the last
 * - `turn`: the address of this screen while the tablet is with the client
 */
export const measureDraftSchema = z.object({
  response: z.uuid(),
  loaded: loadedPackSchema.optional(),
  how: z.enum(howTakenCodes).nullable(),
  at: z.number().int(),
  turn: z.string().nullable(),
  answers: z.array(z.number().nullable()),
})
export type MeasureDraft = z.infer<typeof measureDraftSchema>

export function beginMeasure({ instrument, loaded }: Offered, response: string): MeasureDraft {
  return {
    response,
    ...(loaded ? { loaded } : {}),
    how: null,
    at: -1,
    turn: null,
    answers: instrument.items.map(() => null),
  }
}
