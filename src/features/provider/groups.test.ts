import { expect, test } from 'vitest'
import type { MessageBody } from '#domain/message/message.ts'
import { onwardReferralStatuses } from '#domain/onwardReferral/onwardReferral.ts'
import { groupOf, isUnread } from './groups.ts'

const message = (side: string, at: string, asksForNews: boolean): MessageBody => ({
  onwardReferral: 'r',
  organisation: 'o',
  side,
  text: 'News?',
  at,
  by: 'b',
  byName: 'B',
  asksForNews,
})
const asked = message('service', '2026-11-20T10:00:00.000Z', true)
const answered = message('provider', '2026-11-21T10:00:00.000Z', false)

const table: Record<(typeof onwardReferralStatuses)[number], [string, string]> = {
  sent: ['new', 'new'],
  accepted: ['waiting', 'asked'],
  waiting: ['waiting', 'asked'],
  started: ['going', 'asked'],
  attended: ['going', 'asked'],
  finished: ['ended', 'asked'],
  declined: ['ended', 'asked'],
  'did-not-start': ['ended', 'asked'],
  withdrawn: ['ended', 'ended'],
}

test.each(onwardReferralStatuses)('%s', (status) => {
  expect([groupOf({ status }, []), groupOf({ status }, [asked])]).toEqual(table[status])
  expect(groupOf({ status }, [answered, asked])).toBe(table[status][0])
})

test('of a version yet to come', () => {
  expect([groupOf({ status: 'paused' }, []), groupOf({ status: 'constructor' }, [])]).toEqual([
    'going',
    'going',
  ])
})

test('unread is what the service wrote last, until it was looked at', () => {
  expect(isUnread([], 0)).toBe(false)
  expect(isUnread([answered, asked], 0)).toBe(true)
  expect(isUnread([answered, asked], 1)).toBe(false)
  expect(isUnread([asked, answered], 0)).toBe(false)
})
