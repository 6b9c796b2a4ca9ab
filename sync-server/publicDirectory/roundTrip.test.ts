import { expect, test } from 'vitest'
import { z } from 'zod'
import { serviceFeedFields } from '#domain/feed/feedFields.ts'
import { type Problem, type Reading } from '#domain/feed/reading.ts'
import { readService } from '#domain/feed/readService.ts'
import { type PublicEntry, serviceOut } from '#domain/feed/writeService.ts'
import { isObject, type Json, type JsonObject, jsonObjectSchema } from '#domain/json.ts'
import { organisation } from '#domain/organisation/organisation.ts'
import { service, type ServiceBody } from '#domain/service/service.ts'
import { buildDemoService } from '../demo/cohort/buildDemoService.ts'
import { idFor } from './shownDirectory.ts'

// What goes out comes in again as it was, as far as HSDS-UK 3.0 can hold it.

const { creates } = buildDemoService('2026-11-23')
const organisations = new Map(
  creates
    .filter(({ kind }) => kind === 'organisation')
    .map(({ id, body }) => [id, organisation.body.parse(body)]),
)
const demo = creates
  .filter(({ kind }) => kind === 'service')
  .map(({ id, body }) => entryOf(id, service.body.parse(body)))

function entryOf(id: string, body: ServiceBody): PublicEntry {
  const of = organisations.get(body.organization_id)
  return { id, body, modified: null, organisation: of ? { id: body.organization_id, body: of } : null }
}

function readBack(entry: PublicEntry): { values: JsonObject; problems: Problem['field'][] } {
  const problems: string[] = []
  const reading: Reading = {
    raw: serviceOut(entry, idFor),
    at: '',
    given: { plain: (html) => html, recordId: (_kind, id) => id, elementId: idFor },
    note: (field, found, done) => void problems.push(`${field} ${found} ${done}`),
  }
  return { values: readService(reading, entry.id)?.values ?? {}, problems }
}

/** The fields that a feed can say, and of those what this service says to anybody. */
function expected(entry: PublicEntry): JsonObject {
  const { body } = entry
  const said = jsonObjectSchema.parse(
    Object.fromEntries(
      serviceFeedFields.map((field) => [field, body[field]]).filter(([, value]) => value !== undefined),
    ),
  )
  // Who has checked it stays here; a day alone becomes the moment at which it begins.
  delete said['assured_by']
  if (body.last_modified) said['last_modified'] = new Date(body.last_modified).toISOString()
  if (body.locations) said['locations'] = z.array(jsonObjectSchema).parse(body.locations.map(wholeOrWords))
  return plain(said)
}

/** The standard holds a whole address or none: what is known of one that is not goes out, and comes in, as words. */
function wholeOrWords(place: NonNullable<ServiceBody['locations']>[number]) {
  const { address, city, state_province, country, postal_code, ...rest } = place
  if (![address, city, state_province, country, postal_code].includes(undefined)) return place
  const known = [address, city, postal_code].filter((part) => part !== undefined)
  return known.length === 0 ? rest : { ...rest, address: known.join(', ') }
}

/** Without ids that were none of the standard's form and empty lists, which say nothing; needs are a set, in any order. */
function plain(values: JsonObject): JsonObject {
  const kept = Object.entries(values).filter(([, value]) => !Array.isArray(value) || value.length > 0)
  const asSaid = kept.map(([name, value]): [string, Json] => [name, withoutIds(value)])
  return Object.fromEntries(
    asSaid.map(([name, value]) => [
      name,
      name === 'needs' && Array.isArray(value)
        ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : value,
    ]),
  )
}

function withoutIds(value: Json): Json {
  if (!Array.isArray(value)) return value
  return value.map((item) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'id')) : item,
  )
}

test('every service of the demo', () => {
  expect(demo).toHaveLength(108)
  for (const entry of demo) {
    const { values, problems } = readBack(entry)
    const { accessibility, ...rest } = plain(values)
    expect(rest).toEqual(expected(entry))
    // Access that is promised by its codes comes back in words.
    expect(accessibility !== undefined).toBe(
      JSON.stringify(serviceOut(entry, idFor)).includes('accessibility'),
    )
    expect(problems.filter((problem) => !problem.startsWith('description'))).toEqual([])
  }
})

test('one that says all there is to say, with the ids that it has', () => {
  const id = (n: number) => `0198c0de-0000-7000-8000-0000000000${n}`
  const [first] = organisations.keys()
  const body: ServiceBody = {
    organization_id: first ?? '',
    name: 'Lunch club',
    alternate_name: 'The club',
    status: 'temporarily closed',
    description: 'A hot meal and company.',
    url: 'https://lunch.example.org/a?b=c',
    email: 'club@example.org',
    application_process: 'Ring first.',
    fees_description: 'A small charge.',
    eligibility_description: 'For people over sixty.',
    minimum_age: 60,
    maximum_age: 110,
    assured_date: '2026-09-01',
    assured_by: 'club@example.org',
    waiting_time: 'About 3 weeks',
    alert: 'Closed at Christmas.',
    last_modified: '2026-09-01T10:00:00.000Z',
    phones: [{ id: id(10), number: '020 7946 0123', type: 'voice' }],
    schedules: [
      {
        id: id(11),
        freq: 'MONTHLY',
        byday: '1TH,-1FR',
        bymonthday: '3',
        interval: 2,
        opens_at: '12:00',
        closes_at: '14:30',
        description: 'In the hall.',
        dtstart: '2026-01-01',
        valid_from: '2026-01-01',
        valid_to: '2027-01-01',
        attending_type: 'In person',
      },
    ],
    locations: [
      {
        id: id(12),
        name: 'Hall',
        location_type: 'physical',
        address: '1 Larkspindle Road',
        city: 'Sidcup',
        state_province: 'Greater London',
        country: 'GB',
        postal_code: 'DA15 2LN',
        latitude: 51.42,
        longitude: 0.1,
      },
    ],
    accessibility: [{ id: id(13), description: 'A ramp', details: 'At the back.' }],
    contacts: [{ id: id(14), title: 'Kitchen', email: 'club@example.org', phone: '020 7946 0124' }],
    languages: ['English', 'Nepali'],
    cost_options: [
      { id: id(15), option: 'Lunch', amount: 6.5, amount_description: 'for two courses', currency: 'GBP' },
    ],
    service_areas: [{ id: id(16), name: 'Bexley' }],
    categories: ['Social groups'],
    needs: ['people', 'interests'],
  }
  const { values, problems } = readBack(entryOf(id(20), body))
  expect(values).toEqual(jsonObjectSchema.parse(body))
  expect(Object.keys(values).toSorted()).toEqual([...serviceFeedFields].toSorted())
  expect(problems).toEqual([])
})
