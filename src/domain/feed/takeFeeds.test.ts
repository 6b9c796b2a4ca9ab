import { expect, test } from 'vitest'
import type { ServiceBody } from '../service/service.ts'
import { correctedHere } from './correctedHere.ts'
import { takeFeeds } from './takeFeeds.ts'

const entry: ServiceBody = {
  organization_id: 'o',
  name: 'Befriending at home',
  status: 'active',
  email: 'here@example.org',
  waiting_weeks: 2,
  feed: {
    source: 'f',
    id: 'x',
    seen_on: '2026-11-01',
    values: { organization_id: 'o', name: 'Befriending', status: 'active', waiting_weeks: 9 },
  },
}

test('what was corrected here goes back to what the feed says, field by field', () => {
  expect(takeFeeds(entry, ['name'])).toEqual({ ...entry, name: 'Befriending' })
  const all = correctedHere('service', entry).map(({ field }) => field)
  expect(all).toEqual(['name', 'email'])
  expect(correctedHere('service', takeFeeds(entry, all))).toEqual([])
  expect(takeFeeds(entry, all)).not.toHaveProperty('email')
})

test('what is said here alone stays, and an entry without a feed', () => {
  expect(takeFeeds(entry, ['waiting_weeks', 'feed'])).toEqual(entry)
  const { feed: _feed, ...own } = entry
  expect(takeFeeds(own, ['name'])).toEqual(own)
})

test('an entry never loses what it must have', () => {
  const bare = { ...entry, feed: { source: 'f', id: 'x', seen_on: '2026-11-01', values: {} } }
  expect(takeFeeds(bare, ['name'])).toEqual(bare)
})
