import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNhsNumber, nhsNumberDoubt } from './nhsNumber.ts'

test('the example of the NHS Data Dictionary is sound', () => {
  expect(nhsNumberDoubt('9434765919')).toBeNull()
  expect(nhsNumberDoubt('943 476 5919')).toBeNull()
  expect(nhsNumberDoubt('943-476-5919')).toBeNull()
})

test('a remainder of 10 is never sound', () => {
  const ending = Array.from({ length: 10 }, (_, digit) => nhsNumberDoubt(`123456788${digit}`))
  const sound = ending.filter((doubt) => doubt === null)
  expect(sound.length).toBeLessThanOrEqual(1)
  expect(nhsNumberDoubt('1000000000')).toBe('check-digit')
})

test('any one mistyped digit, and any two neighbours swapped, is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = '9434765919'.split('')
      digits[at] = String((Number(digits[at]) + by) % 10)
      expect(nhsNumberDoubt(digits.join(''))).toBe('check-digit')
    }),
  )
  expect(nhsNumberDoubt('9434756919')).toBe('check-digit')
})

test('other things than ten digits', () => {
  expect(nhsNumberDoubt('943476591')).toBe('length')
  expect(nhsNumberDoubt('94347659I9')).toBe('length')
  expect(nhsNumberDoubt('')).toBe('length')
})

test('shown in groups, or as typed', () => {
  expect(formatNhsNumber('9434765919')).toBe('943 476 5919')
  expect(formatNhsNumber('94347 6591')).toBe('94347 6591')
})
