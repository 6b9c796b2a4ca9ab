import { z } from 'zod'
import { codes, moment, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** How somebody was tried, and what came of it. An attempt is a contact whose outcome is not `reached`. */
const contactBody = z.looseObject({
  at: moment,
  by: ref,
  how: codes(['phone', 'text', 'email', 'letter', 'in-person']),
  outcome: codes(['reached', 'left-message', 'no-answer', 'wrong-number', 'declined', 'sent']),
  about: codes(['first-contact', 'booking', 'follow-up', 'welfare', 'call-back', 'review']).optional(),
  note: z.string().optional(),
  callList: ref.optional(),
})
export type ContactBody = z.infer<typeof contactBody>

export const contact = defineKind({
  kind: 'contact',
  version: 1,
  body: contactBody,
  place: 'file',
  rules: {},
  upcasts: [],
})
