import type { Answer } from '../onwardReferral/answers.ts'
import type { ServiceBody } from '../service/service.ts'
import { withWait } from './wait.ts'

/** Of which answers to a referral somebody may say that they hold for everybody, and what they then say of the entry. */
export function entryTold(status: string): 'wait' | 'full' | null {
  switch (status) {
    case 'accepted':
    case 'waiting':
      return 'wait'
    case 'declined':
      return 'full'
    default:
      return null
  }
}

/**
 * The entry once its provider has said that an answer holds for everybody: the wait, or that there is no place.
 * Null where the answer says nothing of it.
 */
export function entryAfterAnswer(
  entry: ServiceBody,
  { status, expectedWait = '' }: Answer,
  today: string,
): ServiceBody | null {
  switch (entryTold(status)) {
    case 'wait':
      return expectedWait.trim() === '' ? null : withWait(entry, expectedWait, today)
    case 'full':
      return { ...entry, open_to_referrals: false }
    case null:
      return null
  }
}
