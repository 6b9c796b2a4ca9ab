import { describe, expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { ReferralBody } from '../referral/referral.ts'
import { episodeOn, episodesOf, ofEpisode } from './episode.ts'

const client = (body: Partial<ClientBody> = {}) => ({
  id: 'c',
  file: 'c',
  body: { firstName: 'Ida', familyName: '', team: 't', status: 'open', ...body },
})
const referral = (id: string, date: string, body: Partial<ReferralBody> = {}) => ({
  id,
  file: 'c',
  body: { source: 'gp', date, reasons: [], status: 'received', ...body },
})
const closed = (closedOn?: string) => ({
  status: 'closed',
  closingReason: 'goals-met',
  ...(closedOn === undefined ? {} : { closedOn }),
})

describe('where an episode begins and ends', () => {
  test('a file with one referral in hand has one that goes on', () => {
    expect(episodesOf(client(), [referral('a', '2026-01-10', { status: 'seen' })])).toMatchObject([
      { id: 'a', from: '2026-01-10', to: null, state: 'going-on', reason: undefined },
    ])
  })

  test('a referral after the close begins another, and the first keeps its days and reason', () => {
    const referrals = [referral('b', '2026-09-01'), referral('a', '2026-01-10', closed('2026-06-20'))]
    expect(episodesOf(client(), referrals)).toMatchObject([
      { id: 'a', from: '2026-01-10', to: '2026-06-20', state: 'closed', reason: 'goals-met' },
      { id: 'b', from: '2026-09-01', to: null, state: 'going-on' },
    ])
  })

  test('also one on the very day of the close', () => {
    const referrals = [referral('a', '2026-01-10', closed('2026-06-20')), referral('b', '2026-06-20')]
    expect(episodesOf(client(), referrals).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('a second referral while the first is in hand, or that was found later, belongs to it', () => {
    const inHand = [referral('a', '2026-01-10', { status: 'seen' }), referral('b', '2026-02-01')]
    expect(episodesOf(client(), inHand).map(({ referrals }) => referrals.length)).toEqual([2])
    const found = [
      referral('a', '2026-01-10', closed('2026-06-20')),
      referral('b', '2026-02-01', closed('2026-06-20')),
    ]
    expect(episodesOf(client(), found).map(({ to }) => to)).toEqual(['2026-06-20'])
  })

  test('it goes on while any of its referrals does', () => {
    const referrals = [referral('a', '2026-01-10', closed('2026-06-20')), referral('b', '2026-02-01')]
    expect(episodesOf(client(), referrals)).toMatchObject([
      { to: null, state: 'going-on', reason: undefined },
    ])
  })

  test('a declined referral is an episode of its own, whatever comes later', () => {
    const referrals = [
      referral('a', '2026-01-10', { status: 'declined', statusReason: 'Not now' }),
      referral('b', '2026-04-10'),
    ]
    expect(episodesOf(client(), referrals)).toMatchObject([
      { id: 'a', state: 'declined', to: null, reason: 'Not now' },
      { id: 'b', state: 'going-on' },
    ])
  })

  test('a file that was closed without its referral saying so is closed as the client has it', () => {
    const shut = client({ status: 'closed', closedOn: '2026-06-20', closingReason: 'moved-away' })
    const expected = { to: '2026-06-20', state: 'closed', reason: 'moved-away' }
    expect(episodesOf(shut, [referral('a', '2026-01-10', { status: 'seen' })])).toMatchObject([expected])
    expect(episodesOf(shut, [])).toMatchObject([{ id: 'c', ...expected }])
  })
})

describe('what falls into an episode', () => {
  const episodes = episodesOf(client(), [
    referral('a', '2026-01-10', closed('2026-06-20')),
    referral('b', '2026-09-01'),
  ])

  test.each([
    ['2025-12-01', 'a'],
    ['2026-01-10', 'a'],
    ['2026-06-20', 'a'],
    ['2026-07-15', 'a'],
    ['2026-08-31', 'a'],
    ['2026-09-01', 'b'],
    ['2027-01-01', 'b'],
  ])('%s falls into %s', (day, id) => expect(episodeOn(episodes, day)?.id).toBe(id))

  test('the day of the close belongs to what was closed, whoever comes back on it', () => {
    const sameDay = episodesOf(client(), [
      referral('a', '2026-01-10', closed('2026-06-20')),
      referral('b', '2026-06-20'),
    ])
    expect(episodeOn(sameDay, '2026-06-20')?.id).toBe('a')
    expect(episodeOn(sameDay, '2026-06-21')?.id).toBe('b')
  })

  test('everything falls into exactly one', () => {
    const days = Array.from(
      { length: 40 },
      (_, i) => `2026-${String((i % 12) + 1).padStart(2, '0')}-${10 + (i % 18)}`,
    )
    const found = episodes.flatMap((episode) => ofEpisode(days, episode, episodes, (day) => `${day}T10:00`))
    expect(found.toSorted()).toEqual(days.toSorted())
  })

  test('the order of the referrals says nothing', () => {
    const referrals = [referral('a', '2026-01-10', closed('2026-06-20')), referral('b', '2026-09-01')]
    expect(episodesOf(client(), referrals)).toEqual(episodesOf(client(), referrals.toReversed()))
  })
})
