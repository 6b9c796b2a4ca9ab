import { z } from 'zod'
import { jsonObjectSchema } from '../json.ts'
import { codes, day, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/**
 * An instrument pack that the service has loaded. Published once and never altered, but that it may be retired: other
 * wording is a new record with a version of its own, and a finished response names the one it was taken with.
 *
 * `pack`: the document as it was imported, see `packSchema`. Whoever works for the service holds it; providers and
 * referrers don't: a licence isn't theirs.
 */
const instrumentBody = z.looseObject({
  measure: z.string(),
  packVersion: z.string(),
  title: z.string(),
  status: codes(['published', 'retired']),
  publishedBy: ref,
  publishedOn: day,
  /** The one whose place it took. */
  replaces: ref.optional(),
  pack: jsonObjectSchema,
})
export type InstrumentBody = z.infer<typeof instrumentBody>

export const instrument = defineKind({
  kind: 'instrument',
  version: 1,
  body: instrumentBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
