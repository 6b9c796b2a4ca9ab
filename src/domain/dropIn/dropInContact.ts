import { z } from 'zod'
import { codes, moment, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asSet } from '../merge/rules.ts'

export const ageBands = ['under-18', '18-24', '25-44', '45-64', '65-79', '80-over'] as const

/**
 * One person who came to a drop-in: what was asked for and what was given. Anonymous: a first name, an age band and a
 * postcode district are written down only where the person agreed (`agreed`), and nothing else about them ever is. What
 * was given is information (a signpost), never a referral; `referral` is there where they were passed on.
 */
const dropInContactBody = z.looseObject({
  dropIn: ref,
  /** The volunteers of the session: those who hold it. */
  people: setOf(ref),
  at: moment,
  by: ref,
  /** Areas of life, as in the directory. */
  needs: setOf(z.string()),
  /** Services of the directory that the person was told about. */
  given: setOf(ref),
  agreed: z.boolean().optional(),
  firstName: z.string().optional(),
  ageBand: codes(ageBands).optional(),
  /** `DA15`: never a whole postcode. */
  postcodeDistrict: z.string().optional(),
  /** The gaps that were met with: needs that nothing fitted. */
  gaps: setOf(ref).optional(),
  /** The referral that became of it. */
  referral: ref.optional(),
  note: z.string().optional(),
})
export type DropInContactBody = z.infer<typeof dropInContactBody>

export const dropInContact = defineKind({
  kind: 'dropInContact',
  version: 1,
  body: dropInContactBody,
  place: 'people',
  rules: { people: asSet, needs: asSet, given: asSet, gaps: asSet },
  upcasts: [],
})
