import { z } from 'zod'
import { codes, day, moment, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/**
 * A message on an onward referral, from the service to the provider or back. Both ends read it: nothing belongs in it
 * that the client has not agreed to share. `organisation`: the one that the referral was made to.
 */
const messageBody = z.looseObject({
  onwardReferral: ref,
  organisation: ref,
  side: codes(['service', 'provider']),
  text: z.string(),
  at: moment,
  by: ref,
  byName: z.string(),
  /** Set where the message asks how things stand. */
  asksForNews: z.boolean().optional(),
  /** The answer that it was written with: the referral itself only says the latest. */
  answer: z
    .looseObject({
      status: z.string(),
      reason: z.string().optional(),
      expectedWait: z.string().optional(),
      startedOn: day.optional(),
      outcome: z.string().optional(),
    })
    .optional(),
})
export type MessageBody = z.infer<typeof messageBody>

export const message = defineKind({
  kind: 'message',
  version: 1,
  body: messageBody,
  place: 'file',
  appendOnly: true,
  rules: {},
  upcasts: [],
})
