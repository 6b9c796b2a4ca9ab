import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Edit, FieldEdit } from '../change/change.ts'
import { type JsonObject, own, withKey } from '../json.ts'
import { asKeyedList, asSet } from '../merge/rules.ts'
import { frozen, recordOf, stampOf, TARGET } from '../merge/nasty.fixture.ts'
import { openContested, openQuestions, type StoredRecord } from '../record/record.ts'
import { applyEdit, upcastRecord } from './applyEdit.ts'
import { defineKind, type Kind, upcastBody } from './kind.ts'

/**
 * A kind with a past. Version 2 calls `tel` a `phone`, the list `todo` `steps`, and a step's `done` its `status`;
 * version 3 splits `name` into `given` and `family`, and joins `house` and `street` into `address`.
 */
const person: Kind = defineKind({
  kind: 'person',
  version: 3,
  body: z.looseObject({}),
  place: 'file',
  rules: { tags: asSet, steps: asKeyedList },
  upcasts: [
    { to: 2, up: (body) => renamed(renamed(withSteps(body), 'tel', 'phone'), 'todo', 'steps') },
    { to: 3, up: (body) => joined(split(body)) },
  ],
})

function renamed(body: JsonObject, old: string, name: string): JsonObject {
  const value = own(body, old)
  if (value === undefined || own(body, name) !== undefined) return body
  return withKey(withKey(body, name, value), old, null)
}

function withSteps(body: JsonObject): JsonObject {
  const list = own(body, 'todo')
  return Array.isArray(list) ? { ...body, todo: list.map(withStatus) } : body
}

function withStatus(step: JsonObject[string]): JsonObject[string] {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) return step
  const { done, ...rest } = step
  return done === undefined ? step : { ...rest, status: done === true ? 'done' : 'to-do' }
}

function split(body: JsonObject): JsonObject {
  const name = own(body, 'name')
  if (typeof name !== 'string' || 'given' in body || 'family' in body) return body
  const [given = '', ...family] = name.split(' ')
  const parts = { given, family: family.join(' ') }
  return withKey({ ...body, ...parts }, 'name', null)
}

function joined(body: JsonObject): JsonObject {
  const { house, street, ...rest } = body
  if ((typeof house !== 'string' && typeof street !== 'string') || 'address' in body) return body
  return { ...rest, address: [house, street].filter((part) => typeof part === 'string').join(' ') }
}

const OLD = {
  tel: '1',
  name: 'Ann Lee',
  house: '4',
  street: 'High St',
  todo: [{ id: 'x', done: false }],
  odd: { a: null },
}
const NEW = {
  phone: '1',
  given: 'Ann',
  family: 'Lee',
  address: '4 High St',
  steps: [{ id: 'x', status: 'to-do' }],
  odd: { a: null },
}
const old = recordOf(OLD, { kind: 'person' })
const current = recordOf(NEW, { kind: 'person', version: 3 })

function editing(fields: Record<string, FieldEdit>, version = 1): Edit {
  return { ...TARGET, kind: 'person', version, op: 'edit', fields }
}

function apply(record: StoredRecord, edit: Edit, change = 'c', kind: Kind = person): StoredRecord {
  const applied = applyEdit(record, edit, stampOf(change), kind)
  if (!applied.ok) throw new Error(applied.error)
  return applied.value.record
}

describe('bringing a record up', () => {
  it('goes through every version, once or twice alike', () => {
    expect(upcastRecord(old, person)).toEqual(current)
    expect(upcastRecord(upcastRecord(old, person), person)).toEqual(current)
    expect(upcastBody(person, upcastBody(person, OLD, 1), 1)).toEqual(NEW)
  })

  it('leaves a newer record, one of its own version and one of an unknown kind as they are', () => {
    const newer = recordOf(OLD, { version: 4 })
    expect(upcastRecord(newer, person)).toBe(newer)
    expect(upcastRecord(current, person)).toBe(current)
    expect(upcastRecord(old, null)).toBe(old)
  })

  it('takes contested values along, to where and what they now are', () => {
    const contested = {
      tel: [{ ...stampOf('a'), from: '0', to: '2' }],
      name: [{ ...stampOf('b'), from: 'Ann Lee', to: 'Ann Ray' }],
      street: [{ ...stampOf('c'), from: 'High St', to: 'Low Rd' }],
      'todo/x/done': [{ ...stampOf('d'), from: false, to: true }],
      'todo/y': [{ ...stampOf('e'), from: { id: 'y', done: false }, to: { id: 'y', done: true } }],
      odd: [
        {
          ...stampOf('f'),
          from: null,
          to: 'kept',
          settled: { change: 's', by: 'b', at: 't', was: 'before' },
        },
      ],
      '': [{ ...stampOf('g'), from: null, to: { removed: true, reason: 'moved' } }],
    }
    expect(upcastRecord({ ...old, contested }, person).contested).toEqual({
      phone: [{ ...stampOf('a'), from: '0', to: '2' }],
      family: [{ ...stampOf('b'), from: 'Lee', to: 'Ray' }],
      address: [{ ...stampOf('c'), from: '4 High St', to: '4 Low Rd' }],
      'steps/x/status': [{ ...stampOf('d'), from: 'to-do', to: 'done' }],
      'steps/y': [{ ...stampOf('e'), from: { id: 'y', status: 'to-do' }, to: { id: 'y', status: 'done' } }],
      odd: contested.odd,
      '': contested[''],
    })
  })

  it('keeps a contested value under its old name where the upcast has no place for it', () => {
    const asked = {
      'gone/x': [{ ...stampOf('a'), from: null, to: 'b' }],
      gone: [{ ...stampOf('a'), from: 'a', to: 'b' }],
    }
    const kind = defineKind({
      ...person,
      version: 2,
      upcasts: [{ to: 2, up: ({ gone: _gone, ...body }) => body }],
    })
    expect(upcastRecord({ ...old, contested: asked }, kind).contested).toEqual(asked)
  })

  it('takes along what stood before a choice, and who wrote what', () => {
    const settled = { change: 's', by: 'b', at: 't', was: 'Ann Old' }
    const contested = { name: [{ ...stampOf('b'), from: 'Ann Lee', to: 'Ann Ray', settled }] }
    const by = { by: 'Sam', at: 't' }
    const up = upcastRecord({ ...old, contested, written: { tel: by, name: by, 'todo/x': by } }, person)
    expect(up.contested['family']).toMatchObject([{ from: 'Lee', to: 'Ray', settled: { was: 'Old' } }])
    expect(up.written).toEqual({ phone: by, given: by, family: by, 'steps/x': by })
  })
})

describe('an edit of version 1', () => {
  const rows: [title: string, fields: Record<string, FieldEdit>, body: JsonObject][] = [
    ['of a renamed field', { tel: { from: '1', to: '2' } }, { phone: '2' }],
    ['that clears one', { tel: { from: '1', to: null } }, { phone: null }],
    ['of a split field', { name: { from: 'Ann Lee', to: 'Ann Ray' } }, { family: 'Ray' }],
    [
      'of both fields that became one',
      { house: { from: '4', to: '5' }, street: { from: 'High St', to: 'Low Rd' } },
      { address: '5 Low Rd' },
    ],
    [
      'of a renamed list',
      { todo: { from: [{ id: 'x', done: false }], to: [{ id: 'x', done: true }, { id: 'y' }] } },
      { steps: [{ id: 'x', status: 'done' }, { id: 'y' }] },
    ],
    [
      'inside an element',
      { 'todo/x/done': { from: false, to: true } },
      { steps: [{ id: 'x', status: 'done' }] },
    ],
    ['of an unknown field', { odd: { from: { a: null }, to: [1] } }, { odd: [1] }],
  ]
  it.each(rows)('%s merges into a record of version 3, and one of version 1', (_, fields, body) => {
    const expected = Object.entries({ ...NEW, ...body }).filter(([, value]) => value !== null)
    for (const record of [current, old]) {
      const after = apply(record, editing(fields))
      expect(after.version).toBe(3)
      expect(after.body).toEqual(Object.fromEntries(expected))
      expect(openQuestions(after)).toEqual([])
    }
  })

  it('of one of two fields that became one is contested: the other half is not known', () => {
    const edit = editing({ street: { from: 'High St', to: 'Low Rd' } })
    const asked = [{ ...stampOf('c'), from: 'High St', to: 'Low Rd' }]
    expect(openContested(apply(old, edit), 'address')).toEqual(asked)
    expect(openContested(apply(current, edit), 'address')).toEqual(asked)
  })

  it('is contested where it meets another value, under the name of today', () => {
    const after = apply(current, editing({ tel: { from: '0', to: '2' } }))
    expect(after.body).toEqual(NEW)
    expect(openContested(after, 'phone')).toMatchObject([{ from: '0', to: '2' }])
  })

  it('settles and reopens under the name of today', () => {
    const asked = apply(current, editing({ tel: { from: '0', to: '2' } }), 'a')
    const kept = apply(asked, editing({ tel: { from: '1', to: '1', settles: ['a'] } }), 's')
    expect(openQuestions(kept)).toEqual([])
    expect(openQuestions(apply(kept, editing({ tel: { from: '1', to: '1', reopens: ['a'] } }), 'u'))).toEqual(
      ['phone'],
    )
  })

  it('of something that the upcast drops is kept under its old name', () => {
    const dropping = {
      ...person,
      upcasts: [person.upcasts[0], { to: 3, up: ({ gone: _gone, ...body }: JsonObject) => body }],
    }
    const kind = defineKind({ ...dropping, upcasts: dropping.upcasts.filter((it) => it !== undefined) })
    const after = apply(
      recordOf({}, { kind: 'person', version: 3 }),
      editing({ gone: { from: null, to: 'words' } }),
      'c',
      kind,
    )
    expect(after.body).toEqual({ gone: 'words' })
  })

  it('to create or to remove is brought up whole', () => {
    const create: Edit = { ...TARGET, kind: 'person', op: 'create', file: null, body: OLD }
    const made = applyEdit(null, create, stampOf('c'), person)
    expect(made).toMatchObject({ ok: true, value: { record: { version: 3, body: NEW } } })
    const remove: Edit = { ...TARGET, kind: 'person', op: 'remove', reason: 'moved', seen: OLD }
    expect(apply(current, remove).deleted?.reason).toBe('moved')
  })

  it('twice equals once, in whichever version the record lies, and alters nothing it was given', () => {
    const value = fc.constantFrom('0', '1', '2', 'Ann Lee', 'Bo Lee', null)
    const field = fc.constantFrom('tel', 'name', 'house', 'street', 'phone', 'odd')
    const fields = fc.dictionary(field, fc.record({ from: value, to: value }), { minKeys: 1, maxKeys: 3 })
    fc.assert(
      fc.property(fields, fc.constantFrom(old, current), (edits, record) => {
        const once = apply(frozen(record), frozen(editing(edits)))
        expect(apply(once, editing(edits))).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })

  it('loses no word that it says', () => {
    const text = fc.constantFrom('w1', 'w2', 'w3 w4')
    const field = fc.constantFrom('tel', 'name', 'house', 'street', 'odd', 'phone', 'given')
    fc.assert(
      fc.property(
        fc.dictionary(field, fc.record({ from: text, to: text })),
        fc.constantFrom(old, current),
        (edits, record) => {
          const after = apply(record, editing(edits))
          const words = Object.values(edits)
            .filter(({ from, to }) => from !== to)
            .flatMap(({ to }) => to.split(' '))
          const kept = JSON.stringify([
            after.body,
            Object.values(after.contested).map((all) => all.map(({ to }) => to)),
          ])
          expect(words.filter((word) => !kept.includes(word))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what this version does not know', () => {
  it('an edit of an unknown kind merges by the plain rules', () => {
    const after = applyEdit(
      recordOf({ a: [1] }),
      { ...editing({ a: { from: [1], to: [2] } }), kind: 'unheard-of' },
      stampOf('c'),
    )
    expect(after).toMatchObject({ ok: true, value: { record: { body: { a: [2] }, version: 1 } } })
  })

  it('an edit of a newer version is merged by its own names, and the record stays to be brought up', () => {
    const newer = editing({ phoneNumber: { from: null, to: '2' } }, 4)
    expect(apply(current, newer)).toMatchObject({ version: 3, body: { ...NEW, phoneNumber: '2' } })
  })

  it('a record of a newer version takes an edit of this one, and keeps its version and the rest', () => {
    const newer = recordOf({ ...NEW, later: { deep: [null] } }, { version: 4 })
    const after = apply(newer, editing({ phone: { from: '1', to: '2' } }, 3))
    expect(after).toMatchObject({ version: 4, body: { phone: '2', later: { deep: [null] } } })
  })
})
