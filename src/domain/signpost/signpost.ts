import { z } from 'zod'
import { day, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** Information given about a service, which nobody has to answer. */
export const signpostBody = z.looseObject({
  service: ref,
  need: ref.optional(),
  visit: ref.optional(),
  givenOn: day,
  givenBy: ref,
  note: z.string().optional(),
  /** Those that were given on one leaflet have the same. */
  leaflet: ref.optional(),
})
export type SignpostBody = z.infer<typeof signpostBody>

export const signpost = defineKind({
  kind: 'signpost',
  version: 1,
  body: signpostBody,
  place: 'file',
  rules: {},
  upcasts: [],
})
