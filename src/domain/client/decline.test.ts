import { expect, test } from 'vitest'
import type { Edit } from '../change/change.ts'
import type { ReferralBody } from '../referral/referral.ts'
import type { VisitBody } from '../visit/visit.ts'
import type { ClientBody } from './client.ts'
import { callBackOn, closeDeclined, decline, type DecliningFile, takeUpAgain } from './decline.ts'

const seen = { version: 1, contested: {} }
const on = '2026-11-30'

function file(
  client: Partial<ClientBody> = {},
  statuses: ReferralBody['status'][] = ['in-contact'],
): DecliningFile {
  const body: ClientBody = { firstName: 'Ida', familyName: 'Marsh', team: 't', status: 'waiting', ...client }
  return {
    client: { ...seen, id: 'c', kind: 'client', body },
    visits: [visit('soon', 'planned'), visit('past', 'held')],
    referrals: statuses.map((status, i) => ({
      ...seen,
      id: `r${i}`,
      kind: 'referral',
      body: { source: 'gp', date: '2026-11-02', reasons: [], status },
    })),
    progress: [
      {
        ...seen,
        id: 'told',
        kind: 'referralProgress',
        body: { referral: 'r0', referredBy: 'ros', name: 'Ida', on: '2026-11-02', status: 'in-contact' },
      },
    ],
  }
}

function visit(id: string, status: VisitBody['status']) {
  const body: VisitBody = {
    startsAt: '2026-12-01T10:00',
    place: 'home',
    coordinator: 's',
    purpose: 'first',
    status,
  }
  return { ...seen, id, kind: 'visit', body }
}

/** What each record's fields become. */
const becomes = (edits: Edit[]) =>
  Object.fromEntries(
    edits.map((edit) => [
      edit.id,
      edit.op === 'edit'
        ? Object.fromEntries(Object.entries(edit.fields).map(([path, { to }]) => [path, to]))
        : edit.op,
    ]),
  )

test('saying no: file, referral and what the referrer is told; the visit is called off; asked again in three months', () => {
  expect(becomes(decline(file(), { reason: 'Not now', on, months: 3 }))).toEqual({
    c: { status: 'declined', declinedReason: 'Not now', callBackOn: '2027-02-28' },
    r0: { status: 'declined', statusReason: 'Not now' },
    told: { status: 'closed', statusOn: on },
    soon: { status: 'cancelled', statusReason: 'Not now' },
  })
})

test.each([
  [{}, 'waiting'],
  [{ openedOn: '2026-06-01' }, 'open'],
])('taking it up again: %o is %s', (client, status) => {
  const declined = file(
    { ...client, status: 'declined', declinedReason: 'Not now', callBackOn: '2027-02-28' },
    ['declined', 'closed'],
  )
  expect(becomes(takeUpAgain(declined, '2027-02-28'))).toEqual({
    c: { status, declinedReason: null, callBackOn: null },
    r0: { status: 'in-contact' },
    told: { statusOn: '2027-02-28' },
  })
})

test('closing: never asked again, and why stays', () => {
  const declined = file({ status: 'declined', declinedReason: 'Not now', callBackOn: '2027-02-28' })
  expect(becomes(closeDeclined(declined, on))).toEqual({
    c: { status: 'closed', callBackOn: null, closedOn: on, closingReason: 'Not now' },
  })
})

test('another day', () => {
  expect(becomes(callBackOn(file({ callBackOn: on }), '2027-01-04'))).toEqual({
    c: { callBackOn: '2027-01-04' },
  })
  expect(callBackOn(file({ callBackOn: on }), on)).toEqual([])
})
