import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import type { ContestedValue, StoredRecord } from '../record/record.ts'
import { shownToProvider } from './shownToProvider.ts'

const body: JsonObject = {
  service: 's',
  serviceName: 'Befriending',
  organisation: 'age',
  need: 'need-52-caring',
  visit: 'v',
  madeOn: '2026-11-01',
  madeBy: 'grace',
  from: { name: 'Grace' },
  consent: true,
  agreedToShare: ['contact', 'reason'],
  shared: { called: 'Iris', contact: { phone: '1' }, reason: 'Company', risks: ['Never agreed'] },
  communicationNeeds: ['Large print'],
  status: 'sent',
  ofANewerVersion: 'secret',
}
const record: StoredRecord = {
  id: 'r',
  kind: 'onwardReferral',
  version: 1,
  file: 'c',
  seq: 1,
  rev: 1,
  deleted: null,
  body,
  contested: {},
  written: { status: { by: 'pat', at: '1' }, reason: { by: 'grace', at: '1' } },
}
const beside = (to: ContestedValue['to'], settled = false): ContestedValue => ({
  change: 'x',
  by: 'sam',
  device: 'd',
  at: '1',
  from: null,
  to,
  ...(settled ? { settled: { change: 'y', by: 'sam', at: '1' } } : {}),
})

const told = (over: Partial<StoredRecord>) => shownToProvider({ ...record, ...over })

test('just what was agreed to, and nothing that leads into a file', () => {
  const shown = told({})
  expect(shown.body).toEqual({
    service: 's',
    serviceName: 'Befriending',
    organisation: 'age',
    madeOn: '2026-11-01',
    madeBy: 'grace',
    from: { name: 'Grace' },
    consent: true,
    agreedToShare: ['contact', 'reason'],
    shared: { called: 'Iris', contact: { phone: '1' }, reason: 'Company' },
    communicationNeeds: ['Large print'],
    status: 'sent',
  })
  expect(shown.written).toEqual({ status: { by: 'pat', at: '1' } })
})

test('a reason of before only where it was agreed to', () => {
  expect(told({ body: { ...body, reason: 'Company' } }).body['reason']).toBe('Company')
  expect(told({ body: { ...body, reason: 'Company', agreedToShare: [] } }).body['reason']).toBeUndefined()
})

const removal = { change: 'x', by: 'sam', device: 'd', at: '1', reason: 'Entered for Iris Ade by mistake' }

describe('nothing of the person', () => {
  test.each<[string, Partial<StoredRecord>]>([
    ['withdrawn', { body: { ...body, status: 'withdrawn' } }],
    ['withdrawn by somebody while it was answered', { contested: { status: [beside('withdrawn')] } }],
    ['removed', { deleted: removal }],
    [
      'removed by somebody while it was answered',
      { contested: { '': [beside({ removed: true, reason: 'Iris' })] } },
    ],
    ['not agreed', { body: { ...body, consent: false } }],
    ['no longer agreed, says somebody', { contested: { consent: [beside(false)] } }],
  ])('%s', (_, over) => {
    const text = JSON.stringify(told(over))
    for (const word of ['Iris', 'Company', 'Large print', 'contact']) expect(text).not.toContain(word)
  })
})

describe('while two people disagree on what is shared', () => {
  test('only what both would share, and neither of the two values beside', () => {
    const shown = told({ contested: { shared: [beside({ called: 'Iris', reason: 'Other words' })] } })
    expect(shown.body['shared']).toEqual({ called: 'Iris' })
    expect(shown.contested).toEqual({})
  })

  test('nothing, where one of them would share nothing', () => {
    expect(told({ contested: { shared: [beside(null)] } }).body['shared']).toBeUndefined()
  })

  test('what was settled shows only as it was settled', () => {
    const shown = told({ contested: { shared: [beside({ called: 'Iris', risks: ['x'] }, true)] } })
    expect(shown.body['shared']).toEqual(told({}).body['shared'])
    expect(JSON.stringify(shown)).not.toContain('risks')
  })
})

test('a provider’s own answers are contested as any', () => {
  const contested = { status: [beside('accepted')], expectedWait: [beside('2 weeks', true)] }
  expect(told({ contested }).contested).toEqual(contested)
})
