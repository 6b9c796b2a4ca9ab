import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../json.ts'
import type { StoredRecord } from '../record/record.ts'
import { mergeEdit } from './merge.ts'
import {
  anyEdit,
  editOf,
  frozen,
  merge,
  pathAndEdit,
  recordOf,
  recordWithPast,
  RULES,
  sense,
  stampOf,
  wording,
} from './nasty.fixture.ts'
import { fieldOf } from './path.ts'

const change = fc.constantFrom('c0', 'c3', 'new')
const device = fc.constantFrom('d1', 'd2', 'd3')

describe('merging', () => {
  it('twice equals once, whatever the edit and the record', () => {
    fc.assert(
      fc.property(recordWithPast, anyEdit, device, (record, edit, by) => {
        const once = mergeEdit(record, edit, stampOf('new', by), RULES)
        const twice = once.ok && mergeEdit(once.value.record, edit, stampOf('new', by), RULES)
        expect(twice).toEqual(once)
      }),
      { numRuns: 1200 },
    )
  })

  it('a change over several records twice equals once', () => {
    const pairs = fc.array(fc.tuple(recordWithPast, anyEdit), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(pairs, (touched) => {
        const apply = (records: typeof touched) =>
          records.map(([record, edit]): (typeof touched)[number] => [
            merge(record, edit, stampOf('new')),
            edit,
          ])
        expect(apply(apply(touched))).toEqual(apply(touched))
      }),
      { numRuns: 150 },
    )
  })

  it('edits of different fields commute', () => {
    fc.assert(
      fc.property(recordWithPast, pathAndEdit, pathAndEdit, (record, [path, a], [other, b]) => {
        fc.pre(fieldOf(path) !== fieldOf(other))
        const [ea, eb] = [editOf({ [path]: a }), editOf({ [other]: b })]
        const ab = merge(merge(record, ea, stampOf('a', 'd1')), eb, stampOf('b', 'd2'))
        const ba = merge(merge(record, eb, stampOf('b', 'd2')), ea, stampOf('a', 'd1'))
        expect(sense(ab)).toEqual(sense(ba))
        expect(ab.rev).toBe(ba.rev)
      }),
      { numRuns: 600 },
    )
  })

  it('touches nothing but the fields that were edited', () => {
    fc.assert(
      fc.property(recordWithPast, pathAndEdit, (record, [path, edit]) => {
        const after = merge(record, editOf({ [path]: edit }), stampOf('new'))
        const others = (body: object) => Object.entries(body).filter(([field]) => field !== fieldOf(path))
        expect(others(after.body)).toEqual(others(record.body))
        expect(after.deleted).toBe(record.deleted)
      }),
      { numRuns: 300 },
    )
  })

  it('carries on what it does not know, on the record and beside its values', () => {
    fc.assert(
      fc.property(recordWithPast, anyEdit, (past, edit) => {
        const marked = Object.entries(past.contested).map(
          ([path, values]) => [path, values.map((value) => ({ ...value, fromNewer: 'kept' }))] as const,
        )
        const record = { ...past, fromNewer: { a: 1 }, contested: Object.fromEntries(marked) }
        const after = merge(record, edit, stampOf('new', 'd9'))
        expect(after.fromNewer).toEqual({ a: 1 })
        const kept = Object.values(after.contested)
          .flat()
          .filter((value) => value['fromNewer'] === 'kept')
          .map(({ change: by }) => by)
        expect(kept).toEqual(expect.arrayContaining(changesIn(record)))
      }),
      { numRuns: 150 },
    )
  })

  it('alters nothing that it was given', () => {
    fc.assert(
      fc.property(recordWithPast, anyEdit, change, device, (record, edit, id, by) => {
        const merging = () =>
          mergeEdit(frozen(record), frozen(edit), frozen(stampOf(id, by)), frozen({ ...RULES }))
        expect(merging).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('counts a revision exactly when something is different', () => {
    fc.assert(
      fc.property(recordWithPast, anyEdit, (record, edit) => {
        const after = merge(record, edit, stampOf('new'))
        expect(after.rev - record.rev).toBe(wording(after) === wording(record) ? 0 : 1)
      }),
      { numRuns: 150 },
    )
  })

  it('never takes away what was contested: it stays, settled or open, until its own author goes on', () => {
    fc.assert(
      fc.property(recordWithPast, anyEdit, (record, edit) => {
        const after = merge(record, edit, stampOf('new', 'd9'))
        expect(changesIn(after)).toEqual(expect.arrayContaining(changesIn(record)))
      }),
      { numRuns: 300 },
    )
  })

  it('never revives and never removes except by the op of that name', () => {
    fc.assert(
      fc.property(recordWithPast, anyEdit, (record, edit) => {
        const after = merge(record, edit, stampOf('new'))
        expect(record.deleted !== null && after.deleted === null).toBe(
          record.deleted !== null && edit.op === 'restore',
        )
        expect(record.deleted === null && after.deleted !== null && edit.op !== 'remove').toBe(false)
      }),
      { numRuns: 150 },
    )
  })
})

describe('once found, never again: twice equals once', () => {
  const value = (to: Json) => ({ ...stampOf('c0'), from: 'not a list', to })

  it('where a set takes in what its author had cleared elsewhere', () => {
    const record = recordOf({ tags: [] }, { contested: { tags: [value(null)] } })
    const edit = editOf({ tags: { from: null, to: ['1'] } })
    const once = merge(record, edit, stampOf('new'))
    expect(merge(once, edit, stampOf('new'))).toBe(once)
  })

  it('where a merged set comes out as a contested value that is reopened at once', () => {
    const record = recordOf({}, { contested: { tags: [value([])] } })
    const edit = editOf({ tags: { from: ['3'], to: ['3'], reopens: ['c0'] } })
    const once = merge(record, edit, stampOf('new'))
    expect(merge(once, edit, stampOf('new'))).toBe(once)
  })

  it('where one edit settles and reopens the same value', () => {
    const record = recordOf({}, { contested: { 'steps/x': [value(null)], phone: [value('1')] } })
    const edit = editOf({ phone: { from: '0', to: '2', settles: ['c0'], reopens: ['c0'] } })
    const once = merge(record, edit, stampOf('new'))
    expect(merge(once, edit, stampOf('new'))).toBe(once)
  })
})

function changesIn({ contested }: StoredRecord): string[] {
  return Object.values(contested)
    .flat()
    .map((value) => value.change)
}
