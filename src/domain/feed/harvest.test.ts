import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { serviceBody } from '../service/service.ts'
import { full, id, plainGiven } from './feed.fixture.ts'
import { emptyHarvest, type Harvest, take } from './harvest.ts'
import { FEED_LIMITS } from './reading.ts'

function harvestOf(...services: Json[]): Harvest {
  const harvest = emptyHarvest()
  services.forEach((raw, i) => take(harvest, raw, `page 1, ${i + 1}`, plainGiven))
  return harvest
}

describe('what is not as it should be is said with its place, and used where it can be', () => {
  const at = (key: string, value: Json) => full(1, { [key]: value })
  const within = (key: string, element: JsonObject) => at(key, [{ id: 'x', ...element }])
  const place = (more: JsonObject) =>
    at('service_at_locations', [
      { id: 's', location: { id: 'l', location_type: 'physical', name: 'Hall', ...more } },
    ])

  test.each<[string, JsonObject, string, RegExp, object]>([
    ['no description', at('description', null), 'description', /left empty/, { description: undefined }],
    ['an empty one', at('description', '  '), 'description', /left empty/, { description: undefined }],
    [
      'HTML',
      at('description', '<p>Tea &amp; <b>talk</b></p>'),
      'description',
      /plain text/,
      { description: 'Tea & talk' },
    ],
    ['a text too long', at('alert', 'x'.repeat(20_000)), 'alert', /has 20000 characters; cut/, {}],
    [
      'an object for text',
      at('alert', { cy: 'Ar gau' }),
      'alert',
      /is no text; left out/,
      { alert: undefined },
    ],
    [
      'several languages',
      at('alert', { cy: 'Ar gau', en: 'Closed' }),
      'alert',
      /the English was read/,
      { alert: 'Closed' },
    ],
    ['a number for text', at('name', 1066), 'name', /is no text; read as one/, { name: '1066' }],
    ['“null”', at('alert', 'null'), 'alert', /says nothing/, { alert: undefined }],
    [
      'a url without http',
      at('url', 'www.example.org/tea'),
      'url',
      /read as https:/,
      { url: 'https://www.example.org/tea' },
    ],
    ['a wrong url', at('url', 'ask at the desk'), 'url', /is no web address/, { url: undefined }],
    [
      'a url that is script',
      at('url', 'javascript:alert(1)'),
      'url',
      /is no web address/,
      { url: undefined },
    ],
    ['a wrong email', at('email', 'sam(at)example.org'), 'email', /is no email/, { email: undefined }],
    [
      'two emails',
      at('email', 'mailto:a@example.org; b@example.org'),
      'email',
      /read as a@/,
      { email: 'a@example.org' },
    ],
    ['an unknown status', at('status', 'sometimes'), 'status', /taken for active/, { status: 'active' }],
    [
      'a status by another name',
      at('status', 'Temporarily_Closed'),
      'status',
      /taken for temp/,
      { status: 'temporarily closed' },
    ],
    ['a closed one', at('status', 'Closed'), 'status', /taken for inactive/, { status: 'inactive' }],
    ['no status', at('status', null), 'status', /taken for active/, { status: 'active' }],
    ['text for a number', at('minimum_age', '18'), 'minimum_age', /is text; read as 18/, { minimum_age: 18 }],
    [
      'words for a number',
      at('minimum_age', 'adults'),
      'minimum_age',
      /is no number/,
      { minimum_age: undefined },
    ],
    [
      'an age below nothing',
      at('minimum_age', -1),
      'minimum_age',
      /is no number/,
      { minimum_age: undefined },
    ],
    [
      'ages of nobody',
      at('maximum_age', 12),
      'minimum_age and maximum_age',
      /leave nobody/,
      { maximum_age: undefined },
    ],
    [
      'a day as people write it',
      at('assured_date', '1/9/2026'),
      'assured_date',
      /read as 2026-09-01/,
      { assured_date: '2026-09-01' },
    ],
    [
      'a moment for a day',
      at('assured_date', '2026-09-01T00:00:00Z'),
      'assured_date',
      /read as/,
      { assured_date: '2026-09-01' },
    ],
    [
      'no day',
      at('assured_date', '31/02/2026'),
      'assured_date',
      /no day that can be/,
      { assured_date: undefined },
    ],
    [
      'the first day of all',
      at('assured_date', '0001-01-01'),
      'assured_date',
      /no day that can/,
      { assured_date: undefined },
    ],
    ['no list', at('phones', 'ring us'), 'phones', /is no list/, { phones: undefined }],
    [
      'a phone of words',
      within('phones', { number: 'ask' }),
      'phones 1, number',
      /no telephone/,
      { phones: undefined },
    ],
    [
      'a phone as number',
      within('phones', { number: 2079460123 }),
      'phones 1, number',
      /read as one/,
      { phones: [{ id: 'x', number: '2079460123' }] },
    ],
    [
      'a time of no clock',
      within('schedules', { opens_at: 'noon' }),
      'schedules 1, opens_at',
      /no time/,
      { schedules: undefined },
    ],
    [
      'a time in words',
      within('schedules', { opens_at: '2.30pm' }),
      'schedules 1, opens_at',
      /read as 14:30/,
      { schedules: [{ id: 'x', opens_at: '14:30' }] },
    ],
    [
      'a weekday in full',
      within('schedules', { byday: 'Monday, Thursdays' }),
      'schedules 1, byday',
      /read as MO,TH/,
      { schedules: [{ id: 'x', byday: 'MO,TH' }] },
    ],
    [
      'an unknown frequency',
      within('schedules', { freq: 'DAILY', byday: 'MO' }),
      'schedules 1, freq',
      /neither/,
      { schedules: [{ id: 'x', byday: 'MO' }] },
    ],
    [
      'a price in words',
      within('cost_options', { amount: '£1,234.50' }),
      'cost_options 1, amount',
      /is text; read as 1234.5/,
      { cost_options: [{ id: 'x', amount: 1234.5 }] },
    ],
    [
      'an unknown kind of place',
      place({ location_type: 'hall' }),
      'service_at_locations 1, location, location_type',
      /taken for physical/,
      {},
    ],
    [
      'degrees as text',
      place({ latitude: '51.4', longitude: 0.1 }),
      'service_at_locations 1, location, latitude',
      /is text/,
      {},
    ],
    [
      'the sea',
      place({ latitude: 0, longitude: 0 }),
      'service_at_locations 1, location, latitude and longitude',
      /no place/,
      { locations: [{ id: 'l', name: 'Hall', location_type: 'physical' }] },
    ],
    [
      'degrees the wrong way round',
      place({ latitude: 0.1, longitude: 51.4 }),
      'service_at_locations 1, location, latitude and longitude',
      /exchanged/,
      { locations: [{ id: 'l', name: 'Hall', location_type: 'physical', latitude: 51.4, longitude: 0.1 }] },
    ],
    [
      'a wrong postcode',
      place({ addresses: [{ id: 'a', postal_code: 'DA5' }] }),
      'service_at_locations 1, location, addresses 1, postal_code',
      /kept as it is/,
      {},
    ],
    [
      'no organisation',
      at('organization', null),
      'organization',
      /entered under the name/,
      { organization_id: `organisation:of service ${id('service', 1)}` },
    ],
    [
      'an attribute of nothing',
      within('attributes', { link_type: 'x' }),
      'attributes 1, taxonomy_term',
      /is there; left out/,
      { categories: undefined, needs: undefined },
    ],
  ])('%s', (_what, raw, field, done, expected) => {
    const harvest = harvestOf(raw)
    const [entry] = harvest.entries.values()
    expect(harvest.problems.map((problem) => [problem.service, problem.place])).toEqual(
      harvest.problems.map(() => [id('service', 1), 'page 1, 1']),
    )
    expect(harvest.problems.filter((problem) => problem.field === field).map(({ done }) => done)).toEqual([
      expect.stringMatching(done),
    ])
    expect({ ...entry?.values, ...undefinedOf(expected, entry?.values ?? {}) }).toMatchObject(expected)
    expect(serviceBody.safeParse(entry?.values).success).toBe(true)
  })

  test('characters that nobody sees, and no store can hold, go without a word', () => {
    const harvest = harvestOf(full(1, { name: 'Tea\u0000 \ud800club' }))
    expect(harvest.problems).toEqual([])
    expect(harvest.entries.get(id('service', 1))?.name).toBe('Tea \ufffdclub')
  })

  test('a service without a name is left out, and is known to be there', () => {
    const harvest = harvestOf(full(1, { name: null, alternate_name: null }))
    expect(harvest.entries.size).toBe(0)
    expect([...harvest.seen]).toEqual([id('service', 1)])
    expect(harvest.problems).toMatchObject([
      { field: 'name', done: expect.stringContaining('left out') as unknown },
    ])
  })

  test('without an id nobody can say which is gone', () => {
    const harvest = harvestOf(full(1), full(2, { id: null }), 'nonsense')
    expect([harvest.entries.size, harvest.unnamed]).toEqual([1, true])
    expect(harvest.problems.map(({ place, field }) => [place, field])).toEqual([
      ['page 1, 2', 'id'],
      ['page 1, 3', ''],
    ])
  })

  test('the same id on 128 services: the first is read, each other one is named', () => {
    const harvest = harvestOf(...Array.from({ length: 128 }, (_, i) => full(i + 1, { id: id('service', 1) })))
    expect([harvest.entries.size, harvest.problems.length]).toEqual([1, 127])
    expect(harvest.entries.get(id('service', 1))?.name).toBe('Lunch club 1')
    expect(harvest.problems.at(-1)).toMatchObject({
      place: 'page 1, 128',
      name: 'Lunch club 128',
      field: 'id',
    })
  })

  test('keys that the standard has not are named once, with how many services have them', () => {
    const welsh = (n: number) =>
      full(n, { disgrifiad: 'Pryd poeth', phones: [{ id: 'p', number: '01234 567890', rhif: '1' }] })
    expect([...harvestOf(welsh(1), full(2), welsh(3)).strange]).toEqual([
      ['service.disgrifiad', { services: 2, first: 'page 1, 1' }],
      ['phone.rhif', { services: 2, first: 'page 1, 1' }],
    ])
  })

  test('an element without an id gets one that follows from what it says; one twice counts once', () => {
    const phones = [
      { number: '01234 567890' },
      { number: '01234 567890' },
      { id: 'p', number: '1111' },
      { id: 'p', number: '2222' },
    ]
    const harvest = harvestOf(at('phones', phones))
    expect([...harvest.entries.values()][0]?.values['phones']).toEqual([
      { id: 'made of {"number":"01234 567890"}', number: '01234 567890' },
      { id: 'p', number: '1111' },
      { id: 'made of {"number":"2222"}', number: '2222' },
    ])
    expect(harvest.problems).toMatchObject([{ field: 'phones 4, id' }])
  })

  test('a service larger than a change can carry is left out', () => {
    const schedules = Array.from({ length: 150 }, (_, i) => ({ id: `s${i}`, description: 'x'.repeat(9000) }))
    const harvest = harvestOf(at('schedules', schedules))
    expect(harvest.entries.size).toBe(0)
    expect(harvest.problems).toMatchObject([
      { done: expect.stringContaining(`more than ${FEED_LIMITS.entryBytes}`) as unknown },
    ])
  })

  test('what is wrong with an organisation is said once', () => {
    const services = [1, 2, 3].map((n) =>
      full(n, { organization: { id: 'o', name: 'Us', description: 'We', email: 'us' } }),
    )
    expect(harvestOf(...services).problems).toMatchObject([{ field: 'organization, email' }])
  })
})

/** Where nothing is expected, nothing has to be there. */
function undefinedOf(expected: object, found: JsonObject): object {
  return Object.fromEntries(
    Object.entries(expected).flatMap(([key, value]) => (value === undefined ? [[key, found[key]]] : [])),
  )
}
