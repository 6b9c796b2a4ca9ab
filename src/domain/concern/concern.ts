import { z } from 'zod'
import { codes, moment, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/**
 * A safeguarding concern or a medical worry, written down the same day. Fact and opinion lie apart, as the Care Act 2014
 * guidance on recording asks. Only its people see it: `people` (the author among them) and the managers. Never edited;
 * what was done about it is a `concernAction`.
 */
const concernBody = z.looseObject({
  about: codes(['safeguarding', 'medical']),
  /** When it was seen or said. */
  at: moment,
  writtenAt: moment.optional(),
  by: ref,
  people: setOf(ref),
  place: z.string().optional(),
  present: z.string().optional(),
  /** In the person's own words. */
  ownWords: z.string().optional(),
  facts: z.string(),
  opinion: z.string().optional(),
  /** What the person wants to happen. */
  wishes: z.string().optional(),
  capacity: codes(['has', 'in-doubt', 'lacks', 'not-known']).optional(),
  toldPerson: z.boolean().optional(),
  /** What was done at once: whom the author rang, and when. */
  action: z.string().optional(),
  /** Who it is about, where they have no file here. */
  name: z.string().optional(),
  visit: ref.optional(),
})
export type ConcernBody = z.infer<typeof concernBody>

export const concern = defineKind({
  kind: 'concern',
  version: 1,
  body: concernBody,
  place: 'people',
  appendOnly: true,
  rules: {},
  upcasts: [],
})
