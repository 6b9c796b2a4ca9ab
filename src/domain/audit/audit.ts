import { z } from 'zod'
import { codes, moment, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/**
 * What was done with somebody's work or files. An open list: an act of a newer version is kept as it is.
 *
 * - `discarded`: its author let go of a change that the service had refused
 * - `putAway`: its author let go of their copy of one that a manager decides or decided about
 * - `takenIn`, `declined`, `reopened`: a manager decided about a change held for review, or undid a decision
 * - `opened`, `exported`, `printed`: somebody looked at a file, or took it out of the app. Who changed it says the history
 * - `destroyed`: a manager destroyed a file at the end of its time
 */
const auditActs = [
  'discarded',
  'putAway',
  'takenIn',
  'declined',
  'reopened',
  'opened',
  'exported',
  'printed',
  'destroyed',
] as const

/**
 * One line of the service's log: who did what, and why. Anybody of the service may add one, in their own name; only
 * managers read them; nobody alters or removes one.
 */
export const auditBody = z.looseObject({
  act: codes(auditActs),
  at: moment,
  by: ref,
  about: z
    .looseObject({
      change: ref.optional(),
      record: ref.optional(),
      kind: z.string().optional(),
      client: ref.optional(),
    })
    .optional(),
  reason: z.string().optional(),
})
export type AuditBody = z.infer<typeof auditBody>

export const audit = defineKind({
  kind: 'audit',
  version: 1,
  body: auditBody,
  place: 'log',
  appendOnly: true,
  rules: {},
  upcasts: [],
})
