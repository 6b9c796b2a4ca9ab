import { z } from 'zod'
import { codes, day, moment, ref } from '../kind/fields.ts'
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
  /** The day on which they are to be tried again, or were promised a call. The latest contact's holds. */
  nextOn: day.optional(),
  /** The visit that was confirmed, at the time for which it was: moved to another, it is no longer confirmed. */
  confirms: z.looseObject({ visit: ref, startsAt: moment }).optional(),
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
