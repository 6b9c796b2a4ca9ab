import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faultsOf } from '#tests/fixtures/hsdsUk.ts'
import type { ServiceBody } from '../service/service.ts'
import { organisationOut, type PublicEntry, serviceOut, summaryOut } from './writeService.ts'

/** Ids as they come in a test: of the standard's form, and told apart by their texts. */
const given = new Map<string, string>()
const idFor = (text: string): string => {
  const known = given.get(text) ?? `00000000-0000-4000-8000-${String(given.size).padStart(12, '0')}`
  given.set(text, known)
  return known
}

const shed: ServiceBody = {
  organization_id: 'age',
  name: 'Men in Sheds',
  status: 'active',
  description: 'Woodwork and company.',
  phones: [{ id: 'phone', number: '020 7946 0200', type: 'voice' }],
  waiting_time: 'About 3 weeks',
  waiting_weeks: 3,
  waiting_reported_on: '2026-11-01',
  accepts: 'referral',
  open_to_referrals: true,
  invented_contact: true,
  access: ['step-free', 'at-home'],
  categories: ['Hobbies'],
  needs: ['people'],
}
/** As much of a document as is looked into here. */
const readSchema = z.looseObject({
  service_at_locations: z.array(
    z.looseObject({
      id: z.string(),
      location: z.looseObject({
        id: z.string(),
        addresses: z.unknown().optional(),
        latitude: z.number().optional(),
      }),
    }),
  ),
  phones: z.array(z.looseObject({ id: z.string() })).optional(),
})
const entry = (more: Partial<ServiceBody> = {}): PublicEntry => ({
  id: 'shed',
  body: { ...shed, ...more },
  modified: '2026-11-02T10:00:00.000Z',
  organisation: { id: 'age', body: { name: 'Age UK', description: 'Help.', email: 'office@example.org' } },
})
const out = (more: Partial<ServiceBody> = {}) => serviceOut(entry(more), idFor)

describe('one service', () => {
  test('with its organisation, its terms and the wait in words', () => {
    const document = out()
    expect(document).toMatchObject({
      name: 'Men in Sheds',
      status: 'active',
      wait_time: 'About 3 weeks',
      last_modified: '2026-11-02T10:00:00.000Z',
      organization: { name: 'Age UK' },
      phones: [{ number: '020 7946 0200' }],
      attributes: [
        { taxonomy_term: { name: 'Hobbies', taxonomy: 'Categories' } },
        { taxonomy_term: { code: 'people', taxonomy: 'Areas of life' } },
      ],
    })
    expect(faultsOf(document, 'service')).toEqual([])
  })

  test('nothing of how the service works with it goes out', () => {
    const text = JSON.stringify(
      out({
        assured_by: 'Mo Thistlewane',
        feed: { source: 's', id: 'f', seen_on: '2026-11-01', values: {} },
      }),
    )
    for (const own of [
      'waiting_weeks',
      'reported',
      'accepts',
      'open_to',
      'invented',
      'feed',
      'Thistlewane',
      'assur',
    ]) {
      expect(text).not.toContain(own)
    }
  })

  test.each([
    [{ id: 'c', name: 'Ann Persona', title: 'Reception', phone: '020 7946 0001' }, []],
    [
      { id: 'c', title: 'Reception', phone: '07700 900123', email: 'ann@example.org' },
      [{ title: 'Reception' }],
    ],
    [{ id: 'c', phone: '+44 7700 900123' }, []],
    [
      { id: 'c', title: 'Reception', phone: '020 7946 0001', email: 'office@example.org' },
      [{ title: 'Reception', email: 'office@example.org', phones: [{ number: '020 7946 0001' }] }],
    ],
  ])('of the contact %o only what is nobody’s own: %o', (contact, shown) => {
    const { contacts } = out({ contacts: [contact] })
    expect(contacts ?? []).toMatchObject(shown)
    expect(JSON.stringify(contacts ?? '')).not.toMatch(/Persona|7700|ann@/)
  })

  test('an address goes out whole or as words, and none is invented', () => {
    const place = {
      id: 'hall',
      name: 'Hall',
      location_type: 'physical',
      address: '1 Larkspindle Road',
      postal_code: 'da15 2ln',
    }
    const at = (more: object) =>
      readSchema.parse(out({ locations: [{ ...place, ...more }] })).service_at_locations[0]?.location
    expect(at({ city: 'Sidcup', state_province: 'Greater London' })).toMatchObject({
      addresses: [
        {
          address_1: '1 Larkspindle Road',
          city: 'Sidcup',
          postal_code: 'DA15 2LN',
          country: 'GB',
          address_type: 'physical',
        },
      ],
      accessibility: [{ description: 'Step-free access' }],
    })
    const incomplete = at({ city: 'Sidcup', latitude: 51.4, longitude: 0.1 })
    expect(incomplete?.addresses).toBeUndefined()
    expect(incomplete).toMatchObject({
      description: '1 Larkspindle Road, Sidcup, da15 2ln',
      latitude: 51.4,
      longitude: 0.1,
    })
    expect(at({ latitude: 51.4 })?.latitude).toBeUndefined()
  })

  test.each([
    ['temporarily closed', 'temporarily closed'],
    ['defunct', 'defunct'],
    ['of a newer version', 'active'],
  ])('the status %s goes out as %s', (status, shown) => {
    expect(out({ status })['status']).toBe(shown)
  })

  test('one place has one id, whoever meets there, and the same element the same id every time', () => {
    const locations = [{ id: '0198c0de-0000-7000-8000-00000000d011', location_type: 'virtual' }]
    const [one, other] = [entry({ locations }), { ...entry({ locations }), id: 'other' }].map((each) => {
      const { service_at_locations, phones } = readSchema.parse(serviceOut(each, idFor))
      return { stay: service_at_locations[0], phone: phones?.[0]?.id }
    })
    expect([one?.stay?.location.id, other?.stay?.location.id]).toEqual([locations[0]?.id, locations[0]?.id])
    expect(one?.stay?.id).not.toBe(other?.stay?.id)
    expect(one?.phone).not.toBe(other?.phone)
    expect(out()).toEqual(out())
  })
})

const word = fc.oneof(
  fc.string(),
  fc.constantFrom('', ' ', 'Hall', 'x@y', 'office@example.org', 'www.example.org', 'https://example.org/a'),
)
const elementId = fc.oneof(fc.uuid(), fc.constantFrom('phone', '1', ''))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
/** Elements with an id and what they cannot do without; all else may be left out. */
const listOf = (
  fields: Record<string, fc.Arbitrary<unknown>>,
  needed: Record<string, fc.Arbitrary<unknown>> = {},
) =>
  fc.array(
    fc
      .tuple(fc.record({ id: elementId, ...needed }), fc.record(fields, { requiredKeys: [] }))
      .map(([must, may]) => ({ ...must, ...may })),
    { maxLength: 3 },
  )
const anyBody = fc.record(
  {
    organization_id: fc.constant('age'),
    name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
    status: fc.constantFrom('active', 'inactive', 'defunct', 'temporarily closed', 'newer'),
    alternate_name: word,
    description: word,
    url: word,
    email: word,
    assured_by: word,
    assured_date: fc.constantFrom('2026-01-01'),
    alert: word,
    last_modified: fc.constantFrom('2026-01-05', '2026-01-05T10:00:00Z', 'last spring', ''),
    waiting_time: word,
    minimum_age: fc.nat(100),
    phones: listOf({ type: word }, { number: word }),
    schedules: listOf({
      freq: fc.constantFrom('WEEKLY', 'MONTHLY', 'DAILY'),
      byday: word,
      opens_at: word,
      description: word,
      interval: fc.nat(5),
    }),
    locations: listOf(
      {
        name: word,
        address: word,
        city: word,
        state_province: word,
        country: word,
        postal_code: fc.constantFrom('DA15 2LN', 'da152ln', 'none', ''),
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      },
      { location_type: fc.constantFrom('physical', 'postal', 'virtual', 'newer') },
    ),
    accessibility: listOf({ description: word, details: word }),
    contacts: listOf({ name: word, title: word, email: word, phone: word }),
    languages: fc.array(fc.string({ minLength: 1 })),
    cost_options: listOf({ option: word, amount: fc.nat(50), amount_description: word, currency: word }),
    categories: fc.array(word, { maxLength: 3 }),
    needs: fc.array(fc.constantFrom('people', 'money', 'of our own'), { maxLength: 3 }),
    access: fc.array(fc.constantFrom('step-free', 'at-home', 'newer', 'constructor'), { maxLength: 3 }),
  },
  { requiredKeys: ['organization_id', 'name', 'status'] },
)
const anyEntry = fc.record({
  id: fc.oneof(fc.uuid(), fc.string({ minLength: 1 })),
  body: anyBody,
  modified: maybe(fc.constant('2026-11-02T10:00:00.000Z')).map((at) => at ?? null),
  organisation: maybe(
    fc.record({ id: elementId, name: fc.constant('Age UK'), description: word, email: word, website: word }),
  ).map((one) => (one ? { id: one.id, body: one } : null)),
})

test('whatever is in the directory, what goes out is as HSDS-UK 3.0 asks, in full and in short', () => {
  fc.assert(
    fc.property(anyEntry, (random) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fast-check leaves absent fields out, which the schema's type has as undefined
      const any = random as unknown as PublicEntry
      expect(faultsOf(serviceOut(any, idFor), 'service')).toEqual([])
      expect(faultsOf(summaryOut(any, idFor), 'service')).toEqual([])
      expect(
        any.organisation ? faultsOf(organisationOut(any.organisation, idFor), 'organization') : [],
      ).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
