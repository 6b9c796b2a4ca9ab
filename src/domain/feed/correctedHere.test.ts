import { expect, test } from 'vitest'
import type { ServiceBody } from '../service/service.ts'
import { correctedHere } from './correctedHere.ts'

const phones = [{ id: 'p', number: '020 7946 0001' }]
const entry: ServiceBody = {
  organization_id: 'o',
  name: 'Lunch club',
  status: 'active',
  phones,
  open_to_referrals: true,
  feed: {
    source: 'https://feed.example.org',
    id: '1',
    seen_on: '2026-11-01',
    values: { organization_id: 'o', name: 'Lunch club', status: 'active', phones },
  },
}

test('an entry that says what its feed says has nothing corrected, whatever else is said of it here', () => {
  expect(correctedHere('service', entry)).toEqual([])
  expect(correctedHere('service', { ...entry, access: ['step-free'], description: undefined })).toEqual([])
})

test('what was corrected, added or taken away here is there with both values', () => {
  const { phones: _gone, ...rest } = entry
  expect(correctedHere('service', { ...rest, name: 'Lunch at St John’s', needs: ['people'] })).toEqual([
    { field: 'name', here: 'Lunch at St John’s', feed: 'Lunch club' },
    { field: 'phones', here: null, feed: phones },
    { field: 'needs', here: ['people'], feed: null },
  ])
})

test('without a feed nothing differs from one', () => {
  expect(correctedHere('organisation', { name: 'Us', description: '' })).toEqual([])
})
