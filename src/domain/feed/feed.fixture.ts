import type { JsonObject } from '../json.ts'
import type { Given } from './reading.ts'

// Invented services in the shape of HSDS-UK 3.0. Their ids are UUIDs that say what they are of.

/** An id that follows from a number: `id('a', 12)`. */
export function id(kind: string, number: number): string {
  const digits = `${kind}${number}`
    .split('')
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2 ** 44, 7)
  return `00000000-0000-4000-8000-${digits.toString(16).padStart(12, '0')}`
}

/** What a page of a list says of a service. */
export function summary(n: number, more: JsonObject = {}): JsonObject {
  return {
    id: id('service', n),
    name: `Lunch club ${n}`,
    description: `A hot meal and company, the ${n}th of its kind.`,
    url: `https://lunch.example.org/${n}`,
    email: `club${n}@example.org`,
    status: 'active',
    minimum_age: 60,
    assured_date: '2026-09-01',
    assurer_email: 'directory@example.org',
    last_modified: '2026-09-01T10:00:00.000Z',
    organization: organization(Math.ceil(n / 3)),
    ...more,
  }
}

function organization(n: number): JsonObject {
  return {
    id: id('organization', n),
    name: `Neighbours ${n}`,
    description: 'Neighbours who cook for neighbours.',
    email: `hello${n}@example.org`,
    website: `https://neighbours${n}.example.org`,
  }
}

/** All that a feed says of a service. */
export function full(n: number, more: JsonObject = {}): JsonObject {
  const own = (kind: string) => id(kind, n)
  return {
    ...summary(n),
    alternate_name: `The club ${n}`,
    application_process: 'Ring, or just come along.',
    fees_description: 'A small charge for the meal.',
    eligibility_description: 'For people over sixty.',
    alert: 'Closed in the week of Christmas.',
    maximum_age: 110,
    phones: [{ id: own('phone'), number: '020 7946 0123', extension: '4', type: 'voice' }],
    schedules: [
      {
        id: own('schedule'),
        freq: 'WEEKLY',
        byday: 'MO,TH',
        opens_at: '12:00:00',
        closes_at: '14:30:00Z',
        interval: 1,
        dtstart: '2026-01-05',
        valid_from: '2026-01-01',
        valid_to: '2026-12-31',
        description: 'Mondays and Thursdays at noon',
        attending_type: 'in person',
      },
    ],
    service_areas: [{ id: own('area'), name: 'The whole borough' }],
    languages: [{ id: own('language'), name: 'Welsh', code: 'cy' }],
    cost_options: [
      { id: own('cost'), option: 'Meal', amount: 4.5, currency: 'GBP', amount_description: 'each time' },
    ],
    contacts: [
      {
        id: own('contact'),
        name: 'Sam Baker',
        title: 'Cook',
        email: 'sam@example.org',
        phones: [{ id: own('contactPhone'), number: '020 7946 0456' }],
      },
    ],
    service_at_locations: [
      {
        id: own('stay'),
        location: {
          id: own('location'),
          location_type: 'physical',
          name: 'St John’s Hall',
          latitude: 51.4471,
          longitude: 0.1352,
          addresses: [
            {
              id: own('address'),
              address_1: '1 High Street',
              address_2: 'Northtown',
              city: 'Bexley',
              state_province: 'Kent',
              postal_code: 'DA5 1AA',
              country: 'GB',
              address_type: 'physical',
            },
          ],
          accessibility: [
            { id: own('accessibility'), description: 'Step-free', details: 'A ramp at the side door' },
          ],
        },
      },
    ],
    attributes: [
      {
        id: own('attribute'),
        link_id: own('service'),
        link_entity: 'service',
        taxonomy_term_id: id('term', 1),
        taxonomy_term: {
          id: id('term', 1),
          code: 'lunch',
          name: 'Lunch clubs',
          description: 'A meal together',
          taxonomy: 'Our own',
        },
      },
    ],
    ...more,
  }
}

/** A page as `/services` gives it. */
export function page(contents: JsonObject[], number = 1, pages = 1, items = contents.length): JsonObject {
  return {
    total_items: items,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number === pages,
    empty: contents.length === 0,
    contents,
  }
}

/** The same answers as a server gives, plain to see. */
export const plainGiven: Given = {
  plain: (html) =>
    html
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  recordId: (kind, feedId) => `${kind}:${feedId}`,
  elementId: (text) => `made of ${text}`,
}
