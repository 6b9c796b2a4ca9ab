import type { Edit } from '../change/change.ts'
import { createRecord } from '../change/write.ts'
import type { ClientBody } from '../client/client.ts'
import { moveReferrals, type ReferralsOfFile } from '../referral/progress.ts'
import type { ContactBody } from './contact.ts'

/** `on`: the day of it where the device is. */
export interface Logged {
  id: string
  file: string
  body: ContactBody
  on: string
}

/**
 * A contact, as the edits of one change: the first that reached the person moves their referral on, and whoever made
 * that is told. An attempt moves nothing, and neither does what was only sent.
 */
export function logContact({ id, file, body, on }: Logged, referrals: ReferralsOfFile): Edit[] {
  return [
    createRecord('contact', id, file, body),
    ...(isReached(body) ? moveReferrals(referrals, { status: 'in-contact', on }) : []),
  ]
}

/** Somebody who says that they do not want it has been reached too. */
export function isReached({ outcome }: Pick<ContactBody, 'outcome'>): boolean {
  return outcome === 'reached' || outcome === 'declined'
}

/** What a call to somebody is about, as far as their file tells. */
export function occasionOf({ status }: Pick<ClientBody, 'status'>): NonNullable<ContactBody['about']> {
  switch (status) {
    case 'waiting':
      return 'first-contact'
    case 'declined':
      return 'call-back'
    default:
      return 'follow-up'
  }
}
