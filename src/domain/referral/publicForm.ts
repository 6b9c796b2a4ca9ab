import type { ReferralBody } from './referral.ts'

/** What a person is given who sent the public form, to ask by: two groups of four capitals or digits. */
export const PUBLIC_REFERENCE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/

/** Whether it came by the public form: nobody signed in for it, so nobody has vouched for what it says. */
export function cameByPublicForm({ method, referredBy, externalReference = '' }: ReferralBody): boolean {
  return method === 'form' && referredBy === undefined && PUBLIC_REFERENCE.test(externalReference)
}
