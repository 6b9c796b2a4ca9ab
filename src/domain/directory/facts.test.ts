import { expect, test } from 'vitest'
import { middleOf, milesBetween, pointOf } from './distance.ts'
import { listingOf } from './listing.ts'
import { districtPlace, typedDistrict, whereabouts } from './place.ts'
import { priceOf } from './price.ts'
import { waitInWeeks } from './wait.ts'

test.each([
  ['6 to 8 months', 35],
  ['6–8 weeks', 8],
  ['about 3 weeks', 3],
  ['up to 10 days', 2],
  ['a month', 5],
  ['1 to 2 weeks, longer in winter', 2],
  ['one year', 52],
  ['No wait', 0],
  ['None at the moment', 0],
  ['Ring to ask', null],
  ['Open since 1998', null],
  ['', null],
])('a wait of “%s” is %s weeks', (waiting_time, weeks) => {
  expect(waitInWeeks({ waiting_time })).toBe(weeks)
})

test('weeks that somebody has said count before words', () => {
  expect(waitInWeeks({ waiting_time: '6 to 8 months', waiting_weeks: 2 })).toBe(2)
})

test.each([
  [{ cost_options: [{ id: 'a', amount: 0 }] }, 0],
  [
    {
      cost_options: [
        { id: 'a', amount: 5 },
        { id: 'b', amount: 3.5 },
      ],
    },
    3.5,
  ],
  [{ cost_options: [{ id: 'a', amount: 3, currency: 'EUR' }] }, null],
  [{ cost_options: [{ id: 'a', amount_description: '£4 a session' }] }, 4],
  [{ cost_options: [{ id: 'a', amount: 5 }], fees_description: 'Free' }, 5],
  [{ fees_description: 'Free' }, 0],
  [{ fees_description: 'free of charge to all' }, 0],
  [{ fees_description: 'There is no charge' }, 0],
  [{ fees_description: 'Free for carers, £4 for others' }, 4],
  [{ fees_description: '£2 a session and £10.50 to join' }, 2],
  [{ fees_description: 'By donation' }, null],
  [{}, null],
])('the price of %o is %s', (entry, price) => {
  expect(priceOf(entry)).toBe(price)
})

test('miles along the great circle', () => {
  const greenwich = { latitude: 51.4769, longitude: 0 }
  const edinburgh = { latitude: 55.9533, longitude: -3.1883 }
  expect(milesBetween(greenwich, greenwich)).toBe(0)
  expect(milesBetween(greenwich, edinburgh)).toBeCloseTo(milesBetween(edinburgh, greenwich), 9)
  // A degree of latitude is 69.09 miles on a sphere of the earth's mean radius.
  expect(milesBetween(greenwich, { latitude: 52.4769, longitude: 0 })).toBeCloseTo(69.09, 1)
  expect(milesBetween(greenwich, edinburgh)).toBeGreaterThan(330)
  expect(milesBetween(greenwich, edinburgh)).toBeLessThan(340)
})

test.each([
  [{ latitude: 51, longitude: 0 }, true],
  [{ latitude: 0, longitude: 0 }, false],
  [{ latitude: 151, longitude: 0 }, false],
  [{ latitude: 51 }, false],
])('%o is a point: %s', (location, is) => {
  expect(pointOf(location) !== null).toBe(is)
})

test('the middle of points', () => {
  expect(middleOf([])).toBeNull()
  expect(
    middleOf([
      { latitude: 51, longitude: 0 },
      { latitude: 52, longitude: 1 },
    ]),
  ).toEqual({
    latitude: 51.5,
    longitude: 0.5,
  })
})

test.each([
  ['da16', 'DA16'],
  ['DA16 1AA', 'DA16'],
  ['da161aa', 'DA16'],
  ['SE9', 'SE9'],
  ['Welling', null],
  ['', null],
])('typed “%s”, the district is %s', (typed, district) => {
  expect(typedDistrict(typed)).toBe(district)
})

const at = (id: string, postal_code: string | undefined, latitude?: number, access: string[] = []) =>
  listingOf(
    id,
    {
      organization_id: 'o',
      name: id,
      status: 'active',
      access,
      locations: [
        {
          id: 'l',
          location_type: 'physical',
          ...(postal_code ? { postal_code } : {}),
          ...(latitude === undefined ? {} : { latitude, longitude: 0 }),
        },
      ],
    },
    'Org',
  )

test('how a service lies to a district that has a middle, and to one that has none', () => {
  const hall = at('hall', 'DA16 1AA', 51)
  const listings = [hall, at('shed', 'DA16 2BB', 52), at('unmapped', 'DA16 3AB')]
  const known = districtPlace('DA16', listings)
  expect(known).toEqual({ district: 'DA16', point: { latitude: 51.5, longitude: 0 } })
  expect(whereabouts(hall, known)).toMatchObject({ is: 'miles' })
  expect(whereabouts(at('x', 'DA16 3AB'), known)).toEqual({ is: 'area' })
  expect(whereabouts(at('x', 'SE9 1AA'), known)).toEqual({ is: 'unknown' })
  expect(whereabouts(at('x', undefined, 51, ['at-home']), known)).toEqual({ is: 'comes' })
  const unknown = districtPlace('SE9', listings)
  expect(unknown.point).toBeNull()
  expect(whereabouts(hall, unknown)).toEqual({ is: 'elsewhere' })
  expect(whereabouts(at('x', 'SE9 1AA', 51), unknown)).toEqual({ is: 'area' })
  expect(whereabouts(at('x', undefined, 51), unknown)).toEqual({ is: 'unknown' })
})
