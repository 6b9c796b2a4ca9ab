import { z } from 'zod'
import { codes, moment, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** What was done about a concern. `people`: those of the concern. `closed` ends it, `reopened` begins it again. */
const concernActionBody = z.looseObject({
  concern: ref,
  people: setOf(ref),
  at: moment,
  by: ref,
  what: z.string(),
  state: codes(['open', 'closed', 'reopened']).optional(),
})
export type ConcernActionBody = z.infer<typeof concernActionBody>

export const concernAction = defineKind({
  kind: 'concernAction',
  version: 1,
  body: concernActionBody,
  place: 'people',
  appendOnly: true,
  rules: {},
  upcasts: [],
})
