import { addMonths } from '../calendar/day.ts'
import type { Edit } from '../change/change.ts'
import { editRecord, type Seen } from '../change/write.ts'
import { moveReferrals, type ReferralsOfFile } from '../referral/progress.ts'
import type { VisitBody } from '../visit/visit.ts'
import type { ClientBody } from './client.ts'

/** What of a file saying no, and taking it up again, bears on. */
export interface DecliningFile extends ReferralsOfFile {
  readonly client: Omit<Seen, 'body'> & { body: ClientBody }
  readonly visits: readonly (Omit<Seen, 'body'> & { body: VisitBody })[]
}

/** Somebody does not want it. `months`: after how many they are asked again (`settings.callBackMonths`). */
export interface Declining {
  reason: string
  on: string
  months: number
}

/**
 * The edits of one change: the file is declined with its reason, its referrals with it, nobody sets out for a visit any
 * more, and a day is set on which they are asked once more.
 */
export function decline(file: DecliningFile, { reason, on, months }: Declining): Edit[] {
  const { client, visits } = file
  const body: ClientBody = {
    ...client.body,
    status: 'declined',
    declinedReason: reason,
    callBackOn: addMonths(on, months),
  }
  return [
    editRecord(client, body),
    ...moveReferrals(file, { status: 'declined', on, reason }),
    ...visits
      .filter((visit) => visit.body.status === 'planned')
      .map((visit) => editRecord(visit, { ...visit.body, status: 'cancelled', statusReason: reason })),
  ].filter((edit) => edit !== null)
}

/**
 * They want it after all: what was declined is opened again, as somebody who is spoken with. Visits that were called
 * off stay so.
 */
export function takeUpAgain(file: DecliningFile, on: string): Edit[] {
  const { declinedReason: _reason, callBackOn: _callBackOn, ...rest } = file.client.body
  const declined = file.referrals.filter(({ body }) => body.status === 'declined')
  return [
    editRecord(file.client, { ...rest, status: rest.openedOn === undefined ? 'waiting' : 'open' }),
    ...moveReferrals(
      { referrals: declined, progress: file.progress },
      { status: 'in-contact', on, reopening: true },
    ),
  ].filter((edit) => edit !== null)
}

/** They are not asked again. Why they did not want it stays. */
export function closeDeclined({ client }: DecliningFile, on: string): Edit[] {
  const { callBackOn: _callBackOn, ...rest } = client.body
  const closingReason = rest.declinedReason ?? 'Declined'
  const edit = editRecord(client, { ...rest, status: 'closed', closedOn: on, closingReason })
  return edit ? [edit] : []
}

/** They are asked again on another day. */
export function callBackOn({ client }: DecliningFile, day: string): Edit[] {
  const edit = editRecord(client, { ...client.body, callBackOn: day })
  return edit ? [edit] : []
}
