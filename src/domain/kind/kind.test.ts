import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { codes } from './fields.ts'
import { defineKind, upcastBody } from './kind.ts'
import { kindNamed, kinds } from './kinds.ts'

const same = (body: object) => ({ ...body })
const blank = { kind: 'odd', body: z.looseObject({}), place: 'file', rules: {} } as const

describe('a kind', () => {
  it.each([
    [1, []],
    [3, [2, 3]],
  ])('of version %i is complete with upcasts to %j', (version, to) => {
    const upcasts = to.map((it) => ({ to: it, up: same }))
    expect(defineKind({ ...blank, version, upcasts }).version).toBe(version)
  })

  it.each([
    [2, []],
    [3, [3]],
    [3, [2]],
    [3, [3, 2]],
    [3, [2, 2, 3]],
    [1, [2]],
    [3, [1, 2, 3]],
  ])('of version %i is refused with upcasts to %j', (version, to) => {
    const upcasts = to.map((it) => ({ to: it, up: same }))
    expect(() => defineKind({ ...blank, version, upcasts })).toThrow('without a gap')
  })

  it('leaves a body of a newer version as it is', () => {
    const body = { a: 1 }
    expect(upcastBody({ upcasts: [{ to: 2, up: () => ({}) }] }, body, 2)).toBe(body)
    expect(upcastBody({ upcasts: [{ to: 2, up: () => ({}) }] }, body, 7)).toBe(body)
  })

  it('is found by its name, and by no other word', () => {
    expect(
      Object.entries(kinds).every(([name, kind]) => kind.kind === name && kindNamed(name) === kind),
    ).toBe(true)
    expect(['constructor', '__proto__', 'toString', ''].map(kindNamed)).toEqual([null, null, null, null])
  })

  it('names in its rules only fields that it has, and keys lists by a field of their elements', () => {
    const ruled = Object.values(kinds).flatMap((kind) =>
      Object.entries(kind.rules).map(([field, rule]) => ({ field, rule, shape: kind.body.shape as object })),
    )
    expect(ruled.filter(({ field, shape }) => !Object.hasOwn(shape, field))).toEqual([])
    expect(ruled.length).toBeGreaterThan(10)
  })

  it('keeps a code that it does not know', () => {
    expect(codes(['open', 'closed']).parse('paused')).toBe('paused')
    expect(
      kinds.client.body.parse({ firstName: 'A', familyName: 'B', team: 't', status: 'paused', later: [1] }),
    ).toEqual({
      firstName: 'A',
      familyName: 'B',
      team: 't',
      status: 'paused',
      later: [1],
    })
  })
})
