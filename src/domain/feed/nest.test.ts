import { expect, test } from 'vitest'
import { nest, type Tables } from './nest.ts'

const tables = (of: Record<string, Record<string, string>[]>): Tables =>
  new Map(
    Object.entries(of).map(([table, rows]) => [
      table,
      { file: `${table}.csv`, rows: rows.map((cells, i) => ({ line: i + 2, cells })) },
    ]),
  )

test('tables become the services that a feed would give', () => {
  const { services, strays } = nest(
    tables({
      organization: [{ id: 'o', name: 'Us' }],
      service: [{ id: 's', organization_id: 'o', name: 'Tea', minimum_age: '60', maximum_age: 'old' }],
      service_at_location: [{ id: 'sal', service_id: 's', location_id: 'l' }],
      location: [{ id: 'l', location_type: 'physical', latitude: '51.4' }],
      address: [{ id: 'a', location_id: 'l', address_1: '1 High Street' }],
      accessibility: [{ id: 'x', location_id: 'l', description: 'Ramp' }],
      schedule: [{ id: 'h', service_at_location_id: 'sal', byday: 'MO' }],
      contact: [{ id: 'c', service_id: 's', name: 'Sam' }],
      phone: [
        { id: 'p', service_id: 's', number: '1' },
        { id: 'q', contact_id: 'c', number: '2' },
      ],
      attribute: [{ id: 't', link_id: 's', link_entity: 'service', taxonomy_term_id: 'tt' }],
      taxonomy_term: [{ id: 'tt', name: 'Tea' }],
    }),
  )
  expect(strays).toEqual([])
  expect(services).toMatchObject([
    {
      place: 'service.csv line 2',
      raw: {
        id: 's',
        name: 'Tea',
        minimum_age: 60,
        maximum_age: 'old',
        organization: { name: 'Us' },
        phones: [{ id: 'p', number: '1' }],
        contacts: [{ name: 'Sam', phones: [{ id: 'q', number: '2' }] }],
        attributes: [{ taxonomy_term: { name: 'Tea' } }],
        schedules: [],
        service_at_locations: [
          {
            schedules: [{ byday: 'MO' }],
            location: {
              latitude: 51.4,
              addresses: [{ address_1: '1 High Street' }],
              accessibility: [{ description: 'Ramp' }],
            },
          },
        ],
      },
    },
  ])
})

test('a line that leads nowhere is said, one that is of something else than a service is left alone', () => {
  const { strays } = nest(
    tables({
      organization: [{ id: 'o', name: 'Us' }],
      service: [{ id: 's', name: 'Tea' }],
      phone: [{ id: 'p', service_id: 'gone', number: '1' }],
      service_at_location: [{ id: 'sal', service_id: 's', location_id: 'nowhere' }],
      attribute: [
        { id: 't', link_id: 'o', link_entity: 'organization' },
        { id: 'u', link_id: 'x', taxonomy_term_id: 'none' },
      ],
    }),
  )
  expect(strays).toEqual([
    { place: 'phone.csv line 2', field: 'service_id', found: 'gone' },
    { place: 'service_at_location.csv line 2', field: 'location_id', found: 'nowhere' },
    { place: 'attribute.csv line 3', field: 'link_id', found: 'x' },
    { place: 'attribute.csv line 3', field: 'taxonomy_term_id', found: 'none' },
  ])
})
