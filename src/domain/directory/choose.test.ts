import { expect, test } from 'vitest'
import type { ServiceBody } from '../service/service.ts'
import { countBy, takesReferrals } from './choose.ts'
import { freshness } from './freshness.ts'

const shed: ServiceBody = {
  organization_id: 'o',
  name: 'Shed',
  status: 'active',
  categories: ['Hobbies'],
  needs: ['company', 'friends'],
  accepts: 'both',
}

test.each([
  [{}, true],
  [{ accepts: 'signpost' }, false],
  [{ open_to_referrals: false }, false],
  [{ status: 'temporarily closed' }, false],
  [{ status: 'pilot' }, true],
] as const)('with %o a referral would be answered: %s', (change, takes) => {
  expect(takesReferrals({ ...shed, ...change })).toBe(takes)
})

test('categories are counted once for each service', () => {
  expect(countBy([shed, { ...shed, needs: ['company', 'company'] }], 'needs')).toEqual([
    { name: 'company', count: 2 },
    { name: 'friends', count: 1 },
  ])
})

test('the age of an entry', () => {
  expect(freshness({ assured_date: '2026-11-01', last_modified: '2020-01-01' }, '2026-11-23')).toEqual({
    state: 'fresh',
    day: '2026-11-01',
  })
  expect(freshness({ last_modified: '2026-01-01T10:00:00Z' }, '2026-11-23')).toMatchObject({
    state: 'check-first',
  })
  expect(freshness({ assured_date: 'last spring' }, '2026-11-23')).toEqual({ state: 'unknown' })
})
