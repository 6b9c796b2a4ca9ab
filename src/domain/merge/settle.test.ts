import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  reopenContested,
  restoreRecord,
  settleByKeeping,
  settleByRemoving,
  settleContested,
} from '../change/write.ts'
import type { Edit } from '../change/change.ts'
import type { Json } from '../json.ts'
import { openContested, openQuestions, type StoredRecord } from '../record/record.ts'
import { valueAt } from './field.ts'
import { editOf, merge, recordOf, recordWithPast, RULES, sense, stampOf, TARGET } from './nasty.fixture.ts'

const START = recordOf({ phone: '1' })
const ASKED = merge(START, editOf({ phone: { from: '0', to: '2' } }), stampOf('a', 'd1'))
const choose = (to: Json, seen = ASKED, path = 'phone') =>
  settleContested(seen, path, valueAt(seen, path, RULES), to)
const remove = (seen: StoredRecord): Edit => ({ op: 'remove', ...TARGET, reason: 'moved', seen: seen.body })

describe('choosing', () => {
  it.each(['1', '2', 'a third'])('%s settles the question, and says what stood before', (to) => {
    const after = merge(ASKED, choose(to), stampOf('s', 'd2'))
    expect(after.body['phone']).toBe(to)
    expect(openQuestions(after)).toEqual([])
    expect(after.contested['phone']?.[0]).toMatchObject({ to: '2', settled: { change: 's', was: '1' } })
  })

  it('a later edit that says the same settles it by itself, and leaves other values open', () => {
    const two = merge(ASKED, editOf({ phone: { from: '0', to: '3' } }), stampOf('b', 'd2'))
    const agreed = merge(two, editOf({ phone: { from: '1', to: '2' } }), stampOf('c', 'd3'))
    expect(openContested(agreed, 'phone').map(({ to }) => to)).toEqual(['3'])
  })

  it('leaves a value open that came in after it was seen', () => {
    const two = merge(ASKED, editOf({ phone: { from: '0', to: '3' } }), stampOf('b', 'd2'))
    expect(openContested(merge(two, choose('1'), stampOf('s', 'd3')), 'phone').map(({ to }) => to)).toEqual([
      '3',
    ])
  })

  it('leaves a value open whose author has gone on meanwhile', () => {
    const on = merge(ASKED, editOf({ phone: { from: '2', to: '3' } }), stampOf('b', 'd1'))
    expect(openContested(merge(on, choose('1'), stampOf('s', 'd3')), 'phone').map(({ to }) => to)).toEqual([
      '3',
    ])
  })

  it('is contested when the value has moved on meanwhile', () => {
    const moved = merge(ASKED, editOf({ phone: { from: '1', to: '9' } }), stampOf('b', 'd2'))
    const after = merge(moved, choose('2'), stampOf('s', 'd3'))
    expect(after.body['phone']).toBe('9')
    expect(openContested(after, 'phone').map(({ change }) => change)).toEqual(['s'])
  })
})

describe('two people choosing at once', () => {
  const rows: [first: string, second: string, value: string, open: string[]][] = [
    ['2', '2', '2', []],
    ['1', '1', '1', []],
    ['2', '1', '2', ['1']],
    ['1', '2', '1', ['2']],
    ['3', '2', '3', ['2']],
  ]
  it.each(rows)('%s, then %s: the value is %s, open are %j', (first, second, value, open) => {
    const after = merge(merge(ASKED, choose(first), stampOf('s', 'd2')), choose(second), stampOf('t', 'd3'))
    expect(after.body['phone']).toBe(value)
    expect(openContested(after, 'phone').map(({ to }) => to)).toEqual(open)
  })

  it('keep and remove: contested whichever comes first', () => {
    const edited = merge(START, editOf({ phone: { from: '1', to: '2' } }), stampOf('e', 'd1'))
    const asked = merge(edited, remove(START), stampOf('r', 'd2'))
    const [keep, goOn] = [settleByKeeping(asked), settleByRemoving(asked, 'really')]
    const kept = merge(merge(asked, keep, stampOf('k', 'd1')), goOn, stampOf('g', 'd3'))
    expect(kept.deleted).toBeNull()
    expect(openContested(kept, '').map(({ change }) => change)).toEqual(['g'])
    const gone = merge(merge(asked, goOn, stampOf('g', 'd3')), keep, stampOf('k', 'd1'))
    expect(gone.deleted?.change).toBe('g')
    expect(openContested(gone, '')).toEqual([{ ...stampOf('k', 'd1'), from: null, to: null }])
    expect(openQuestions(merge(gone, settleByRemoving(gone, 'really'), stampOf('z', 'd2')))).toEqual([])
    expect(openQuestions(merge(gone, restoreRecord(gone), stampOf('z', 'd2')))).toEqual([])
  })
})

describe('a contested removal', () => {
  const edited = merge(START, editOf({ phone: { from: '1', to: '2' } }), stampOf('e', 'd1'))
  const asked = merge(edited, remove(START), stampOf('r', 'd2'))

  it('is settled by keeping', () => {
    const kept = merge(asked, settleByKeeping(asked), stampOf('s', 'd1'))
    expect(kept.deleted).toBeNull()
    expect(openQuestions(kept)).toEqual([])
  })

  it('is settled by removing, questions of its fields included; restoring asks those again', () => {
    const more = merge(asked, editOf({ phone: { from: '0', to: '7' } }), stampOf('f', 'd3'))
    const gone = merge(more, settleByRemoving(more, 'really'), stampOf('s', 'd1'))
    expect(gone.deleted?.reason).toBe('really')
    expect(openQuestions(gone)).toEqual([])
    expect(openQuestions(merge(gone, restoreRecord(gone), stampOf('b', 'd1')))).toEqual(['phone'])
  })

  it('is contested again by an edit that came in unseen', () => {
    const more = merge(asked, editOf({ name: { from: null, to: 'Ade' } }), stampOf('f', 'd3'))
    expect(merge(more, settleByRemoving(asked, 'really'), stampOf('s', 'd1')).deleted).toBeNull()
  })

  it('is contested again when a question it settles has been answered by somebody else meanwhile', () => {
    const gone = settleByRemoving(ASKED, 'really')
    const kept = merge(ASKED, choose('1'), stampOf('k', 'd2'))
    const after = merge(kept, gone, stampOf('g', 'd3'))
    expect(after.deleted).toBeNull()
    expect(openContested(after, '').map(({ change }) => change)).toEqual(['g'])
  })

  it('is no race where one of its two questions was answered before, in its sight', () => {
    const two = merge(
      recordOf({ phone: '1', name: 'Ade' }),
      editOf({ phone: { from: '0', to: '2' }, name: { from: 'Ada', to: 'Adi' } }),
      stampOf('a', 'd1'),
    )
    const one = merge(two, choose('1', two), stampOf('k', 'd2'))
    expect(merge(one, settleByRemoving(one, 'really'), stampOf('g', 'd3')).deleted?.change).toBe('g')
  })

  it('an edit contested on a tombstone is settled by leaving it removed', () => {
    const gone = merge(START, remove(START), stampOf('r', 'd2'))
    const late = merge(gone, editOf({ phone: { from: '1', to: '2' } }), stampOf('e', 'd1'))
    expect(openQuestions(merge(late, settleByRemoving(late, 'really'), stampOf('s', 'd3')))).toEqual([])
  })
})

describe('undoing', () => {
  it('a choice restores value and question exactly', () => {
    fc.assert(
      fc.property(
        recordWithPast,
        fc.nat(5),
        fc.constantFrom<Json>('1', '2', 'third'),
        (record, nth, third) => {
          const paths = openQuestions(record).filter((path) => path === 'phone' || path === 'constructor')
          const path = paths[nth % Math.max(1, paths.length)]
          fc.pre(path !== undefined && !record.deleted)
          const now = valueAt(record, path ?? '', RULES)
          const chosen = merge(record, settleContested(record, path ?? '', now, third), stampOf('s', 'd7'))
          const by = chosen.contested[path ?? '']?.filter(({ settled }) => settled?.change === 's') ?? []
          const was = by[0]?.settled?.was ?? null
          const reopens = by.map(({ change }) => change)
          const undo = reopenContested(chosen, path ?? '', third, was, reopens)
          const undone = merge(chosen, undo, stampOf('u', 'd7'))
          expect(sense({ ...undone, written: {} })).toEqual(sense({ ...record, written: {} }))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('a choice of a record that has moved on meanwhile asks with all values', () => {
    const chosen = merge(ASKED, choose('2'), stampOf('s', 'd2'))
    const moved = merge(chosen, editOf({ phone: { from: '2', to: '9' } }), stampOf('b', 'd3'))
    const after = merge(moved, reopenContested(chosen, 'phone', '2', '1', ['a']), stampOf('u', 'd2'))
    expect(after.body['phone']).toBe('9')
    expect(new Set(openContested(after, 'phone').map(({ to }) => to))).toEqual(new Set(['1', '2']))
  })

  it('does not ask about the value that it puts in force itself, however often it is sent', () => {
    const chosen = merge(ASKED, choose('1'), stampOf('s', 'd2'))
    const undo = reopenContested(chosen, 'phone', '1', '2', ['a'])
    const once = merge(chosen, undo, stampOf('u', 'd2'))
    expect(once.body['phone']).toBe('2')
    expect(openQuestions(once)).toEqual([])
    expect(merge(once, undo, stampOf('u', 'd2'))).toBe(once)
  })

  it('of keeping a record asks again whether to remove it', () => {
    const edited = merge(START, editOf({ phone: { from: '1', to: '2' } }), stampOf('e', 'd1'))
    const asked = merge(edited, remove(START), stampOf('r', 'd2'))
    const kept = merge(asked, settleByKeeping(asked), stampOf('s', 'd1'))
    const again = merge(kept, reopenContested(kept, '', null, null, ['r']), stampOf('u', 'd1'))
    expect(sense(again)).toEqual(sense(asked))
  })
})
