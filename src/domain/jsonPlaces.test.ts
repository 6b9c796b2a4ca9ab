import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_JSON_DEPTH } from './json.ts'
import { readJson } from './jsonPlaces.ts'

test('reads what JSON.parse reads, and says where each part stands', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 4), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const read = readJson(text)
      expect(read.ok && read.value.value).toEqual(JSON.parse(text))
    }),
  )
})

test('refuses what JSON.parse refuses', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      let parses = true
      try {
        JSON.parse(text)
      } catch {
        parses = false
      }
      expect(readJson(text).ok).toBe(parses)
    }),
  )
})

test.each([
  ['a line break in a text', '{\n"a": "x\ny" }'],
  ['a wrong escape', '["\\x"]'],
  ['a number without end', '[1.]'],
  ['single quotation marks', "{'a': 1}"],
  ['a name without them', '{a: 1}'],
  ['no colon', '{"a" 1}'],
  ['two values', '1 2'],
  ['nesting without end', '['.repeat(MAX_JSON_DEPTH + 2)],
  ['a number beyond all', '1e999'],
])('refuses %s, with the place', (_, text) => {
  const read = readJson(text)
  expect(read.ok ? 0 : read.error.line).toBeGreaterThan(0)
  expect(read.ok ? '' : read.error.what).not.toBe('')
})

test('a place counts lines and columns from 1, and of what is missing is where it would be', () => {
  const read = readJson('{\r\n  "a": [1,\n   2]\n}')
  const at = (...path: PropertyKey[]) => (read.ok ? read.value.placeOf(path) : null)
  expect(at()).toEqual({ line: 1, column: 1 })
  expect(at('a')).toEqual({ line: 2, column: 8 })
  expect(at('a', 1)).toEqual({ line: 3, column: 4 })
  expect(at('b', 'c')).toEqual({ line: 1, column: 1 })
})
