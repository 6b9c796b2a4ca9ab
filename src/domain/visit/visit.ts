import { z } from 'zod'
import { codes, moment, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** An appointment to meet, planned or held. `startsAt` is local time at the place, `YYYY-MM-DDTHH:mm`. */
export const visitBody = z.looseObject({
  startsAt: moment,
  minutes: z.number().int().positive().optional(),
  place: codes(['home', 'surgery', 'community', 'phone']),
  address: z.string().optional(),
  coordinator: ref,
  purpose: codes(['first', 'follow-up', 'review']),
  riskNote: z.string().optional(),
  accessNote: z.string().optional(),
  status: codes(['planned', 'held', 'cancelled', 'missed']),
  statusReason: z.string().optional(),
  heldAt: moment.optional(),
  response: ref.optional(),
})
export type VisitBody = z.infer<typeof visitBody>

export const visit = defineKind({
  kind: 'visit',
  version: 1,
  body: visitBody,
  place: 'file',
  rules: {},
  upcasts: [],
})
