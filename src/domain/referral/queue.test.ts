import { expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { ReferralBody } from './referral.ts'
import { waitingList } from './queue.ts'

const today = '2026-11-23'
const client = (id: string, status = 'waiting') => {
  const body: ClientBody = { firstName: id, familyName: '', team: 't', status }
  return { id, file: id, body }
}
const referral = (id: string, date: string, rest: Partial<ReferralBody> = {}) => {
  const body: ReferralBody = { source: 'gp', date, reasons: [], status: 'received', ...rest }
  return { id: `r-${id}`, file: id, body }
}

test('danger comes first, and of it what nobody has seen to; then who waits longest', () => {
  const waiting = waitingList(
    [
      referral('new', '2026-11-20'),
      referral('old', '2026-09-01'),
      referral('unreadable', 'last week'),
      referral('seen-to', '2026-11-21', { urgent: { risk: 'suicide', action: 'GP rung' } }),
      referral('danger', '2026-11-22', { urgent: { risk: 'suicide' } }),
    ],
    ['new', 'old', 'unreadable', 'seen-to', 'danger'].map((id) => client(id)),
    today,
  )
  expect(waiting.map((one) => [one.client.id, one.waited])).toEqual([
    ['danger', 1],
    ['seen-to', 2],
    ['unreadable', null],
    ['old', 83],
    ['new', 3],
  ])
  expect(waiting.map(({ urgent }) => urgent)).toEqual([true, true, false, false, false])
})

test.each([
  ['received', true],
  ['in-contact', true],
  ['seen', false],
  ['declined', false],
  ['closed', false],
])('a referral that is %s waits: %s', (status, waits) => {
  expect(waitingList([referral('ida', today, { status })], [client('ida')], today)).toHaveLength(
    waits ? 1 : 0,
  )
})

test('who was referred anew waits though the file is closed; without a file there is nobody', () => {
  expect(waitingList([referral('ida', today)], [client('ida', 'closed')], today)).toHaveLength(1)
  expect(waitingList([referral('gone', today)], [], today)).toEqual([])
})
