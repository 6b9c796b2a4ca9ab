import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, soundOf } from './alike.ts'
import { featuresOf, type Known, reasonsFor } from './reasons.ts'

const ida: Known = {
  firstName: 'Ida',
  familyName: 'Marsh',
  dateOfBirth: '1941-03-04',
  nhsNumber: '943 476 5919',
}

const rows: [Known, ReturnType<typeof reasonsFor>][] = [
  [{ firstName: 'I', familyName: 'Other', nhsNumber: '9434765919' }, ['nhsNumber']],
  [{ ...ida, nhsNumber: '' }, ['birthDate', 'name']],
  [{ firstName: 'ÍDA', familyName: 'Marsh ', dateOfBirth: '1941-03-04' }, ['birthDate', 'name']],
  [{ firstName: 'Ida', familyName: 'Marhs', dateOfBirth: '1941-03-04' }, ['birthDate', 'nameAlike']],
  [{ firstName: 'Marsh', familyName: 'Ida', dateOfBirth: '1941-03-04' }, ['birthDate', 'namesSwapped']],
  [{ firstName: 'Ida', familyName: 'Marsh', dateOfBirth: '1941-04-03' }, ['birthDateSwapped', 'name']],
  [{ firstName: 'Ida', familyName: 'Marsh', dateOfBirth: '1947-03-04' }, ['birthDateSlip', 'name']],
  [{ firstName: 'Ida', familyName: 'Fen', dateOfBirth: '1941-03-04' }, ['birthDate', 'firstName']],
  [{ firstName: 'Nan', familyName: 'marsh', dateOfBirth: '1941-03-04' }, ['birthDate', 'familyName']],
  [{ ...ida, nhsNumber: '999 000 0018' }, ['birthDate', 'name', 'nhsNumberDiffers']],
  [{ firstName: 'Nan', familyName: 'Fen', dateOfBirth: '1941-03-04' }, []],
  [{ firstName: 'Nan', familyName: 'Marsh', dateOfBirth: '1941-04-03' }, []],
  [{ firstName: 'Ida', familyName: 'Marsh', dateOfBirth: '1962-11-30' }, []],
  [{ firstName: 'Ida', familyName: 'Marsh' }, []],
  [{ firstName: '', familyName: '', dateOfBirth: '', nhsNumber: '' }, []],
]

test.each(rows)('%o: %j', (other, reasons) => {
  expect(reasonsFor(featuresOf(ida), featuresOf(other))).toEqual(reasons)
})

test('without a birth date the same telephone or postcode is asked for besides the name', () => {
  const known = { firstName: 'Kath', familyName: 'Oyelaran', phone: '+44 20 7946 0701' }
  const other = { firstName: 'Kathleen', familyName: 'Oyelaran' }
  const why = (more: Partial<Known>) => reasonsFor(featuresOf(known), featuresOf({ ...other, ...more }))
  expect(why({})).toEqual([])
  expect(why({ mobile: '020 7946 0701' })).toEqual(['nameAlike', 'phone'])
})

test('what somebody likes to be called counts as a first name', () => {
  const [a, b] = [
    { firstName: 'Folasade', preferredName: 'Sade', familyName: 'Ade', dateOfBirth: '1950-01-02' },
    { firstName: 'Sade', familyName: 'Ade', dateOfBirth: '1950-01-02' },
  ]
  expect(reasonsFor(featuresOf(a), featuresOf(b))).toEqual(['birthDate', 'name'])
})

test('the same mistyped number says nothing', () => {
  const [a, b] = [
    { firstName: 'Ida', familyName: 'Marsh', nhsNumber: '123' },
    { firstName: 'A', familyName: 'B', nhsNumber: '123' },
  ]
  expect(reasonsFor(featuresOf(a), featuresOf(b))).toEqual([])
})

test('it does not matter who is compared with whom', () => {
  const known = fc.record({
    firstName: fc.constantFrom('Ida', 'Ida', 'Marsh', 'Adi', '', 'Kath'),
    familyName: fc.constantFrom('Marsh', 'Marhs', 'Ida', '', 'Fen-Marsh'),
    preferredName: fc.constantFrom('', 'Ida', 'Kathleen'),
    dateOfBirth: fc.constantFrom('', '1941-03-04', '1941-04-03', '1941-03-05', 'spring'),
    nhsNumber: fc.constantFrom('', '9434765919', '9990000018', '12'),
    phone: fc.constantFrom('', '020 7946 0701'),
  })
  fc.assert(
    fc.property(known, known, (a, b) => {
      const [one, other] = [featuresOf(a), featuresOf(b)]
      expect(new Set(reasonsFor(one, other))).toEqual(new Set(reasonsFor(other, one)))
    }),
  )
})

describe('how far two names are from each other', () => {
  test.each([
    ['marsh', 'marsh', 0],
    ['marsh', 'marhs', 1],
    ['marsh', 'marh', 1],
    ['marsh', 'mars', 1],
    ['', 'abc', 3],
    ['kathryn', 'catherine', 4],
    ['ca', 'abc', 3],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips)
  })

  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  test('nothing apart only where they are the same, the same either way, and no further than the longer is long', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const far = distance(a, b)
        expect(far === 0).toBe(a === b)
        expect(far).toBe(distance(b, a))
        expect(far).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
        expect(far).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  test('what sounds alike has one sound', () => {
    expect(soundOf('kathryn')).toBe(soundOf('catherine'))
    expect(soundOf('smyth')).toBe(soundOf('smith'))
    expect(soundOf('ade')).not.toBe(soundOf('ode'))
  })
})
