import { expect, test } from 'vitest'
import type { StoredRecord } from '#domain/record/record.ts'
import { change, createClient, createNote, createOrganisation, editField, newId } from '../testing/changes.ts'
import { type Ground, planPush } from './plan.ts'
import { readChange } from './readChange.ts'

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const

const ground = (more: Partial<Ground> = {}): Ground => ({
  seq: 10,
  records: new Map(),
  files: new Map(),
  receipts: new Map(),
  past: { spans: [], stays: new Map(), recent: new Set(), waiting: new Set() },
  destroyed: new Set(),
  ...more,
})

const plan = (on: Ground, ...pushed: unknown[]) =>
  planPush(on, pushed.map(readChange), mo, (_change, fault) => {
    throw fault
  })

const stored = (id: string, body: StoredRecord['body']): StoredRecord => ({
  id,
  kind: 'client',
  version: 1,
  file: id,
  seq: 1,
  rev: 1,
  deleted: null,
  body,
  contested: {},
})

test('each change that is taken gets the next place in the order; a refused one gets none', () => {
  const planned = plan(
    ground(),
    change(createOrganisation(newId())),
    change(editField('client', newId(), 'phone', null, '1')),
    change(createOrganisation(newId())),
  )
  expect(planned.answers.map(({ seq, outcome }) => [seq, outcome])).toEqual([
    [11, 'applied'],
    [11, 'refused'],
    [12, 'applied'],
  ])
  expect(planned.seq).toBe(12)
  expect(planned.taken.map(({ seq }) => seq)).toEqual([11, 12])
})

test('a change that alters nothing has its place too, and no record is written for it', () => {
  const id = newId()
  const records = new Map([[id, stored(id, { firstName: 'A', familyName: 'B', team: 't', status: 'open' })]])
  const planned = plan(ground({ records }), change(editField('client', id, 'firstName', 'X', 'A')))
  expect(planned.answers).toMatchObject([{ seq: 11, outcome: 'applied' }])
  expect(planned.records.size).toBe(0)
  expect(planned.sightings.size).toBe(0)
})

test('the last word on who sees what is written: there and back again in one push', () => {
  const id = newId()
  const records = new Map([[id, stored(id, { firstName: 'A', familyName: 'B', team: 'a', status: 'open' })]])
  const files = new Map([[id, [id, 'a-note-of-long-ago']]])
  const planned = plan(
    ground({ records, files }),
    change(editField('client', id, 'team', 'a', 'b')),
    change(editField('client', id, 'team', 'b', 'a'), createNote('0199aaaa-0000-7000-8000-000000000001', id)),
  )
  const told = [...planned.sightings.values()].map(({ scope, record, seq, visible }) => [
    scope,
    record,
    seq,
    visible,
  ])
  expect(told.filter(([, record]) => record === 'a-note-of-long-ago')).toEqual([
    ['team:b', 'a-note-of-long-ago', 12, false],
    ['team:a', 'a-note-of-long-ago', 12, true],
  ])
  expect(told.filter(([, record]) => record === id)).toEqual([
    ['service', id, 12, true],
    ['team:b', id, 12, false],
    ['team:a', id, 12, true],
  ])
})

test('where the code itself fails over a change, that one is refused and told of, and the others go on', () => {
  const poisoned = newId()
  class Poisoned extends Map<string, StoredRecord> {
    override get(id: string): StoredRecord | undefined {
      if (id === poisoned) throw new Error('a bug')
      return super.get(id)
    }
  }
  const told: unknown[] = []
  const bad = change(editField('client', poisoned, 'phone', null, '1'))
  const good = change(createOrganisation(newId()))
  const planned = planPush(
    ground({ records: new Poisoned() }),
    [bad, good].map(readChange),
    mo,
    (id, fault) => told.push([id, String(fault)]),
  )
  expect(planned.answers).toMatchObject([{ outcome: 'refused', reason: 'malformed' }, { outcome: 'applied' }])
  expect(told).toEqual([[bad.id, 'Error: a bug']])
})

test('what was planned before is left as it was: the ground is not written on', () => {
  const id = newId()
  const on = ground({ files: new Map([[id, []]]) })
  const before = structuredClone(on)
  plan(
    on,
    change(createClient(id, 'a'), createNote(newId(), id)),
    change(editField('client', id, 'phone', null, '1')),
  )
  expect(on).toEqual(before)
})
