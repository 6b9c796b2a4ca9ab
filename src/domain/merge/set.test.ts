import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, sameJson } from '../json.ts'
import { editOf, merge, recordOf, stampOf } from './nasty.fixture.ts'
import { mergeSet } from './set.ts'

const item = fc.constantFrom<Json>('a', 'b', 'c', 'd', { a: 1 }, { a: 1, b: null }, 1, '1')
const set = fc.array(item, { maxLength: 6 })
const isIn = (one: Json, list: Json[]) => list.some((other) => sameJson(one, other))
const isSame = (a: Json[], b: Json[]) => a.every((it) => isIn(it, b)) && b.every((it) => isIn(it, a))
const merged = (now: Json, from: Json, to: Json) => mergeSet(now, from, to) ?? []

describe('a set', () => {
  it('holds an element exactly when, three ways, it should', () => {
    fc.assert(
      fc.property(set, set, set, item, (now, from, to, one) => {
        const wasTaken = isIn(one, from) && !isIn(one, to)
        const wasAdded = !isIn(one, from) && isIn(one, to)
        expect(isIn(one, merged(now, from, to))).toBe(wasAdded || (isIn(one, now) && !wasTaken))
      }),
    )
  })

  it('twice equals once', () => {
    fc.assert(
      fc.property(set, set, set, (now, from, to) => {
        const once = merged(now, from, to)
        expect(merged(once, from, to)).toEqual(once)
      }),
    )
  })

  it('commutes: two authors of one base, whichever comes first', () => {
    fc.assert(
      fc.property(set, set, set, (base, a, b) => {
        expect(isSame(merged(merged(base, base, a), base, b), merged(merged(base, base, b), base, a))).toBe(
          true,
        )
      }),
    )
  })

  it('left alone gives what the other wrote; edited alone, what its author wrote', () => {
    fc.assert(
      fc.property(set, set, (base, other) => {
        expect(merged(other, base, base)).toEqual(other)
        expect(isSame(merged(base, base, other), other)).toBe(true)
      }),
    )
  })

  it('an element stays unless one who saw it took it away', () => {
    fc.assert(
      fc.property(set, fc.array(fc.tuple(set, set), { maxLength: 5 }), item, (start, edits, one) => {
        const added = [...start, one]
        const end = edits.reduce<Json[]>((now, [from, to]) => merged(now, from, to), added)
        const wasTaken = edits.some(([from, to]) => isIn(one, from) && !isIn(one, to))
        expect(isIn(one, end) || wasTaken).toBe(true)
      }),
    )
  })

  it.each([
    [null, ['a'], []],
    [['a'], null, ['b']],
    [['a'], ['a'], null],
  ])('nothing said is an empty set: %j, %j, %j', (now, from, to) => {
    const empty = (value: Json) => value ?? []
    expect(mergeSet(now, from, to)).toEqual(mergeSet(empty(now), empty(from), empty(to)))
  })

  it.each([
    ['text', [], ['b']],
    [['a'], 'text', ['b']],
    [['a'], [], 'text'],
  ])('is contested as a whole where one side is no set: %j, %j, %j', (now, from, to) => {
    const after = merge(recordOf({ tags: now }), editOf({ tags: { from, to } }), stampOf('c'))
    expect(after.body['tags']).toEqual(now)
    expect(after.contested['tags']?.[0]).toMatchObject({ from, to })
  })
})
