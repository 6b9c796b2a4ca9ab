import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameJson } from '../json.ts'
import { openQuestions } from '../record/record.ts'
import { editRecord, removeRecord } from '../change/write.ts'
import { mergeReturned } from './mergeReturned.ts'
import { body, frozen, merge, recordOf, recordWithPast, RULES, stampOf } from './nasty.fixture.ts'

const stamp = stampOf('back', 'd9')

describe('a record that comes back', () => {
  it('where there is none, or the one that the lost changes altered, is as it came back', () => {
    fc.assert(
      fc.property(recordWithPast, body, (here, there) => {
        const returned = { ...here, body: there, deleted: null, rev: here.rev + 3 }
        for (const before of [null, { ...here, deleted: null }]) {
          const { record, outcome } = mergeReturned(before, frozen(returned), null, stamp, RULES)
          expect([record, outcome]).toEqual([returned, 'applied'])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('with nothing new in it alters nothing', () => {
    fc.assert(
      fc.property(recordWithPast, (here) => {
        const { record } = mergeReturned(frozen(here), here, here, stamp, RULES)
        expect(record.rev).toBe(here.rev)
        expect(record.body).toEqual(here.body)
      }),
      { numRuns: 200 },
    )
  })

  it('met by an edit of other fields has both, and asks nothing', () => {
    const base = recordOf({ phone: '1', name: 'A' })
    const here = { ...base, body: { phone: '1', name: 'B' }, rev: 2 }
    const returned = { ...base, body: { phone: '2', name: 'A' }, rev: 5 }
    const { record, outcome } = mergeReturned(here, returned, base, stamp, RULES)
    expect([record.body, record.rev, outcome]).toEqual([{ phone: '2', name: 'B' }, 3, 'applied'])
  })

  it('loses nothing of what either side wrote, whatever they wrote', () => {
    fc.assert(
      fc.property(body, body, body, (before, one, other) => {
        const base = recordOf(before)
        const write = (after: typeof one, change: string) => {
          const edit = editRecord(base, after)
          return edit ? merge(base, edit, stampOf(change, change), RULES) : base
        }
        const [here, returned] = [write(one, 'here'), write(other, 'there')]
        const { record } = mergeReturned(frozen(here), frozen(returned), frozen(base), stamp, RULES)
        const edit = editRecord(base, other)
        const expected = edit ? merge(here, edit, stamp, RULES) : here
        expect(sameJson(record.body, expected.body)).toBe(true)
        expect(openQuestions(record)).toEqual(openQuestions(expected))
      }),
      { numRuns: 300 },
    )
  })

  it('brings its questions and answers along', () => {
    const value = { ...stampOf('a'), from: '1', to: '2' }
    const base = recordOf({ phone: '1' })
    const asked = { ...base, contested: { phone: [value] }, rev: 2 }
    const here = { ...base, body: { phone: '1', name: 'B' }, rev: 2 }
    const there = mergeReturned(here, asked, base, stamp, RULES)
    expect([openQuestions(there.record), there.outcome]).toEqual([['phone'], 'contested'])
    const settled = {
      ...asked,
      contested: { phone: [{ ...value, settled: { change: 's', by: 'b', at: 't' } }] },
    }
    const again = mergeReturned(there.record, settled, asked, stamp, RULES)
    expect(openQuestions(again.record)).toEqual([])
  })

  it('that was removed there is removed here, unless somebody wrote into it here', () => {
    const base = recordOf({ phone: '1' })
    const gone = { ...base, body: {}, deleted: { ...stampOf('gone'), reason: 'moved' }, rev: 2 }
    const same = { ...base, contested: {}, body: { phone: '1' }, rev: 2 }
    expect(mergeReturned(same, gone, base, stamp, RULES).record).toMatchObject({
      deleted: { reason: 'moved' },
      body: { phone: '1' },
    })
    const written = { ...base, body: { phone: '1', name: 'B' }, rev: 2 }
    const kept = mergeReturned(written, gone, base, stamp, RULES)
    expect([kept.record.deleted, openQuestions(kept.record), kept.outcome]).toEqual([null, [''], 'contested'])
    expect(kept.record.contested['']).toMatchObject([{ change: 'gone', by: 'of d1' }])
    const forward = mergeReturned(base, gone, null, stamp, RULES).record
    expect([forward.deleted?.reason, forward.body]).toEqual(['moved', { phone: '1' }])
  })

  it('with its removal asks once, though the removal itself comes too', () => {
    const base = recordOf({ phone: '1' })
    const gone = { ...base, deleted: { ...stampOf('gone'), reason: 'moved' }, rev: 2 }
    const written = { ...base, body: { phone: '1', name: 'B' }, rev: 2 }
    const { record } = mergeReturned(written, gone, base, stamp, RULES)
    expect(merge(record, removeRecord(base, 'moved'), stampOf('gone'))).toEqual(record)
  })

  it('that was restored there is restored here', () => {
    const removed = { ...recordOf({ phone: '1' }), deleted: { ...stampOf('gone'), reason: 'moved' }, rev: 2 }
    const back = { ...removed, deleted: null, rev: 3 }
    const here = { ...removed, body: { phone: '1', name: 'B' } }
    expect(mergeReturned(here, back, removed, stamp, RULES).record.deleted).toBeNull()
  })
})
