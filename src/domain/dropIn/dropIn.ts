import { z } from 'zod'
import { codes, day, moment, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asSet } from '../merge/rules.ts'

/** Topics that a funder pays advice on, as in the advice sessions of housing associations. */
const adviceTopics = ['employment', 'welfare-and-benefits', 'immigration', 'family-immigration'] as const

/**
 * A volunteer's session at a surgery, a library or a housing association. `people`: the volunteers, who hold it besides
 * the managers. Whoever came is a `dropInContact` each.
 */
const dropInBody = z.looseObject({
  people: setOf(ref),
  place: z.string(),
  /** Where the place is a practice of the directory. */
  practice: ref.optional(),
  /** For counting by area: a postcode district (`DA15`), or what the service calls the area. */
  area: z.string().optional(),
  day,
  openedAt: moment,
  openedBy: ref,
  /** Only where the session is funded for advice on one topic. */
  topic: codes(adviceTopics).optional(),
  fundedBy: z.string().optional(),
  closedAt: moment.optional(),
  note: z.string().optional(),
})
export type DropInBody = z.infer<typeof dropInBody>

export const dropIn = defineKind({
  kind: 'dropIn',
  version: 1,
  body: dropInBody,
  place: 'people',
  rules: { people: asSet },
  upcasts: [],
})
