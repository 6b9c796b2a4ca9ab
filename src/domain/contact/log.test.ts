import { expect, test } from 'vitest'
import type { ReferralBody } from '../referral/referral.ts'
import type { ContactBody } from './contact.ts'
import { logContact, occasionOf } from './log.ts'

const on = '2026-11-23'
const received: ReferralBody = { source: 'gp', date: '2026-11-02', reasons: [], status: 'received' }
const referrals = (body = received) => ({
  referrals: [{ id: 'r', kind: 'referral', version: 1, contested: {}, body }],
  progress: [],
})

function call(outcome: ContactBody['outcome']): ContactBody {
  return { at: '2026-11-23T10:00:00.000Z', by: 'grace', how: 'phone', outcome }
}

test.each([
  ['reached', 'received', 'in-contact'],
  ['declined', 'received', 'in-contact'],
  ['left-message', 'received', null],
  ['no-answer', 'received', null],
  ['wrong-number', 'received', null],
  ['sent', 'received', null],
  ['reached', 'seen', null],
  ['reached', 'closed', null],
] as const)('%s, with a referral that is %s: %s', (outcome, status, after) => {
  const edits = logContact(
    { id: 'k', file: 'c', body: call(outcome), on },
    referrals({ ...received, status }),
  )
  expect(edits[0]).toMatchObject({ op: 'create', kind: 'contact', file: 'c' })
  const moved = edits.slice(1).map((edit) => (edit.op === 'edit' ? [edit.id, edit.fields] : []))
  expect(moved).toEqual(after === null ? [] : [['r', { status: { from: status, to: after } }]])
})

test.each([
  ['waiting', 'first-contact'],
  ['declined', 'call-back'],
  ['open', 'follow-up'],
  ['something newer', 'follow-up'],
])('a call to somebody %s is a %s', (status, about) => {
  expect(occasionOf({ status })).toBe(about)
})
