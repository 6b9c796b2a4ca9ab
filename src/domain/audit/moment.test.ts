import { expect, test } from 'vitest'
import { momentOf } from './moment.ts'

const received = '2026-03-10T12:00:00.000Z'

test.each([
  ['a device that was offline for some days', '2026-03-07T09:00:00.000Z', '2026-03-07T09:00:00.000Z'],
  ['the same moment', received, received],
  ['a clock with a zone', '2026-03-07T10:00:00+01:00', '2026-03-07T09:00:00.000Z'],
  ['a clock that is ahead', '2026-03-10T12:00:01.000Z', received],
  ['a clock that is years behind', '2019-01-01T00:00:00.000Z', received],
  ['what is no moment', 'yesterday', received],
])('%s', (_, at, said) => {
  expect(momentOf(at, received)).toBe(said)
})
