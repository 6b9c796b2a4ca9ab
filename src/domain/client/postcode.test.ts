import { expect, test } from 'vitest'
import { districtOf, districtTyped, formatPostcode, isPostcode } from './postcode.ts'

test.each(['DA16 1AA', 'da161aa', ' D A1 61A A ', 'SE9 2UG', 'W1A 0AX', 'M1 1AE', 'EC1A 1BB'])(
  '%s',
  (typed) => {
    expect(isPostcode(typed)).toBe(true)
  },
)

test.each(['DA16', 'DA16 1A', 'DA16 1CC', '1DA 6AA', 'DAA16 1AA', ''])('not %s', (typed) => {
  expect(isPostcode(typed)).toBe(false)
  expect(formatPostcode(typed)).toBe(typed)
})

test('spaced as on an envelope', () => {
  expect(formatPostcode('da161aa')).toBe('DA16 1AA')
  expect(formatPostcode('m11ae')).toBe('M1 1AE')
})

test.each([
  ['da16 1aa', 'DA16'],
  ['SE92UG', 'SE9'],
  ['EC1A 1BB', 'EC1A'],
  ['DA16', null],
  [undefined, null],
])('%s lies in %s', (typed, district) => {
  expect(districtOf(typed)).toBe(district)
})

test.each([
  ['da16', 'DA16'],
  ['da16 1aa', 'DA16'],
  ['da161', 'DA16'],
  ['m1 1', 'M1'],
  [' Welling ', 'Welling'],
  ['', ''],
])('of %s no more than %s is kept', (typed, district) => {
  expect(districtTyped(typed)).toBe(district)
})
