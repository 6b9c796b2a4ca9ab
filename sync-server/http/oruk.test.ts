import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonObjectSchema, type JsonObject } from '#domain/json.ts'
import { faultsOf } from '#tests/fixtures/hsdsUk.ts'
import { buildDemoService } from '../demo/cohort/buildDemoService.ts'
import { serviceNamed } from '../demo/cohort/directory.ts'
import type { BuildDemoService } from '../demo/demoService.ts'
import { change, newId } from '../testing/changes.ts'
import { openService, signIn, type Device, type TestService } from '../testing/service.ts'

const pageSchema = z.strictObject({
  total_items: z.int(),
  total_pages: z.int(),
  page_number: z.int(),
  size: z.int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(jsonObjectSchema),
})
const identified = z.looseObject({ id: z.string() })
const named = z.looseObject({ id: z.string(), name: z.string() })

let service: TestService
let mo: Device

beforeAll(async () => {
  service = await openService({ demo: buildDemoService })
  mo = await signIn(service.url, 'mo@demo.test')
})
afterAll(() => service.remove())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/api/oruk${path}`, { headers })
const page = async (path: string) => pageSchema.parse(await (await get(path)).json())
const one = async (path: string) => jsonObjectSchema.parse(await (await get(path)).json())
const names = ({ contents }: z.infer<typeof pageSchema>) => contents.map((item) => named.parse(item).name)

async function all(path: string): Promise<JsonObject[]> {
  const join = path.includes('?') ? '&' : '?'
  const { total_pages } = await page(`${path}${join}per_page=40`)
  const pages = await Promise.all(
    Array.from({ length: total_pages }, (_, i) => page(`${path}${join}per_page=40&page=${i + 1}`)),
  )
  return pages.flatMap(({ contents }) => contents)
}

describe('the demo’s directory, to the standard', () => {
  test.each([
    ['/services?full=true', 'service', 108],
    ['/services', 'service', 108],
    ['/organizations?full_service=true', 'organization', 60],
    ['/service_at_locations?full=true', 'service_at_location', 70],
    ['/taxonomies', 'taxonomy', 2],
    ['/taxonomy_terms', 'taxonomy_term', 30],
  ])('every document of %s is a sound %s', async (path, of, least) => {
    const documents = await all(path)
    expect(documents.length).toBeGreaterThanOrEqual(least)
    expect(documents.flatMap((document) => faultsOf(document, of))).toEqual([])
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
  })

  test('each is found by its id, and nothing is by another', async () => {
    for (const path of [
      '/services',
      '/organizations',
      '/service_at_locations',
      '/taxonomies',
      '/taxonomy_terms',
    ]) {
      const { contents } = await page(`${path}?per_page=1`)
      const { id } = identified.parse(contents[0])
      expect(await one(`${path}/${id}`)).toMatchObject({ id })
      const missing = await get(`${path}/${newId()}`)
      expect([missing.status, await missing.json()]).toEqual([
        404,
        { code: 'notFound', message: 'There is nothing by this id' },
      ])
    }
  })

  test('one service as it is', async () => {
    const { id } = serviceNamed('age-uk-bexley/day-centres')
    expect(await one(`/services/${id}`)).toMatchObject({
      id,
      name: 'Day Centres',
      status: 'active',
      wait_time: 'About 6 weeks',
      organization: { name: 'Age UK Bexley' },
      schedules: [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '10:00' }],
      service_at_locations: [
        {
          location: {
            addresses: [{ address_1: '61 Thrushmere Road', city: 'Bexleyheath', country: 'GB' }],
            latitude: 51.4566,
          },
        },
      ],
      cost_options: [{ amount: 24.5, currency: 'GBP' }],
    })
    const closed = await page('/services?search=support group carers')
    expect(closed.contents.map(({ status }) => status)).toContain('temporarily closed')
  })

  test('says what it is, and under which licence', async () => {
    expect(await one('')).toMatchObject({
      version: 'HSDS-UK-3.0',
      publisher: 'Community Connect (demonstration)',
      license: { url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
      notice: 'Contact details in this directory are made up for demonstration.',
    })
    expect((await get('/services')).headers.get('link')).toContain('rel="license"')
  })
})

describe('pages and filters', () => {
  test('pages add up to the whole, each says where it is', async () => {
    const [first, last, beyond] = await Promise.all([
      page('/services?per_page=100'),
      page('/services?per_page=100&page=2'),
      page('/services?per_page=100&page=3'),
    ])
    expect(first).toMatchObject({
      total_items: 108,
      total_pages: 2,
      page_number: 1,
      size: 100,
      first_page: true,
      last_page: false,
      empty: false,
    })
    expect(last).toMatchObject({ page_number: 2, size: 8, first_page: false, last_page: true })
    expect(beyond).toMatchObject({ size: 0, empty: true, contents: [] })
  })

  test('by words, term, organisation, ages and days', async () => {
    expect(names(await page('/services?search=MEMORY café'))).toEqual([
      'Memory Cafe',
      'Memory café',
      'Memory Café',
    ])
    expect(names(await page('/services?text=memory cafe age'))).toEqual(['Memory Café'])
    const terms = await all('/taxonomy_terms')
    const dementia = terms.find(({ name }) => name === 'Dementia')
    expect((await page(`/services?taxonomy_term_id=${identified.parse(dementia).id}`)).total_items).toBe(9)
    const { contents } = await page('/organizations?per_page=500')
    const age = contents.find(({ name }) => name === 'Age UK Bexley')
    expect((await page(`/services?organization_id=${identified.parse(age).id}`)).total_items).toBe(9)
    expect(names(await page('/services?minimum_age=60'))).toEqual(['Day Centres'])
    expect(names(await page('/services?day=SU&start_time=14:00'))).toEqual([
      'participatory theatre'.replace(/^p/, 'P'),
    ])
  })

  test('what has altered since, in short', async () => {
    const { contents } = await page('/services?minimal=true')
    expect(contents).toHaveLength(108)
    expect(Object.keys(contents[0] ?? {})).toEqual(['id', 'modified_date'])
    expect((await page('/services?modified_after=2999-01-01')).empty).toBe(true)
    expect((await page('/services?modified_after=2020-01-01T00:00:00Z')).total_items).toBe(108)
  })

  test.each([
    ['/services?per_page=501', '/per_page'],
    ['/services?page=0', '/page'],
    ['/services?page=two', 'must be a whole number from 1'],
    ['/services?full=perhaps', 'must be true or false'],
    ['/services?taxonomy_term_id=dementia', 'must be a UUID'],
    ['/services?modified_after=yesterday', 'must be a day as 2026-03-02'],
    ['/services?day=Monday', 'must be one of MO'],
    ['/services?postcode=DA15', 'postcode'],
    ['/services/1', 'must be a UUID'],
    ['/taxonomies?search=x', 'search'],
  ])('%s is refused with its reason', async (path, reason) => {
    const response = await get(path)
    expect(response.status).toBe(400)
    const { code, message } = z.object({ code: z.string(), message: z.string() }).parse(await response.json())
    expect(code).toBe('invalid')
    expect(message).toContain(reason)
  })
})

describe('who may read it, and how often it has to be asked', () => {
  test('any site may, this feed and nothing else', async () => {
    for (const path of ['', '/services', `/services/${newId()}`, '/services?page=0']) {
      const { headers } = await get(path, { origin: 'https://elsewhere.example' })
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('set-cookie')).toBeNull()
    }
    const asked = await fetch(`${service.url}/api/oruk/services`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'if-none-match, if-modified-since, accept',
    ])
    for (const path of ['/api/account/me', '/api/docs', '/refer', '/']) {
      expect((await fetch(`${service.url}${path}`)).headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('who has it already is told so, until something alters', async () => {
    const first = await get('/services')
    const etag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect((await get('/services', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/services', { 'if-modified-since': modified })).status).toBe(304)
    expect((await get('/services', { 'if-none-match': '"other"' })).status).toBe(200)

    const id = serviceNamed('bexley-parkrun/parkrun').id
    const edit = {
      op: 'edit' as const,
      kind: 'service',
      id,
      version: 1,
      fields: { alert: { from: null, to: 'Not this Saturday' } },
    }
    const [receipt] = await mo.push(change(edit))
    expect(receipt?.outcome).toBe('applied')
    const after = await get('/services', { 'if-none-match': etag })
    expect(after.status).toBe(200)
    expect(await one(`/services/${id}`)).toMatchObject({ alert: 'Not this Saturday' })
    const since = new Date(Date.now() - 60_000).toISOString()
    expect(await one(`/services?modified_after=${since}&search=parkrun`)).toMatchObject({ total_items: 1 })
  })

  test('what is removed is not there any more', async () => {
    const before = await get('/services')
    const { id } = serviceNamed('bexley-community-lottery/fundraising-lottery')
    const seen = (await mo.pullAll()).get(id)?.body ?? {}
    const [receipt] = await mo.push(
      change({ op: 'remove', kind: 'service', id, version: 1, reason: 'Ended', seen }),
    )
    expect(receipt?.outcome).toBe('applied')
    expect((await get(`/services/${id}`)).status).toBe(404)
    expect((await page('/services')).total_items).toBe(107)
    expect((await get('/services', { 'if-none-match': before.headers.get('etag') ?? '' })).status).toBe(200)
  })
})

test('nothing of a person or of the service’s own work is in it', async () => {
  const text = JSON.stringify([
    await all('/services?full=true'),
    await all('/organizations?full_service=true'),
  ])
  for (const own of [
    'waiting_',
    'open_to_referrals',
    'invented_contact',
    'assured_by',
    'Thistlewane',
    'Lanternby',
    'demo.test',
  ]) {
    expect(text).not.toContain(own)
  }
  expect(text).not.toMatch(/07700/)
})

describe('a directory of 5,000', () => {
  const many: BuildDemoService = (today) => {
    const { creates, ...demo } = buildDemoService(today)
    const directory = creates.filter(({ kind }) => kind === 'service' || kind === 'organisation')
    const services = directory.filter(({ kind }) => kind === 'service')
    const times = Math.ceil(5000 / services.length)
    const copies = Array.from({ length: times }, () =>
      services.map((one) => ({ ...one, id: newId() })),
    ).flat()
    return { ...demo, creates: [...directory, ...copies.slice(services.length, 5000)] }
  }

  test('gives a page of a hundred within 50 ms, in full, and searched through', async () => {
    const large = await openService({ demo: many })
    try {
      const timed = async (path: string) => {
        const began = performance.now()
        const response = await fetch(`${large.url}/api/oruk${path}`)
        const { total_items, size } = pageSchema.parse(await response.json())
        return { ms: performance.now() - began, total_items, size }
      }
      for (const path of [
        '/services?per_page=100&full=true&page=7',
        '/services?per_page=100&search=befriending',
      ]) {
        const runs = []
        for (let run = 0; run < 12; run++) runs.push(await timed(path))
        expect(runs[0]).toMatchObject({ size: 100 })
        // The quickest of them: how busy the machine is otherwise says nothing of the server.
        expect(Math.min(...runs.map(({ ms }) => ms))).toBeLessThan(50)
      }
      expect((await timed('/services')).total_items).toBe(5000)
    } finally {
      await large.remove()
    }
  }, 60_000)
})
