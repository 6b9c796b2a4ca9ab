import { expect, test } from 'vitest'
import type { CorrectionBody } from '../correction/correction.ts'
import type { ServiceBody } from '../service/service.ts'
import { checked, isCheckedLately } from './check.ts'
import type { Happened, Referred } from './happened.ts'
import { checkedShare, inOrderOfUpkeep, upkeepReasons, type UpkeepWhy } from './upkeep.ts'

const at = { today: '2026-11-28', quietDays: 21 }
const entry: ServiceBody = {
  organization_id: 'o',
  name: 'Befriending',
  status: 'active',
  assured_date: '2026-11-01',
  waiting_weeks: 2,
}
const report: CorrectionBody = {
  service: 's',
  side: 'staff',
  what: 'full',
  by: 'val',
  at: '2026-11-20T10:00:00.000Z',
  status: 'open',
}
const referral: Referred = { service: 's', status: 'sent', madeOn: '2026-09-01' }
const slow: Happened = {
  made: 3,
  started: { n: 3, medianDays: 63 },
  declined: { n: 0, why: { full: 0, 'not-suited': 0, other: 0 } },
  didNotStart: 0,
  unanswered: 0,
}
const feed = { source: 'f', id: 'x', seen_on: '2026-11-01', values: {} }

interface Case {
  entry?: Partial<ServiceBody>
  corrections?: Partial<CorrectionBody>[]
  referrals?: Partial<Referred>[]
  happened?: Happened
}

test.each<[Case, UpkeepWhy[]]>([
  [{}, []],
  [{ corrections: [{}] }, ['reported']],
  [{ corrections: [{ status: 'taken' }, { status: 'left' }] }, []],
  [{ corrections: [{ side: 'provider' }, {}] }, ['reported', 'proposed']],
  [
    { entry: { status: 'defunct' }, corrections: [{}], referrals: [{ status: 'declined' }], happened: slow },
    ['reported'],
  ],
  // What came back before somebody checked the entry was known to them.
  [{ referrals: [{ status: 'declined', statusOn: '2026-11-02' }] }, ['bounced']],
  [{ referrals: [{ status: 'declined', statusOn: '2026-11-01' }] }, []],
  [{ referrals: [{ status: 'did-not-start', statusOn: '2026-11-02' }] }, ['bounced']],
  [{ referrals: [{ status: 'declined', madeOn: '2026-10-01' }] }, []],
  [{ referrals: [{ madeOn: '2026-10-12' }] }, ['bounced']],
  [{ referrals: [{ madeOn: '2026-10-11' }] }, []],
  [{ referrals: [{ madeOn: '2026-11-08' }] }, []],
  [{ referrals: [{ status: 'waiting' }, { status: 'withdrawn' }, { status: 'finished' }] }, []],
  [{ referrals: [{ status: 'declined', madeOn: '2025-01-01', statusOn: '2026-11-02' }] }, []],
  [{ entry: { feed: { ...feed, gone_on: '2026-11-10' } } }, ['left-feed']],
  [{ entry: { feed: { ...feed, gone_on: '2026-11-01' } } }, []],
  [{ entry: { feed } }, []],
  [{ happened: slow }, ['wait']],
  [{ entry: { waiting_weeks: 9 }, happened: slow }, []],
  [{ entry: { assured_date: 'last spring' } }, ['never-checked']],
  [{ entry: { assured_date: '2026-05-28' } }, ['unchecked']],
  [{ entry: { assured_date: '2026-05-29' } }, []],
  [{ entry: { assured_date: '2026-05-29', status: 'temporarily closed' } }, []],
])('%j: %j', (given, whys) => {
  const around = {
    corrections: (given.corrections ?? []).map((part) => ({ ...report, ...part })),
    referrals: (given.referrals ?? []).map((part) => ({ ...referral, ...part })),
    happened: given.happened,
  }
  expect(upkeepReasons({ ...entry, ...given.entry }, around, at).map(({ why }) => why)).toEqual(whys)
})

test('whoever waits comes first, then what was checked longest ago', () => {
  const row = (name: string, day: string | undefined, reported = false) => {
    const { assured_date: _day, ...rest } = entry
    const reasons = reported ? [{ why: 'reported' as const, reports: [report] }] : []
    return { entry: { ...rest, name, ...(day ? { assured_date: day } : {}) }, reasons }
  }
  const rows = [
    row('new', '2026-11-01'),
    row('old', '2025-01-01'),
    row('never', undefined),
    row('said', '2026-11-20', true),
  ]
  expect(inOrderOfUpkeep(rows).map(({ entry: { name } }) => name)).toEqual(['said', 'never', 'old', 'new'])
})

test('the share that was checked leaves out what is closed for good', () => {
  const entries = [entry, { ...entry, assured_date: '2026-01-01' }, { ...entry, status: 'defunct' }]
  expect(checkedShare(entries, at.today)).toEqual({ checked: 1, of: 2 })
})

test('a check is of today, by somebody', () => {
  const old = { ...entry, assured_date: '2025-01-01', assured_by: 'sam' }
  expect(isCheckedLately(old, at.today)).toBe(false)
  const after = checked(old, { by: 'grace', on: at.today })
  expect(after).toMatchObject({ assured_by: 'grace', assured_date: at.today })
  expect(isCheckedLately(after, at.today)).toBe(true)
})
