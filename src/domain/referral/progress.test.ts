import { describe, expect, test } from 'vitest'
import type { Edit } from '../change/change.ts'
import { isOpenReferral, moveReferrals, type Move, type ReferralsOfFile } from './progress.ts'
import type { ReferralBody } from './referral.ts'

const on = '2026-11-28'
const statuses = ['received', 'in-contact', 'seen', 'declined', 'closed'] as const

describe('a referral moves on', () => {
  const onward: Record<string, readonly string[]> = {
    received: ['in-contact', 'seen', 'declined', 'closed'],
    'in-contact': ['seen', 'declined', 'closed'],
    seen: ['declined', 'closed'],
    declined: [],
    closed: [],
    'of-a-newer-version': [],
  }
  const pairs = Object.keys(onward).flatMap((from) => statuses.map((to) => [from, to] as const))

  test.each(pairs)('from %s to %s, never backwards by itself', (from, to) => {
    const moved = movedTo(moveReferrals(fileWith(from), { status: to, on }), 'referral')
    expect(moved).toBe(onward[from]?.includes(to) ? to : undefined)
  })

  test.each(pairs.filter(([from, to]) => from !== to && to !== 'declined' && to !== 'closed'))(
    'from %s to %s where somebody opens it again',
    (from, to) => {
      const edits = moveReferrals(fileWith(from), { status: to, on, reopening: true })
      expect(movedTo(edits, 'referral')).toBe(to)
    },
  )

  test('reopening does not turn a decline into a closing', () => {
    expect(moveReferrals(fileWith('declined'), { status: 'closed', on, reopening: true })).toEqual([])
  })
})

describe('whoever referred is told in the same change', () => {
  test.each([
    ['in-contact', 'in-contact'],
    ['seen', 'seen'],
    ['declined', 'closed'],
    ['closed', 'closed'],
  ] as const)('%s as %s', (status, told) => {
    const edits = moveReferrals(fileWith('received'), { status, on, reason: 'Between us' })
    expect(edits.map(({ kind }) => kind)).toEqual(['referral', 'referralProgress'])
    expect(edits[1]).toMatchObject({
      fields: { status: { from: 'received', to: told }, statusOn: { from: null, to: on } },
    })
    expect(JSON.stringify(edits[1])).not.toContain('Between us')
  })

  test('a referral that nobody is told of moves alone', () => {
    const edits = moveReferrals({ ...fileWith('received'), progress: [] }, { status: 'seen', on })
    expect(edits.map(({ kind }) => kind)).toEqual(['referral'])
  })

  test('of theirs only, where a file has several', () => {
    const { referrals, progress } = fileWith('received')
    const ended = { ...seenReferral('closed'), id: crypto.randomUUID() }
    const toldOfIt = progress.map((told) => ({
      ...told,
      id: crypto.randomUUID(),
      body: { ...told.body, referral: ended.id },
    }))
    const edits = moveReferrals(
      { referrals: [...referrals, ended], progress: [...progress, ...toldOfIt] },
      { status: 'in-contact', on },
    )
    expect(edits.map(({ id }) => id)).toEqual([referrals[0]?.id, progress[0]?.id])
  })
})

describe('the reason', () => {
  test('of a decline is kept with the status', () => {
    expect(
      fieldsOf(moveReferrals(fileWith('received'), { status: 'declined', on, reason: ' Moved ' })),
    ).toEqual({
      status: { from: 'received', to: 'declined' },
      statusReason: { from: null, to: 'Moved' },
    })
  })

  test('of a closing is kept with its day', () => {
    expect(fieldsOf(moveReferrals(fileWith('seen'), { status: 'closed', on, reason: 'Done' }))).toEqual({
      status: { from: 'seen', to: 'closed' },
      closedOn: { from: null, to: on },
      closingReason: { from: null, to: 'Done' },
    })
  })

  test('for which it had ended goes when it is opened again', () => {
    const ended = fileWith('closed', { closedOn: '2026-10-01', closingReason: 'Moved away' })
    const move: Move = { status: 'received', on, reason: 'Came back', reopening: true }
    expect(fieldsOf(moveReferrals(ended, move))).toEqual({
      status: { from: 'closed', to: 'received' },
      closedOn: { from: '2026-10-01', to: null },
      closingReason: { from: 'Moved away', to: null },
      statusReason: { from: null, to: 'Came back' },
    })
  })
})

test('a referral is open until it is declined or closed', () => {
  expect(statuses.filter((status) => isOpenReferral({ status }))).toEqual(['received', 'in-contact', 'seen'])
})

const seen = { version: 1, contested: {} }

function seenReferral(status: string, more: Partial<ReferralBody> = {}) {
  const body: ReferralBody = { source: 'gp', date: '2026-11-20', reasons: [], status, ...more }
  return { ...seen, id: crypto.randomUUID(), kind: 'referral', body }
}

function fileWith(status: string, more: Partial<ReferralBody> = {}): ReferralsOfFile {
  const referral = seenReferral(status, more)
  const body = {
    referral: referral.id,
    referredBy: crypto.randomUUID(),
    name: 'Iris Ade',
    on: '2026-11-20',
    status,
  }
  return {
    referrals: [referral],
    progress: [{ ...seen, id: crypto.randomUUID(), kind: 'referralProgress', body }],
  }
}

function fieldsOf([edit]: readonly Edit[]) {
  return edit?.op === 'edit' ? edit.fields : undefined
}

function movedTo(edits: readonly Edit[], kind: string): unknown {
  return fieldsOf(edits.filter((edit) => edit.kind === kind))?.['status']?.to
}
