import type { Edit } from '../change/change.ts'
import { createRecord, editRecord, type Seen } from '../change/write.ts'
import { addMonths } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import type { Held } from '../record/held.ts'
import { moveReferrals, type ReferralsOfFile } from '../referral/progress.ts'
import type { ReferralBody } from '../referral/referral.ts'
import type { VisitBody } from '../visit/visit.ts'
import { episodesOf } from './episode.ts'

/** Why a file is closed; whoever has another reason says it in their own words. */
export const closingReasons = [
  'goals-met',
  'does-not-want-more',
  'no-contact',
  'moved-away',
  'with-another-service',
  'died',
] as const

export type FileSeen = ReferralsOfFile & {
  client: Omit<Seen, 'body'> & { file: string | null; body: ClientBody }
}

/** `reason`: one of `closingReasons`, or own words. `on`: today, `YYYY-MM-DD`. */
export interface Closing {
  reason: string
  note: string
  on: string
}

/** A file closed with its referrals, as the edits of one change. What is still open in it stays as it is. */
export function closeFile(file: FileSeen, { reason, note, on }: Closing): Edit[] {
  const why = note.trim() === '' ? {} : { closingNote: note.trim() }
  const after = { ...file.client.body, status: 'closed', closedOn: on, closingReason: reason, ...why }
  const referrals = moveReferrals(file, { status: 'closed', on, reason })
  return [editRecord(file.client, after), ...referrals.map((edit) => withNote(edit, why.closingNote))].filter(
    (edit) => edit !== null,
  )
}

function withNote(edit: Edit, note: string | undefined): Edit {
  if (note === undefined || edit.op !== 'edit' || edit.kind !== 'referral') return edit
  return { ...edit, fields: { ...edit.fields, closingNote: { from: null, to: note } } }
}

/** A closing that was a mistake is taken back: the same episode goes on, with the referrals that ended with it. */
export function takeBackClosing(file: FileSeen, visits: readonly Held<VisitBody>[], on: string): Edit[] {
  const { closedOn, closingReason: _reason, closingNote: _note, ...rest } = file.client.body
  const last = episodesOf(asHeld(file.client), file.referrals.map(asHeld)).at(-1)
  const ended = file.referrals.filter(
    ({ id, body }) =>
      body.status === 'closed' &&
      (body.closedOn === undefined || body.closedOn === closedOn) &&
      last?.referrals.some((each) => each.id === id),
  )
  const seen = visits.some(
    ({ body }) => body.status === 'held' && body.startsAt.slice(0, 10) >= (last?.from ?? ''),
  )
  const { progress } = file
  return [
    editRecord(file.client, { ...rest, status: seen ? 'open' : 'waiting' }),
    ...moveReferrals(
      { referrals: ended, progress },
      { status: seen ? 'seen' : 'in-contact', on, reopening: true },
    ),
  ].filter((edit) => edit !== null)
}

export interface Reopening {
  /** The new referral and its id, made once. */
  id: string
  referral: ReferralBody
  on: string
  reviewMonths: number
}

/**
 * A person who comes back: a new referral, and the file is open again. The episode before keeps its end: what only
 * the client said of it goes to the referral that it ended.
 */
export function reopenFile(file: FileSeen, { id, referral, on, reviewMonths }: Reopening): Edit[] {
  const {
    closedOn,
    closingReason,
    closingNote,
    callBackOn: _call,
    declinedReason: _declined,
    ...rest
  } = file.client.body
  const ended = { closedOn, closingReason, closingNote }
  return [
    createRecord('referral', id, file.client.file, { ...referral, status: 'received' }),
    editRecord(file.client, {
      ...rest,
      status: 'open',
      openedOn: on,
      reviewOn: addMonths(on, reviewMonths),
    }),
    ...file.referrals
      .filter(({ body }) => body.status === 'closed' && body.closedOn === undefined && closedOn !== undefined)
      .map((each) => editRecord(each, { ...ended, ...each.body })),
  ].filter((edit) => edit !== null)
}

function asHeld<Body>({ id, body }: { id: string; body: Body }): Held<Body> {
  return { id, file: null, body }
}
