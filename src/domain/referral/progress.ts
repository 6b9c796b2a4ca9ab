import type { Edit } from '../change/change.ts'
import { editRecord, type Seen } from '../change/write.ts'
import type { ReferralBody } from './referral.ts'
import type { ReferralProgressBody } from './referralProgress.ts'

export type ReferralStatus = 'received' | 'in-contact' | 'seen' | 'declined' | 'closed'

/** Referrals of one file as they are seen, and what their referrers are told of them. */
export interface ReferralsOfFile {
  readonly referrals: readonly SeenAs<ReferralBody>[]
  readonly progress: readonly SeenAs<ReferralProgressBody>[]
}
type SeenAs<Body> = Omit<Seen, 'body'> & { body: Body }

/** `on`: the day of it, `YYYY-MM-DD`. `reopening`: somebody means to bring back what had ended, or went too far. */
export interface Move {
  readonly status: ReferralStatus
  readonly on: string
  readonly reason?: string | undefined
  readonly reopening?: boolean
}

/**
 * Moves referrals on, each with what its referrer is told, as edits for one change: nothing else alters the status of
 * either. Given all referrals of a file it moves those that can be moved, so that a visit or a phone call need not know
 * which one it belongs to. None that can: no edits.
 *
 * | from \ to  | received | in-contact | seen | declined | closed |
 * |------------|----------|------------|------|----------|--------|
 * | received   |          | moves      | moves| moves    | moves  |
 * | in-contact | reopens  |            | moves| moves    | moves  |
 * | seen       | reopens  | reopens    |      | moves    | moves  |
 * | declined   | reopens  | reopens    | reopens |       |        |
 * | closed     | reopens  | reopens    | reopens |       |        |
 * | not known  | reopens  | reopens    | reopens |       |        |
 *
 * "reopens": only as a deliberate reopening. "Not known" is a status of a newer version.
 */
export function moveReferrals({ referrals, progress }: ReferralsOfFile, move: Move): Edit[] {
  return referrals
    .filter(({ body }) => mayMove(body.status, move))
    .flatMap((referral) => [
      editRecord(referral, referralAfter(referral.body, move)),
      ...progress
        .filter(({ body }) => body.referral === referral.id)
        .map((told) => editRecord(told, { ...told.body, status: toldAs(move.status), statusOn: move.on })),
    ])
    .filter((edit) => edit !== null)
}

const stages: ReadonlyMap<string, number> = new Map([
  ['received', 0],
  ['in-contact', 1],
  ['seen', 2],
  ['declined', 3],
  ['closed', 3],
])

/** Neither declined nor closed: somebody still has to do something about it. */
export function isOpenReferral({ status }: Pick<ReferralBody, 'status'>): boolean {
  return !hasEnded(status)
}

function mayMove(from: string, { status, reopening }: Move): boolean {
  if (from === status) return false
  if (reopening && !hasEnded(status)) return true
  const [before, after] = [stages.get(from), stages.get(status)]
  return before !== undefined && after !== undefined && before < after
}

function hasEnded(status: string): boolean {
  return status === 'declined' || status === 'closed'
}

/** What had ended is no longer closed once it goes on; why it was opened again is the new reason. */
function referralAfter(before: ReferralBody, { status, on, reason }: Move): ReferralBody {
  const {
    statusReason: _reason,
    closedOn: _closedOn,
    closingReason: _closingReason,
    closingNote: _note,
    ...rest
  } = before
  const why = reason?.trim() ? reason.trim() : undefined
  switch (status) {
    case 'received':
    case 'in-contact':
    case 'seen':
    case 'declined':
      return { ...rest, status, ...(why === undefined ? {} : { statusReason: why }) }
    case 'closed':
      return { ...rest, status, closedOn: on, ...(why === undefined ? {} : { closingReason: why }) }
  }
}

/** Why a person was not taken on, or did not want to be, is between them and the service. */
function toldAs(status: ReferralStatus): Exclude<ReferralStatus, 'declined'> {
  return status === 'declined' ? 'closed' : status
}
