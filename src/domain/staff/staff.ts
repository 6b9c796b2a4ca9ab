import { z } from 'zod'
import { codes, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

export const roles = ['manager', 'coordinator', 'volunteer'] as const
export type Role = (typeof roles)[number]

/** Somebody of the service, as colleagues see them. What they may do is decided by the server's memberships. */
const staffBody = z.looseObject({
  name: z.string(),
  role: codes(roles),
  team: ref.optional(),
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
