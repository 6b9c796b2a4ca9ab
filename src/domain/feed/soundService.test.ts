import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import hsds from '#tests/fixtures/hsds-uk-3.0.json' with { type: 'json' }
import { isObject, type Json, type JsonObject } from '../json.ts'
import { serviceBody } from '../service/service.ts'
import { full, id, page, plainGiven, summary } from './feed.fixture.ts'
import { emptyHarvest, type Harvest, take } from './harvest.ts'

function harvestOf(...services: Json[]): Harvest {
  const harvest = emptyHarvest()
  services.forEach((raw, i) => take(harvest, raw, `page 1, ${i + 1}`, plainGiven))
  return harvest
}

describe('a sound service', () => {
  test('is sound: it has all that the standard asks for', () => {
    expect(missingIn(full(1), 'service')).toEqual([])
    expect(missingIn(page([full(1)]), 'page')).toEqual([])
    expect(missingIn({ ...full(1), name: null }, 'service')).toEqual(['service.name'])
  })

  test('is read into an entry whole, without a word of complaint', () => {
    const harvest = harvestOf(full(1))
    expect(harvest.problems).toEqual([])
    expect([...harvest.strange]).toEqual([])
    const [entry] = harvest.entries.values()
    expect(serviceBody.parse(entry?.values)).toEqual(entry?.values)
    expect(entry).toEqual({
      id: id('service', 1),
      name: 'Lunch club 1',
      summary: false,
      values: {
        organization_id: `organisation:${id('organization', 1)}`,
        name: 'Lunch club 1',
        alternate_name: 'The club 1',
        status: 'active',
        description: 'A hot meal and company, the 1th of its kind.',
        url: 'https://lunch.example.org/1',
        email: 'club1@example.org',
        application_process: 'Ring, or just come along.',
        fees_description: 'A small charge for the meal.',
        eligibility_description: 'For people over sixty.',
        minimum_age: 60,
        maximum_age: 110,
        assured_date: '2026-09-01',
        assured_by: 'directory@example.org',
        alert: 'Closed in the week of Christmas.',
        last_modified: '2026-09-01T10:00:00.000Z',
        phones: [{ id: id('phone', 1), number: '020 7946 0123 ext. 4', type: 'voice' }],
        schedules: [
          {
            id: id('schedule', 1),
            freq: 'WEEKLY',
            byday: 'MO,TH',
            opens_at: '12:00',
            closes_at: '14:30',
            description: 'Mondays and Thursdays at noon',
            valid_from: '2026-01-01',
            valid_to: '2026-12-31',
            interval: 1,
            dtstart: '2026-01-05',
            attending_type: 'in person',
          },
        ],
        locations: [
          {
            id: id('location', 1),
            name: 'St John’s Hall',
            address: '1 High Street, Northtown',
            city: 'Bexley',
            state_province: 'Kent',
            country: 'GB',
            postal_code: 'DA5 1AA',
            latitude: 51.4471,
            longitude: 0.1352,
            location_type: 'physical',
          },
        ],
        accessibility: [
          { id: id('accessibility', 1), description: 'Step-free', details: 'A ramp at the side door' },
        ],
        contacts: [
          {
            id: id('contact', 1),
            name: 'Sam Baker',
            title: 'Cook',
            email: 'sam@example.org',
            phone: '020 7946 0456',
          },
        ],
        languages: ['Welsh'],
        cost_options: [
          {
            id: id('cost', 1),
            option: 'Meal',
            amount: 4.5,
            amount_description: 'each time',
            currency: 'GBP',
          },
        ],
        service_areas: [{ id: id('area', 1), name: 'The whole borough' }],
        categories: ['Lunch clubs'],
        needs: ['interests'],
      },
    })
    expect(harvest.organisations.get(id('organization', 1))).toEqual({
      name: 'Neighbours 1',
      description: 'Neighbours who cook for neighbours.',
      email: 'hello1@example.org',
      website: 'https://neighbours1.example.org',
    })
  })

  test('that says its areas of life outright is for those', () => {
    const area = (code: string, taxonomy: string) => ({
      id: code,
      taxonomy_term: { id: code, code, name: 'Debt advice', taxonomy },
    })
    const attributes = [area('work', 'Areas of life'), area('people', 'Areas of life'), area('home', 'Rooms')]
    const [entry] = harvestOf(full(1, { attributes })).entries.values()
    expect(entry?.values).toMatchObject({ categories: ['Debt advice'], needs: ['people', 'work'] })
  })

  test('a summary is known for one', () => {
    expect([...harvestOf(summary(1)).entries.values()][0]?.summary).toBe(true)
  })
})

const partsSchema = z.record(z.string(), z.array(z.string()))
const parts = partsSchema.parse(hsds.required)
const enums = partsSchema.parse(hsds.enums)
const of: Record<string, string> = {
  contents: 'service',
  organization: 'organization',
  phones: 'phone',
  schedules: 'schedule',
  service_areas: 'service_area',
  service_at_locations: 'service_at_location',
  location: 'location',
  addresses: 'address',
  accessibility: 'accessibility',
  cost_options: 'cost_option',
  contacts: 'contact',
  attributes: 'attribute',
  taxonomy_term: 'taxonomy_term',
}

/** What the standard asks for and an object, with all that lies in it, has not; codes that no list knows. */
function missingIn(object: JsonObject, kind: string): string[] {
  const lacks = (parts[kind] ?? [])
    .filter((key) => (object[key] ?? null) === null)
    .map((key) => `${kind}.${key}`)
  const unknown = Object.entries(object).flatMap(([key, value]) => {
    const list = enums[`${kind}.${key}`]
    return list && typeof value === 'string' && !list.includes(value) ? [`${kind}.${key} ${value}`] : []
  })
  const within = Object.entries(object).flatMap(([key, value]) => {
    const child = of[key]
    if (child === undefined) return []
    return [value].flat().flatMap((item) => (isObject(item) ? missingIn(item, child) : []))
  })
  return [...lacks, ...unknown, ...within]
}
