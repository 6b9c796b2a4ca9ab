import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessFeatures, type ServiceBody } from '../service/service.ts'
import { type Criteria, type Criterion, timesOfDay } from './criteria.ts'
import { criteriaIn, find, type Found, orders, type Search } from './find.ts'
import { listingOf, type Listing } from './listing.ts'
import { momentOf } from './nextSession.ts'
import { weekdays } from './openings.ts'
import { type Place, whereabouts } from './place.ts'
import { addressOf, asked, type Wish, wishIn } from './wish.ts'

const now = momentOf('2026-11-23T10:00')
const body = (part: Partial<ServiceBody>): ServiceBody => ({
  organization_id: 'o',
  name: 'Shed',
  status: 'active',
  ...part,
})
const ids = (listings: readonly Listing[]) => listings.map(({ id }) => id)

function search(part: Partial<Search> = {}): Search {
  return { criteria: {}, order: 'best', situation: { now, whereabouts: null }, worded: null, ...part }
}

const club = listingOf('club', body({ name: 'Club', needs: ['people'], waiting_weeks: 2 }), 'Org')
const advice = listingOf(
  'advice',
  body({ name: 'Advice', needs: ['money'], fees_description: 'Free' }),
  'Org',
)
const closed = listingOf('closed', body({ name: 'Attic', status: 'temporarily closed' }), 'Org')
const shed = listingOf(
  'shed',
  body({ schedules: [{ id: 's', freq: 'WEEKLY', byday: 'TU', opens_at: '10:00', closes_at: '11:00' }] }),
  'Org',
)
const all = [shed, closed, advice, club]

test('by name, what does not run last', () => {
  expect(ids(find(all, search()).fits)).toEqual(['advice', 'club', 'shed', 'closed'])
})

test('in the order of words, of the next session, of the wait', () => {
  expect(ids(find(all, search({ worded: ['shed', 'advice'] })).fits)).toEqual(['shed', 'advice'])
  expect(ids(find(all, search({ order: 'next' })).fits)[0]).toBe('shed')
  expect(ids(find(all, search({ order: 'wait' })).fits)[0]).toBe('club')
})

test('what does not say comes by itself', () => {
  const found = find(all, search({ criteria: { cost: 0 } }))
  expect(ids(found.fits)).toEqual(['advice'])
  expect(ids(found.unsaid)).toEqual(['club', 'shed', 'closed'])
})

test('what alone stands in the way is counted, two things are not', () => {
  const criteria: Criteria = { needs: ['money'], days: ['TU'], times: ['evening'] }
  const tuesdays = listingOf('t', body({ ...shed.body, needs: ['money'] }), 'Org')
  const otherwise = listingOf('x', body({ ...shed.body, needs: ['home'] }), 'Org')
  const found = find([tuesdays, otherwise], search({ criteria }))
  expect([...found.brings]).toEqual([['times', 1]])
  expect(find([club], search({ criteria: { needs: ['money'] }, worded: [] })).brings.size).toBe(0)
  expect([...find([club], search({ worded: [] })).brings]).toEqual([['words', 1]])
})

describe('nearest', () => {
  const place: Place = { point: { latitude: 51, longitude: 0 }, district: 'DA16' }
  const located = (id: string, postal_code: string, latitude?: number, access: string[] = []) => {
    const spot = latitude === undefined ? {} : { latitude, longitude: 0 }
    const locations = [{ id: 'l', location_type: 'physical', postal_code, ...spot }]
    return listingOf(id, body({ name: id, access, locations }), 'Org')
  }
  const listings = [
    located('unmapped', 'SE9 1AA'),
    located('in the area', 'DA16 1AA'),
    located('far', 'SE9 1AA', 51.1),
    located('near', 'SE9 1AA', 51.01),
    located('comes', 'SE9 1AA', 53, ['at-home']),
  ]
  const situation = { now, whereabouts: (listing: Listing) => whereabouts(listing, place) }

  test('what comes, by miles, then what has no place on the map, its own district first', () => {
    const found = find(listings, search({ order: 'nearest', situation }))
    expect(ids(found.fits)).toEqual(['comes', 'near', 'far', 'in the area', 'unmapped'])
  })

  test('further away is counted, and nothing without a place is hidden', () => {
    const found = find(listings, search({ order: 'nearest', situation, criteria: { within: 3 } }))
    expect(ids(found.fits)).toEqual(['comes', 'near', 'in the area'])
    expect(ids(found.unsaid)).toEqual(['unmapped'])
    expect(found.brings.get('within')).toBe(1)
  })
})

const some = <T>(values: readonly T[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength })
const needs = ['people', 'money', 'home']
const clock = fc.constantFrom('08:00', '11:00', '13:00', '18:00', '23:30')
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const listing: fc.Arbitrary<Listing> = fc
  .record({
    id: fc.uuid(),
    name: fc.constantFrom('Club', 'Shed', 'Advice'),
    status: fc.constantFrom('active', 'temporarily closed'),
    needs: optional(some(needs)),
    categories: optional(some(['Carers', 'Hobbies'])),
    languages: optional(some(['English', 'Polish'])),
    access: optional(some(accessFeatures)),
    fees_description: optional(fc.constantFrom('Free', '£3', 'Ring')),
    waiting_weeks: optional(fc.nat(20)),
    minimum_age: optional(fc.nat(60)),
    maximum_age: optional(fc.nat(90)),
    accepts: optional(fc.constantFrom('referral', 'signpost', 'both')),
    postal_code: optional(fc.constantFrom('DA16 1AA', 'SE9 1AA')),
    latitude: optional(fc.constantFrom(51, 51.02, 51.2)),
    schedules: fc.array(
      fc.record({
        freq: fc.constantFrom('WEEKLY', 'MONTHLY'),
        byday: optional(fc.constantFrom('MO', 'TU,TH', '1WE', '-1FR')),
        opens_at: optional(clock),
        closes_at: optional(clock),
        interval: optional(fc.constantFrom(1, 2)),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ id, postal_code, latitude, schedules, ...rest }) =>
    listingOf(
      id,
      defined({
        organization_id: 'o',
        ...rest,
        schedules: schedules.map((schedule, i) => defined({ id: String(i), ...schedule })),
        locations: [defined({ id: 'l', location_type: 'physical', postal_code, latitude, longitude: 0 })],
      }),
      'Org',
    ),
  )

/** An entry has no field that says nothing. */
function defined<T extends object>(entry: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  const told: Record<string, unknown> = Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what is undefined was left out
  return told as { [Name in keyof T]: Exclude<T[Name], undefined> }
}

const criteria: fc.Arbitrary<Criteria> = fc
  .record({
    needs: some(needs),
    category: optional(fc.constantFrom('Carers', 'Hobbies')),
    days: some([...weekdays, 'today'] as const),
    times: some(timesOfDay),
    within: optional(fc.constantFrom(1, 3, 10)),
    cost: optional(fc.constantFrom(0, 5)),
    access: some(accessFeatures),
    language: optional(fc.constantFrom('Polish')),
    referral: optional(fc.constant(true as const)),
    wait: optional(fc.constantFrom(0, 4)),
    age: optional(fc.nat(100)),
  })
  .map(asked)

const from: fc.Arbitrary<Search['situation']> = fc
  .constantFrom<(Place | null)[]>(
    null,
    { point: { latitude: 51, longitude: 0 }, district: 'DA16' },
    { point: null, district: 'DA16' },
  )
  .map((place) => ({ now, whereabouts: place && ((one: Listing) => whereabouts(one, place)) }))

const listings = fc.uniqueArray(listing, { selector: ({ id }) => id, maxLength: 12 })
const worded = (of: readonly Listing[], typed: boolean) =>
  typed ? ids(of).filter((_, i) => i % 2 === 0) : null
const shown = ({ fits, unsaid }: Found) => [...ids(fits), ...ids(unsaid)].toSorted()

describe('laws', () => {
  test('every order shows the same', () => {
    fc.assert(
      fc.property(listings, criteria, from, fc.boolean(), (all, criteria, situation, typed) => {
        const inOrder = orders.map((order) =>
          find(all, { criteria, order, situation, worded: worded(all, typed) }),
        )
        for (const found of inOrder) {
          expect(shown(found)).toEqual(shown(inOrder[0] ?? found))
          expect(ids(found.fits).toSorted()).toEqual(ids(inOrder[0]?.fits ?? []).toSorted())
        }
      }),
    )
  })

  test('whatever is loosened, nothing that was there goes, and it brings as many as was said', () => {
    fc.assert(
      fc.property(listings, criteria, from, fc.boolean(), (all, criteria, situation, typed) => {
        const tight = search({ criteria, situation, worded: worded(all, typed) })
        const found = find(all, tight)
        for (const name of criteriaIn(criteria)) {
          const loose = find(all, { ...tight, criteria: without(criteria, name) })
          expect(shown(loose)).toEqual(expect.arrayContaining(shown(found)))
          expect(ids(loose.fits)).toEqual(expect.arrayContaining(ids(found.fits)))
          expect(shown(loose).length - shown(found).length).toBe(found.brings.get(name) ?? 0)
        }
        const wordless = find(all, { ...tight, worded: null })
        expect(shown(wordless).length - shown(found).length).toBe(found.brings.get('words') ?? 0)
      }),
    )
  })

  test('asking for less of something never shows less', () => {
    const wider: ((criteria: Criteria) => Criteria)[] = [
      (before) => ({ ...before, ...(before.needs && { needs: [...before.needs, 'caring', 'money'] }) }),
      (before) => ({ ...before, ...(before.days && { days: weekdays }) }),
      (before) => ({ ...before, ...(before.times && { times: timesOfDay }) }),
      (before) => ({ ...before, ...(before.within !== undefined && { within: before.within + 5 }) }),
      (before) => ({ ...before, ...(before.cost !== undefined && { cost: before.cost + 5 }) }),
      (before) => ({ ...before, ...(before.wait !== undefined && { wait: before.wait + 5 }) }),
      (before) => ({ ...before, ...(before.access && { access: before.access.slice(1) }) }),
    ]
    fc.assert(
      fc.property(listings, criteria, from, fc.constantFrom(...wider), (all, criteria, situation, widen) => {
        // Today is one of the days of the week, and no less so where they are all asked for.
        const days = criteria.days?.filter((day) => day !== 'today')
        const narrow = asked({ ...criteria, days })
        const found = find(all, search({ criteria: narrow, situation }))
        const more = find(all, search({ criteria: widen(narrow), situation }))
        expect(shown(more)).toEqual(expect.arrayContaining(shown(found)))
        expect(ids(more.fits)).toEqual(expect.arrayContaining(ids(found.fits)))
      }),
    )
  })

  test('an address says the whole wish', () => {
    const wish: fc.Arbitrary<Wish> = fc.record({
      words: fc.constantFrom('', 'lunch club', 'a&b=c'),
      criteria,
      near: fc.constantFrom(null, 'here', 'DA16'),
      order: fc.constantFrom(...orders),
    })
    fc.assert(
      fc.property(wish, (wish) => {
        expect(wishIn(new URLSearchParams(new URLSearchParams(addressOf(wish)).toString()))).toEqual(wish)
      }),
    )
  })
})

function without(criteria: Criteria, name: Criterion): Criteria {
  return asked({ ...criteria, [name]: undefined })
}

test('an address that somebody has spoilt asks for nothing', () => {
  const spoilt = 'day=XX&time=noon&cost=free&wait=-1&within=&age=old&order=random&referral=maybe&need='
  expect(wishIn(new URLSearchParams(spoilt))).toEqual({ words: '', criteria: {}, near: null, order: 'best' })
})
