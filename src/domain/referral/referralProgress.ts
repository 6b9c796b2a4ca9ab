import { z } from 'zod'
import { codes, day, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/**
 * What became of a referral, for whoever made it: all of a case file that they see. `name`: of the person, as the
 * referrer wrote it. Whoever alters the status of the referral alters it here too, in the same change.
 */
const referralProgressBody = z.looseObject({
  referral: ref,
  referredBy: ref,
  name: z.string(),
  on: day,
  status: codes(['received', 'in-contact', 'seen', 'closed']),
  statusOn: day.optional(),
})
export type ReferralProgressBody = z.infer<typeof referralProgressBody>

export const referralProgress = defineKind({
  kind: 'referralProgress',
  version: 1,
  body: referralProgressBody,
  place: 'file',
  rules: {},
  upcasts: [],
})
