import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameJson } from '../json.ts'
import { body, frozen, merge, recordOf, recordWithPast, RULES, stampOf } from '../merge/nasty.fixture.ts'
import { openQuestions } from '../record/record.ts'
import { changeSchema, editSchema } from './change.ts'
import {
  createRecord,
  editRecord,
  removeRecord,
  reopenEverything,
  restoreRecord,
  settleByKeeping,
  settleByRemoving,
  settleContested,
} from './write.ts'

const ID = '0190a8f5-0000-7000-8000-000000000001'

describe('an edit', () => {
  it('of a record that nobody else has touched makes it what its author left', () => {
    fc.assert(
      fc.property(recordWithPast, body, (past, after) => {
        const seen = { ...past, deleted: null }
        const edit = editRecord(frozen(seen), frozen(after))
        const merged = edit ? merge(seen, edit, stampOf('new', 'd9'), RULES) : seen
        expect(sameJson(merged.body, after)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('is none where nothing was edited, whatever says nothing', () => {
    fc.assert(
      fc.property(body, (it) => {
        expect(editRecord(recordOf(it), { ...it, left: undefined, out: null })).toBeNull()
      }),
    )
  })

  it('names only what was edited', () => {
    const edit = editRecord(recordOf({ phone: '1', name: 'Ade', 'a/b': 1 }), { phone: '2', 'a/b': 1 })
    expect(edit).toMatchObject({ fields: { phone: { from: '1', to: '2' }, name: { from: 'Ade', to: null } } })
  })

  it('crosses the wire unchanged, whatever its fields are called', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const edit = editRecord(recordOf(before), after)
        fc.pre(edit !== null)
        const crossed: unknown = JSON.parse(JSON.stringify(edit))
        expect(JSON.stringify(editSchema.parse(crossed))).toBe(JSON.stringify(edit))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the version of what is written', () => {
  const newer = recordOf({ firstName: 'A' }, { kind: 'client', version: 9 })
  it("is the app's own where the record is newer: who knows both brings it up", () => {
    expect(editRecord(newer, { firstName: 'B' })).toMatchObject({ version: 1 })
    expect(removeRecord(newer, 'moved')).toMatchObject({ version: 1 })
    expect(restoreRecord(newer)).toMatchObject({ version: 1 })
  })

  it("is the record's where nobody here knows the kind", () => {
    expect(editRecord(recordOf({ a: 1 }, { version: 9 }), { a: 2 })).toMatchObject({ version: 9 })
  })

  it('is the present one for a record that begins', () => {
    expect(createRecord('staff', ID, null, { name: 'Grace', role: 'coordinator' })).toEqual({
      op: 'create',
      kind: 'staff',
      id: ID,
      version: 1,
      file: null,
      body: { name: 'Grace', role: 'coordinator' },
    })
  })
})

describe('what a removal and an answer name', () => {
  it('is all that their author saw, and is taken as such', () => {
    fc.assert(
      fc.property(recordWithPast, (past) => {
        const record = { ...past, deleted: null }
        const gone = merge(record, settleByRemoving(record, 'moved'), stampOf('new', 'd9'))
        expect(gone.deleted?.change).toBe('new')
        expect(openQuestions(gone)).toEqual([])
        const kept = merge(record, settleByKeeping(record), stampOf('new', 'd9'))
        expect(openQuestions(kept)).not.toContain('')
      }),
      { numRuns: 200 },
    )
  })

  it('leaving a removed record removed can be undone: the questions are open again, and it stays removed', () => {
    const value = { ...stampOf('a'), from: '1', to: '2' }
    const record = recordOf(
      { phone: '1' },
      { deleted: { ...stampOf('gone'), reason: 'moved' }, contested: { phone: [value] } },
    )
    const left = merge(record, settleByRemoving(record, 'moved'), stampOf('new', 'd9'))
    expect(openQuestions(left)).toEqual([])
    const undone = merge(left, reopenEverything(record), stampOf('undo', 'd9'))
    expect([openQuestions(undone), undone.deleted?.change, undone.body]).toEqual([
      ['phone'],
      'gone',
      record.body,
    ])
  })

  it('is what lies open at the path, and nothing else', () => {
    const value = { ...stampOf('a'), from: null, to: '2' }
    const settled = { ...value, change: 'b', settled: { change: 's', by: 'b', at: 't' } }
    const record = recordOf(
      { phone: '1' },
      { contested: { phone: [value, settled], name: [{ ...value, change: 'n' }] } },
    )
    expect(settleContested(record, 'phone', '1', '2')).toMatchObject({
      fields: { phone: { from: '1', to: '2', settles: ['a'] } },
    })
  })
})

describe('a change', () => {
  const edit = { op: 'restore', kind: 'client', id: ID, version: 1 }
  const change = { id: ID, device: ID, at: '2026-01-01T00:00:00.000Z', app: 'test', edits: [edit] }

  it.each([
    ['no edits', { ...change, edits: [] }],
    ['too many', { ...change, edits: Array.from({ length: 201 }, () => edit) }],
    ['an op that nobody knows', { ...change, edits: [{ ...edit, op: 'merge' }] }],
    ['an id that is none', { ...change, id: 'x' }],
    ['a removal without a reason', { ...change, edits: [{ ...edit, op: 'remove', reason: '', seen: {} }] }],
  ])('with %s is refused', (_, refused) => {
    expect(changeSchema.safeParse(change).success).toBe(true)
    expect(changeSchema.safeParse(refused).success).toBe(false)
  })
})
