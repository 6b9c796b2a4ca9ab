import { expect, test } from 'vitest'
import { happenedBy, reasonIn, type Referred, waitedInstead } from './happened.ts'

const at = { today: '2026-11-28', quietDays: 21 }
const one = (part: Partial<Referred>): Referred => ({
  service: 's',
  status: 'sent',
  madeOn: '2026-09-01',
  ...part,
})
const started = (startedOn?: string): Referred =>
  one({ status: 'started', ...(startedOn ? { startedOn } : {}) })
const of = (...referrals: Referred[]) => happenedBy(referrals, at).get('s')

test('below three nothing is said', () => {
  expect(of(one({}), one({}))).toBeUndefined()
  expect(of(one({}), one({}), one({ service: 'other' }))).toBeUndefined()
  expect(of(one({}), one({}), one({}))?.made).toBe(3)
})

test.each<[string, Partial<Referred>, number]>([
  ['a year ago to the day', { madeOn: '2025-11-28' }, 3],
  ['a day more than a year ago', { madeOn: '2025-11-27' }, 0],
  ['yet to come', { madeOn: '2026-11-29' }, 0],
  ['on no day', { madeOn: 'spring' }, 0],
  ['withdrawn', { status: 'withdrawn' }, 0],
])('made %s', (_, part, made) => {
  expect(of(one(part), one(part), one(part))?.made ?? 0).toBe(made)
})

test.each<[string, Partial<Referred>, object]>([
  ['sent', { madeOn: '2026-11-07' }, { unanswered: 3 }],
  ['sent', { madeOn: '2026-11-08' }, { unanswered: 0 }],
  ['accepted', {}, { unanswered: 0 }],
  ['waiting', {}, { unanswered: 0 }],
  ['started', {}, { started: { n: 3, medianDays: null } }],
  ['attended', { startedOn: '2026-09-15' }, { started: { n: 3, medianDays: 14 } }],
  ['finished', { startedOn: '2026-08-31' }, { started: { n: 3, medianDays: null } }],
  ['did-not-start', {}, { didNotStart: 3 }],
  [
    'declined',
    { statusReason: 'We are full' },
    { declined: { n: 3, why: { full: 3, 'not-suited': 0, other: 0 } } },
  ],
])('%s %o', (status, part, counts) => {
  expect(of(one({ status, ...part }), one({ status, ...part }), one({ status, ...part }))).toMatchObject(
    counts,
  )
})

test('the median is of those that say when they started, three at least', () => {
  const [week, two, nine] = [started('2026-09-08'), started('2026-09-15'), started('2026-11-03')]
  expect(of(week, two, started())?.started).toEqual({ n: 3, medianDays: null })
  expect(of(week, nine, two)?.started).toEqual({ n: 3, medianDays: 14 })
  expect(of(week, two, nine, nine)?.started.medianDays).toBe((14 + 63) / 2)
})

test.each([
  ['No places until spring', 'full'],
  ['no free places', 'full'],
  ['at capacity', 'full'],
  ['Not suitable', 'not-suited'],
  ['Outside our area', 'not-suited'],
  ['She is careful about new people', 'other'],
  [undefined, 'other'],
])('declined with “%s”: %s', (words, why) => expect(reasonIn(words)).toBe(why))

test.each([
  [2, 63, 9],
  [2, 21, null],
  [8, 70, null],
  [8, 28, 4],
  [0, 14, 2],
  [undefined, 63, null],
  [2, null, null],
])('says %s weeks, took %s days: waited %s', (says, medianDays, waited) => {
  const happened = { ...of(one({}), one({}), one({})), started: { n: 3, medianDays } }
  expect(
    waitedInstead(says, {
      made: 3,
      declined: { n: 0, why: { full: 0, 'not-suited': 0, other: 0 } },
      didNotStart: 0,
      unanswered: 0,
      ...happened,
    }),
  ).toBe(waited)
})
