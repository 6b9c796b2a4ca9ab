import { z } from 'zod'
import { codes, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/**
 * `referrer`: somebody of a practice or elsewhere who refers people; `provider`: somebody of one organisation that people
 * are referred on to. Neither works for the service, and neither sees a case file.
 */
export const roles = ['manager', 'coordinator', 'volunteer', 'referrer', 'provider'] as const
export type Role = (typeof roles)[number]

/** Somebody of the service, as colleagues see them. What they may do is decided by the server's memberships. */
const staffBody = z.looseObject({
  name: z.string(),
  role: codes(roles),
  team: ref.optional(),
  /** The practice or organisation of a referrer or provider. */
  organisation: ref.optional(),
  phone: z.string().optional(),
  active: z.boolean().optional(),
})

export const staff = defineKind({
  kind: 'staff',
  version: 1,
  body: staffBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
