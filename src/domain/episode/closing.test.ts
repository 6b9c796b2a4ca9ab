import { describe, expect, test } from 'vitest'
import type { Edit } from '../change/change.ts'
import { type ClientBody, clientBody } from '../client/client.ts'
import { type ReferralBody, referralBody } from '../referral/referral.ts'
import { referralProgress } from '../referral/referralProgress.ts'
import { closeFile, type FileSeen, reopenFile, takeBackClosing } from './closing.ts'
import { episodesOf } from './episode.ts'

const seen = { version: 1, contested: {} }
const ida: ClientBody = {
  firstName: 'Ida',
  familyName: '',
  team: 't',
  status: 'open',
  openedOn: '2026-01-20',
}

function fileOf(
  client: Partial<ClientBody>,
  referrals: (Partial<ReferralBody> & { id: string })[],
): FileSeen {
  return {
    client: { ...seen, id: 'c', kind: 'client', file: 'c', body: { ...ida, ...client } },
    referrals: referrals.map(({ id, ...body }) => ({
      ...seen,
      id,
      kind: 'referral',
      body: { source: 'gp', date: '2026-01-10', reasons: [], status: 'seen', ...body },
    })),
    progress: referrals.map(({ id }) => ({
      ...seen,
      id: `told-${id}`,
      kind: 'referralProgress',
      body: { referral: id, referredBy: 'ros', name: 'Ida', on: '2026-01-10', status: 'seen' },
    })),
  }
}

/** The file once the edits are in it. */
function after(file: FileSeen, edits: Edit[]): FileSeen {
  const moved = (record: { id: string; body: object }): unknown => {
    const body: Record<string, unknown> = Object.fromEntries(Object.entries(record.body))
    for (const edit of edits) {
      if (edit.op !== 'edit' || edit.id !== record.id) continue
      for (const [field, { to }] of Object.entries(edit.fields)) {
        if (to === null) delete body[field]
        else body[field] = to
      }
    }
    return body
  }
  const begun = edits.flatMap((edit) =>
    edit.op === 'create' && edit.kind === 'referral'
      ? [{ ...seen, id: edit.id, kind: edit.kind, body: referralBody.parse(edit.body) }]
      : [],
  )
  return {
    client: { ...file.client, body: clientBody.parse(moved(file.client)) },
    referrals: [
      ...file.referrals.map((each) => ({ ...each, body: referralBody.parse(moved(each)) })),
      ...begun,
    ],
    progress: file.progress.map((each) => ({ ...each, body: referralProgress.body.parse(moved(each)) })),
  }
}

const held = (startsAt: string) => ({
  id: 'v',
  file: 'c',
  body: { startsAt, place: 'home', coordinator: 'g', purpose: 'first', status: 'held' },
})
const closing = { reason: 'goals-met', note: ' Goes to the club ', on: '2026-06-20' }
const newcomer = { source: 'self', date: '2026-09-01', reasons: ['isolated'], status: 'received' }

describe('closing', () => {
  test('ends the client and every referral in hand, and tells the referrers no reason', () => {
    const shut = after(fileOf({}, [{ id: 'a' }]), closeFile(fileOf({}, [{ id: 'a' }]), closing))
    const end = {
      status: 'closed',
      closedOn: '2026-06-20',
      closingReason: 'goals-met',
      closingNote: 'Goes to the club',
    }
    expect(shut.client.body).toMatchObject(end)
    expect(shut.referrals[0]?.body).toMatchObject(end)
    expect(shut.progress[0]?.body).toMatchObject({ status: 'closed', statusOn: '2026-06-20' })
    expect(JSON.stringify(shut.progress)).not.toContain('goals-met')
  })

  test('a referral that was declined stays declined, and no note is no note', () => {
    const file = fileOf({}, [{ id: 'a', status: 'declined' }, { id: 'b' }])
    const shut = after(file, closeFile(file, { ...closing, note: ' ' }))
    expect(shut.referrals.map(({ body }) => body.status)).toEqual(['declined', 'closed'])
    expect(shut.client.body).not.toHaveProperty('closingNote')
  })
})

test('taking a closing back leaves the file as it was before', () => {
  const file = fileOf({}, [
    { id: 'old', date: '2025-01-01', status: 'closed', closedOn: '2025-03-01' },
    { id: 'a' },
  ])
  const shut = after(file, closeFile(file, closing))
  const back = after(shut, takeBackClosing(shut, [held('2026-01-20T10:00')], '2026-06-21'))
  expect(back.client).toEqual(file.client)
  expect(back.referrals).toEqual(file.referrals)
  expect(back.progress[1]?.body).toMatchObject({ status: 'seen' })
})

test('somebody who was never seen waits again once a closing is taken back', () => {
  const file = fileOf({ status: 'waiting' }, [{ id: 'a', status: 'in-contact' }])
  const shut = after(file, closeFile(file, closing))
  const back = after(shut, takeBackClosing(shut, [], '2026-06-21'))
  expect([back.client.body.status, back.referrals[0]?.body.status]).toEqual(['waiting', 'in-contact'])
})

describe('reopening', () => {
  const reopening = { id: 'b', referral: newcomer, on: '2026-09-02', reviewMonths: 6 }

  test('begins an episode, and the one before keeps its days and its reason', () => {
    const file = fileOf({}, [{ id: 'a' }])
    const shut = after(file, closeFile(file, closing))
    const again = after(shut, reopenFile(shut, reopening))
    expect(again.client.body).toEqual({ ...ida, openedOn: '2026-09-02', reviewOn: '2027-03-02' })
    const referrals = again.referrals.map(({ id, body }) => ({ id, file: 'c', body }))
    expect(episodesOf({ ...again.client, file: 'c' }, referrals)).toMatchObject([
      { id: 'a', from: '2026-01-10', to: '2026-06-20', reason: 'goals-met', note: 'Goes to the club' },
      { id: 'b', from: '2026-09-01', to: null, state: 'going-on' },
    ])
  })

  test('what only the client said of the end goes to the referral that ended', () => {
    const shut = fileOf({ status: 'closed', closedOn: '2026-06-20', closingReason: 'died' }, [
      { id: 'a', status: 'closed' },
    ])
    const again = after(shut, reopenFile(shut, reopening))
    expect(again.referrals[0]?.body).toMatchObject({ closedOn: '2026-06-20', closingReason: 'died' })
  })
})
