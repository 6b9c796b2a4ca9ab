import type { ClientBody } from '../client/client.ts'
import type { ReferralBody } from '../referral/referral.ts'
import type { Referred } from './answer.ts'

/** Somebody of whom nothing is known but a name, referred without a reason. */
export function referred(
  client: Partial<ClientBody> = {},
  referral: Partial<ReferralBody> = {},
  today = '2026-11-23',
): Referred {
  return {
    client: { firstName: 'Ida', familyName: 'Marsh', team: 't', status: 'waiting', ...client },
    referral: { source: 'gp', date: '2026-11-02', reasons: [], status: 'received', ...referral },
    practices: new Set(['westwood']),
    today,
  }
}

/** Old enough, with a condition, and asked about risks: nothing stands against them. */
export const soundClient: Partial<ClientBody> = {
  dateOfBirth: '1941-03-04',
  carerStatus: 'neither',
  practice: 'westwood',
  longTermConditions: ['arthritis'],
  risks: [{ id: 'r', risk: 'no-known-risks' }],
}
