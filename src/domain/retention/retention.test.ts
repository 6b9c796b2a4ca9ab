import { describe, expect, test } from 'vitest'
import { filesOfPerson } from './filesOfPerson.ts'
import { lastSeenIn, type Sighted } from './lastSeen.ts'
import { isSameName, type Kept, objectionsTo, retentionOf } from './retention.ts'

const record = (kind: string, body: Record<string, unknown>): Sighted => ({ kind, body })

describe('when a person was last seen', () => {
  test.each<[string, Sighted[], string | null]>([
    ['nothing', [], null],
    ['what the file says', [record('client', { lastSeenAt: '2020-05-06T10:00:00.000Z' })], '2020-05-06'],
    [
      'when it was closed',
      [record('client', { openedOn: '2020-01-01', closedOn: '2020-02-03' })],
      '2020-02-03',
    ],
    ['a visit held', [record('visit', { status: 'held', startsAt: '2021-01-02T10:00' })], '2021-01-02'],
    [
      'a visit held later than planned',
      [record('visit', { status: 'held', startsAt: '2021-01-02T10:00', heldAt: '2021-01-09T11:00:00Z' })],
      '2021-01-09',
    ],
    ['a visit planned', [record('visit', { status: 'planned', startsAt: '2021-01-02T10:00' })], null],
    ['a visit missed', [record('visit', { status: 'missed', startsAt: '2021-01-02T10:00' })], null],
    [
      'a call that reached them',
      [record('contact', { outcome: 'reached', at: '2021-03-04T10:00Z' })],
      '2021-03-04',
    ],
    ['a call that did not', [record('contact', { outcome: 'no-answer', at: '2021-03-04T10:00Z' })], null],
    ['a form', [record('response', { authored: '2021-03-05T10:00:00Z' })], '2021-03-05'],
    ['a referral', [record('referral', { date: '2021-03-06', closedOn: '2021-04-06' })], '2021-04-06'],
    ['a note', [record('note', { at: '2021-03-05T10:00:00Z' })], null],
    ['what is no day', [record('client', { lastSeenAt: 'yesterday', closedOn: 7 })], null],
    [
      'the latest of all',
      [record('response', { authored: '2021-03-05T10:00Z' }), record('client', { closedOn: '2019-01-01' })],
      '2021-03-05',
    ],
  ])('%s', (_, records, day) => {
    expect(lastSeenIn(records)).toBe(day)
  })
})

describe('how long a file is kept', () => {
  const seen = (day: string) => [record('client', { closedOn: day })]
  const kept = (day: string, more: Partial<Kept['clients'][number]> = {}): Kept => ({
    clients: [{ status: 'closed', ...more }],
    records: seen(day),
  })
  const longer = (until: string) => ({ retention: { until, why: 'x', on: '2026-01-01', by: 'mo' } })

  test.each<[string, Kept, string, ReturnType<typeof retentionOf>['state'], string | null]>([
    ['eight years to the day', kept('2020-05-06'), '2028-05-06', 'due', '2028-05-06'],
    ['a day before', kept('2020-05-06'), '2028-05-05', 'soon', '2028-05-06'],
    ['ninety days before', kept('2020-05-06'), '2028-02-06', 'soon', '2028-05-06'],
    ['ninety-one days before', kept('2020-05-06'), '2028-02-05', 'kept', '2028-05-06'],
    ['seen on a 29th of February', kept('2020-02-29'), '2027-01-01', 'kept', '2028-02-29'],
    ['kept longer', kept('2010-05-06', longer('2029-01-01')), '2028-05-06', 'kept', '2029-01-01'],
    ['kept longer than needed', kept('2026-05-06', longer('2029-01-01')), '2028-05-06', 'kept', '2034-05-06'],
    ['nothing is known', { clients: [{ status: 'closed' }], records: [] }, '2028-05-06', 'unknown', null],
  ])('%s', (_, file, today, state, until) => {
    expect(retentionOf(file, 8, today)).toMatchObject({ state, until })
  })

  test('a 29th of February is met by the 1st of March where there is none', () => {
    expect(retentionOf(kept('2020-02-29'), 7, '2020-03-01').until).toBe('2027-03-01')
  })

  test('what speaks against destroying it', () => {
    const restriction = { restriction: { why: 'x', on: '2026-01-01', by: 'mo' } }
    expect(objectionsTo(kept('2010-01-01'), 8, '2020-01-01')).toEqual([])
    expect(objectionsTo(kept('2019-01-01', { status: 'open' }), 8, '2020-01-01')).toEqual(['open', 'early'])
    expect(objectionsTo(kept('2010-01-01', restriction), 8, '2020-01-01')).toEqual(['restricted'])
    expect(objectionsTo({ clients: [{ status: 'waiting' }], records: [] }, 8, '2020-01-01')).toEqual([
      'open',
      'early',
    ])
  })
})

test.each([
  ['Mrs Ade', 'mrs  ade ', true],
  ['Seán O’Brien', "seán o'brien", true],
  ['Mrs Ade', 'Mrs Ada', false],
  ['Mrs Ade', '', false],
])('%s typed as %j', (name, typed, same) => {
  expect(isSameName(typed, name)).toBe(same)
})

describe('the files of one person', () => {
  const file = (id: string, into?: string) => ({
    id,
    body: into === undefined ? {} : { merged: { into, on: '2026-01-01', by: 'mo' } },
  })

  test.each([
    ['one by itself', [file('a'), file('b')], 'a', ['a']],
    ['from the one that others went into', [file('a'), file('b', 'a'), file('c', 'a')], 'a', ['a', 'b', 'c']],
    ['from one that went into another', [file('a'), file('b', 'a'), file('c', 'b')], 'c', ['a', 'b', 'c']],
    ['into one that is not there', [file('b', 'a')], 'b', ['b']],
    ['in a circle', [file('a', 'b'), file('b', 'a')], 'b', ['a', 'b']],
  ])('%s', (_, files, id, found) => {
    expect(filesOfPerson(files, id)).toEqual(found)
  })
})
