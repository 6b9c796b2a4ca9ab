import { expect, test } from 'vitest'
import type { MessageBody } from '#domain/message/message.ts'
import { newsFor, type OwnReferral } from './news.ts'

const message = (side: string, day: string, asksForNews = false): MessageBody => ({
  onwardReferral: 'r',
  organisation: 'o',
  side,
  text: 'Words',
  at: `${day}T12:00:00.000Z`,
  by: 'b',
  byName: 'B',
  asksForNews,
})

const referral = (
  id: string,
  messages: MessageBody[],
  more: Partial<OwnReferral['body']> = {},
): OwnReferral => ({
  id,
  client: { id: 'c', body: { firstName: 'Iris', familyName: 'Ade', team: 't', status: 'open' } },
  body: { service: 's', madeOn: '2026-11-01', madeBy: 'g', consent: true, status: 'sent', ...more },
  messages,
})

const about = (referrals: OwnReferral[], looked: Record<string, number> = {}, today = '2026-11-20') =>
  newsFor(referrals, { looked, today, quietDays: 21 }).map((news) => `${news.about} ${news.referral.id}`)

test('what a provider wrote is news until it was looked at, on this device', () => {
  const written = referral('r', [message('provider', '2026-11-18'), message('service', '2026-11-19')])
  expect(about([written])).toEqual(['heard r'])
  expect(about([written], { r: 1 })).toEqual([])
  expect(
    about([{ ...written, messages: [...written.messages, message('provider', '2026-11-19')] }], { r: 1 }),
  ).toEqual(['heard r'])
})

test('what is long past is no news on a new device', () => {
  const old = referral('r', [message('provider', '2026-11-02')], { status: 'finished' })
  expect(about([old])).toEqual([])
})

test('nobody heard of for long, and nobody asked of late', () => {
  const today = '2026-12-20'
  expect(about([referral('r', [])], {}, today)).toEqual(['quiet r'])
  expect(about([referral('r', [message('service', '2026-12-10', true)])], {}, today)).toEqual([])
  expect(about([referral('r', [message('service', '2026-11-20', true)])], {}, today)).toEqual(['quiet r'])
  expect(about([referral('r', [], { status: 'declined' })], {}, today)).toEqual([])
})

test('what was heard comes first, the latest first; then the quiet, the longest first', () => {
  const order = about(
    [
      referral('q1', [], { madeOn: '2026-10-10' }),
      referral('h1', [message('provider', '2026-11-17')]),
      referral('q2', [], { madeOn: '2026-10-01' }),
      referral('h2', [message('provider', '2026-11-18')]),
    ],
    {},
  )
  expect(order).toEqual(['heard h2', 'heard h1', 'quiet q2', 'quiet q1'])
})
