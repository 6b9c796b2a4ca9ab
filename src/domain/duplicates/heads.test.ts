import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headsOf } from './heads.ts'

test.each([
  [{}, {}],
  [{ b: 'a' }, { b: 'a' }],
  [
    { c: 'b', b: 'a' },
    { c: 'a', b: 'a' },
  ],
  [{ a: 'b', b: 'a' }, { b: 'a' }],
  [
    { d: 'c', c: 'b', b: 'c' },
    { d: 'b', c: 'b' },
  ],
  [{ a: 'a' }, {}],
])('%j: heads %j', (into, heads) => {
  expect(Object.fromEntries(headsOf(new Map(Object.entries(into))))).toEqual(heads)
})

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')

test('every file of a heap has the same head, which has no other, whatever was merged into what', () => {
  fc.assert(
    fc.property(fc.dictionary(id, id), (links) => {
      const heads = headsOf(new Map(Object.entries(links)))
      const headOf = (file: string) => heads.get(file) ?? file
      for (const [file, into] of Object.entries(links)) expect(headOf(file)).toBe(headOf(into))
      for (const head of heads.values()) expect(headOf(head)).toBe(head)
    }),
  )
})
