import { z } from 'zod'
import { codes, day, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asSet } from '../merge/rules.ts'

/**
 * People to ring through, one after another, as in a lockdown: a saved filter of the caseload, fixed on the day it
 * became a list. Who was called lies with each person, as a contact that names the list.
 */
const callListBody = z.looseObject({
  name: z.string(),
  team: ref,
  clients: setOf(ref),
  /** What to ask or to tell. */
  about: z.string().optional(),
  madeOn: day,
  madeBy: ref,
  status: codes(['open', 'closed']),
})
export type CallListBody = z.infer<typeof callListBody>

export const callList = defineKind({
  kind: 'callList',
  version: 1,
  body: callListBody,
  place: 'team',
  rules: { clients: asSet },
  upcasts: [],
})
