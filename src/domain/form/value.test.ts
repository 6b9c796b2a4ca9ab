import { describe, expect, test } from 'vitest'
import { readValue, writeValue } from './fhirValue.ts'
import { compareValues, isBlank, isDate, isDateTime, sameValue, type Value } from './value.ts'

test.each<[object, Value]>([
  [{ valueBoolean: false }, { type: 'boolean', value: false }],
  [{ valueInteger: 3 }, { type: 'integer', value: 3 }],
  [{ valueDecimal: 3.5 }, { type: 'decimal', value: 3.5 }],
  [{ valueString: 'x' }, { type: 'string', value: 'x' }],
  [{ valueDate: '2026-05' }, { type: 'date', value: '2026-05' }],
  [{ valueDateTime: '2026-05-01' }, { type: 'dateTime', value: '2026-05-01' }],
  [
    { valueCoding: { code: 'a', userSelected: true } },
    { type: 'coding', value: { code: 'a', userSelected: true } },
  ],
  [{ valueQuantity: { value: 2, unit: 'km' } }, { type: 'quantity', value: { value: 2, unit: 'km' } }],
])('%o is read and written back', (fhir, value) => {
  expect(readValue(fhir)).toEqual({ ok: true, value })
  expect(writeValue(value)).toEqual(fhir)
})

test.each<[object, string]>([
  [{}, 'none'],
  [{ value: 3, valued: 4 }, 'none'],
  [{ valueInteger: 3, valueString: '3' }, 'several'],
  [{ valueReference: { reference: 'x' } }, 'unsupported'],
  [{ valueInteger: '3' }, 'malformed'],
  [{ answerInteger: 3 }, 'none'],
])('%o has no value that can be read: %s', (fhir, problem) => {
  expect(readValue(fhir)).toEqual({ ok: false, error: problem })
})

describe('dates', () => {
  test.each(['2026', '2026-02', '2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])(
    '%s is one',
    (text) => {
      expect([isDate(text), isDateTime(text)]).toEqual([true, true])
    },
  )
  test.each([
    '',
    '26',
    '2026-2',
    '2026-13',
    '2026-00',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-01-01 ',
    'May',
  ])('%s is none', (text) => {
    expect([isDate(text), isDateTime(text)]).toEqual([false, false])
  })
  test.each(['2026-05-01T10:30:00Z', '2026-05-01T10:30:00.123+01:00'])('%s is a moment, no date', (text) => {
    expect([isDate(text), isDateTime(text)]).toEqual([false, true])
  })
  test.each([
    '2026-05-01T10:30',
    '2026-05-01T10:30:00',
    '2026-05T10:30:00Z',
    '2026-05-01T25:00:00Z',
    '2026-05-01T',
  ])('%s is no moment: a time needs its day, its seconds and its zone', (text) => {
    expect(isDateTime(text)).toBe(false)
  })
})

test.each<[Value, boolean]>([
  [{ type: 'string', value: ' \n' }, true],
  [{ type: 'date', value: '' }, true],
  [{ type: 'coding', value: {} }, true],
  [{ type: 'quantity', value: { unit: 'km' } }, true],
  [{ type: 'boolean', value: false }, false],
  [{ type: 'integer', value: 0 }, false],
  [{ type: 'coding', value: { display: 'x' } }, false],
])('%o is blank: %s', (value, blank) => {
  expect(isBlank(value)).toBe(blank)
})

const words = (display: string): Value => ({ type: 'coding', value: { display } })
const moment = (value: string): Value => ({ type: 'dateTime', value })

test('codings without a code are told apart by their words', () => {
  expect(sameValue(words('a'), words('a'))).toBe(true)
  expect(sameValue(words('a'), words('b'))).toBe(false)
})

test('a moment without sense has no order, and is only equal to itself', () => {
  expect(compareValues(moment('xT'), moment('yT'))).toBeUndefined()
  expect(sameValue(moment('xT'), moment('xT'))).toBe(true)
})
