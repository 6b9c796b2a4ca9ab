import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonObjectSchema, jsonSchema, MAX_JSON_DEPTH, own, sameJson, withKey } from './json.ts'

const parsed = (text: string): unknown => JSON.parse(text)
const nested = (depth: number): unknown => parsed('['.repeat(depth) + ']'.repeat(depth))

describe('what counts as JSON', () => {
  it('is whatever JSON says, passed on unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(jsonSchema.parse(value)).toBe(value)
      }),
    )
  })

  it('keeps every key, `__proto__` included', () => {
    const text = '{"__proto__":{"a":1},"constructor":2,"":{"__proto__":[3]}}'
    expect(JSON.stringify(jsonObjectSchema.parse(parsed(text)))).toBe(text)
  })

  it.each([
    undefined,
    Number.NaN,
    Infinity,
    new Date(0),
    new Map(),
    { a: undefined },
    [() => 1],
    1n,
    new Uint8Array(1),
  ])('is not %s', (value) => expect(jsonSchema.safeParse(value).success).toBe(false))

  it('is an object where one is asked for', () => {
    expect([[], 'a', null, 1].some((value) => jsonObjectSchema.safeParse(value).success)).toBe(false)
  })

  it('may be deep, but answers rather than overflowing the stack', () => {
    expect(jsonSchema.safeParse(nested(MAX_JSON_DEPTH)).success).toBe(true)
    expect(jsonSchema.safeParse(nested(100_000)).success).toBe(false)
  })
})

describe('saying the same', () => {
  it('pays no heed to the order of keys, nor to what says nothing', () => {
    expect(sameJson({ a: 1, b: null, c: [{ d: null }] }, { c: [{}], a: 1 })).toBe(true)
    expect(sameJson(undefined, null)).toBe(true)
  })

  it.each([
    [null, []],
    [[], {}],
    ['', null],
    [0, false],
    ['1', 1],
    [
      [1, 2],
      [2, 1],
    ],
    [[null], []],
  ])('%j is not %j', (a, b) => {
    expect(sameJson(a, b)).toBe(false)
    expect(sameJson(b, a)).toBe(false)
  })

  it('is no matter of what an object inherits', () => {
    expect(sameJson({}, Object.fromEntries([['__proto__', { a: 1 }]]))).toBe(false)
    expect(own({}, 'constructor')).toBeUndefined()
  })
})

describe('setting a key', () => {
  it.each(['a', '__proto__', 'constructor', ''])('%j is set, kept in its place, and taken away', (key) => {
    const set = withKey({ first: 1 }, key, 2)
    expect(Object.entries(set)).toEqual([
      ['first', 1],
      [key, 2],
    ])
    expect(Object.keys(withKey(withKey(set, 'last', 1), key, 3))).toEqual(['first', key, 'last'])
    expect(withKey(set, key, null)).toEqual({ first: 1 })
  })
})
