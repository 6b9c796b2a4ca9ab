import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { full, id, page, summary } from '#domain/feed/feed.fixture.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import { serviceBody } from '#domain/service/service.ts'
import { type Ground, openTenant, systemGround } from '../../accounts/ground.ts'
import { verifyHistory } from '../../reconcile/verifyHistory.ts'
import { fromRow } from '../../reconcile/wire.ts'
import type { Database } from '../../store/tables.ts'
import { addMembers, bareServiceOn } from '../../testing/bareService.ts'
import { change } from '../../testing/changes.ts'
import { emptyDatabase } from '../../testing/place.ts'
import { directoryCommand } from './directoryCommand.ts'
import { type FeedServer, serve, standardFeed } from './feedServer.fixture.ts'

vi.setConfig({ testTimeout: 120_000 })

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const

let database: Database
let remove: () => Promise<void>
let ground: Ground
let tenant: string
let folder: string
let server: FeedServer | null

beforeEach(async () => {
  ;({ database, remove } = await emptyDatabase())
  ground = systemGround(database)
  tenant = await openTenant(ground)
  await addMembers(database, tenant, [mo])
  folder = mkdtempSync(join(tmpdir(), 'doorstep-feed-'))
  server = null
})
afterEach(async () => {
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
  await remove()
})

const answerSchema = z.looseObject({
  new: z.number(),
  changed: z.number(),
  reopened: z.number(),
  closed: z.number(),
  same: z.number(),
  written: z.number(),
  whole: z.boolean(),
  source: z.string(),
  problems: z.array(z.looseObject({ place: z.string(), field: z.string() })),
})

async function take(from: string, more: { dryRun?: boolean; source?: string; on?: string } = {}) {
  const asked = { from, source: more.source ?? null, dryRun: more.dryRun ?? false }
  const onDay = more.on === undefined ? ground : { ...ground, now: () => new Date(`${more.on}T10:00:00Z`) }
  const outcome = await directoryCommand(onDay, { tenant, by: mo.staff }, asked, () => {})
  return { ...answerSchema.parse(outcome.json), said: outcome.said.join('\n') }
}

async function services() {
  const rows = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('kind', '=', 'service')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(fromRow).map((record) => {
      const body = serviceBody.parse(record.body)
      return [body.feed?.id ?? '', { ...record, body }] as const
    }),
  )
}

const entry = async (n: number) => (await services()).get(id('service', n))

/** Where the order stands: it moves with every change, and with nothing else. */
async function order(): Promise<number> {
  return (await database.selectFrom('counters').select('seq').executeTakeFirstOrThrow()).seq
}

function file(name: string, content: Json): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

const CSV: Record<string, string> = {
  'organizations.csv': 'id,name,description,website\no1,Neighbours,Who cook,https://neighbours.example.org\n',
  'services.csv':
    'id,organization_id,name,description,status,url,minimum_age\ns1,o1,Lunch club,"A meal, and\ncompany",active,https://lunch.example.org,60\ns2,o1,Tea,<p>Tea</p>,active,tea.example.org,\n',
  'locations.csv': 'id,location_type,name,latitude,longitude\nl1,physical,Hall,51.4471,0.1352\n',
  'service_at_locations.csv': 'id,service_id,location_id\nsal1,s1,l1\n',
  'addresses.csv':
    'id,location_id,address_1,city,state_province,postal_code,country,address_type\na1,l1,1 High Street,Bexley,Kent,DA5 1AA,GB,physical\n',
  'schedules.csv': 'id,service_at_location_id,freq,byday,opens_at,closes_at\nh1,sal1,WEEKLY,MO,12:00,14:00\n',
  'phones.csv':
    'id,service_id,contact_id,number\np1,s1,,020 7946 0123\np2,,c1,020 7946 0456\np3,gone,,020 7946 0789\n',
  'contacts.csv': 'id,service_id,name\nc1,s1,Sam Baker\n',
  'cost_options.csv': 'id,service_id,option,amount\nco1,s1,Meal,4.50\n',
  'service_areas.csv': 'id,service_id,name\nsa1,s1,The whole borough\n',
  'accessibility.csv': 'id,location_id,description\nx1,l1,Step-free\n',
  'taxonomy_terms.csv': 'id,name,description,taxonomy\nt1,Lunch clubs,A meal together,Our own\n',
  'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\nat1,s1,service,t1\n',
}

function tables(name: string, more: Record<string, string> = {}): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (const [table, text] of Object.entries({ ...CSV, ...more })) writeFileSync(join(path, table), text)
  return path
}

describe('a feed', () => {
  test('of pages of summaries is read to its end, each service in full', async () => {
    server = await serve(standardFeed(() => [1, 2, 3, 4, 5, 6, 7], 3))
    const taken = await take(`${server.url}/api/`)
    expect(taken).toMatchObject({
      new: 7,
      whole: true,
      problems: [],
      source: `${server.url}/api`,
      written: 10,
    })
    expect(server.asked.filter((path) => path.includes('page=')).length).toBe(3)
    expect((await entry(7))?.body).toMatchObject({
      name: 'Lunch club 7',
      phones: [{ number: '020 7946 0123 ext. 4' }],
      locations: [{ postal_code: 'DA5 1AA', latitude: 51.4471 }],
      needs: ['interests'],
    })
    const organisations = await database
      .selectFrom('records')
      .select('id')
      .where('kind', '=', 'organisation')
      .execute()
    expect(organisations.map(({ id }) => id)).toContain((await entry(7))?.body.organization_id)
    expect(await verifyHistory(database, tenant)).toEqual([])
  })

  test('of services in full is not asked for each of them again', async () => {
    server = await serve((_request, response) => response.end(JSON.stringify(page([full(1), full(2)]))))
    expect(await take(server.url)).toMatchObject({ new: 2 })
    expect(server.asked.length).toBe(1)
  })

  test('may have pages as the first version of the standard had them, or links to the next', async () => {
    server = await serve((request, response) => {
      const second = request.url?.includes('cursor')
      const old = {
        totalElements: 2,
        totalPages: 2,
        number: second ? 2 : 1,
        last: second,
        content: [full(second ? 2 : 1)],
      }
      response.end(JSON.stringify(second ? old : { ...old, next: '/services?cursor=x' }))
    })
    expect(await take(server.url)).toMatchObject({ new: 2, whole: true })
    expect(server.asked[1]).toBe('/services?cursor=x')
  })

  test('read again changes nothing, on another day either', async () => {
    server = await serve(standardFeed(() => [1, 2, 3, 4], 2))
    await take(`${server.url}/api`, { on: '2026-11-01' })
    const before = await order()
    expect(await take(`${server.url}/api/services`, { on: '2026-11-08' })).toMatchObject({
      same: 4,
      written: 0,
    })
    expect(await order()).toBe(before)
  })

  test('that lost a service has it closed; when it is there again, it opens', async () => {
    let there = [1, 2, 3]
    server = await serve(standardFeed(() => there, 2))
    await take(`${server.url}/api`)
    there = [1, 3]
    expect(await take(`${server.url}/api`, { on: '2026-11-08' })).toMatchObject({
      closed: 1,
      same: 2,
      written: 1,
    })
    expect((await entry(2))?.body).toMatchObject({ status: 'inactive', feed: { gone_on: '2026-11-08' } })
    there = [1, 2, 3]
    expect(await take(`${server.url}/api`)).toMatchObject({ reopened: 1, same: 2, written: 1 })
    expect((await entry(2))?.body.status).toBe('active')
    expect(await verifyHistory(database, tenant)).toEqual([])
  })

  test('that says it holds more than came closes nothing', async () => {
    let there = [1, 2, 3]
    const items = 3
    server = await serve((_request, response) =>
      response.end(
        JSON.stringify(
          page(
            there.map((n) => full(n)),
            1,
            1,
            items,
          ),
        ),
      ),
    )
    await take(server.url)
    there = [1]
    const taken = await take(server.url)
    expect(taken).toMatchObject({ closed: 0, whole: false, written: 0 })
    expect(taken.said).toContain('not the whole of the feed')
  })

  test('that gives the same services page after page, and says it holds others, closes nothing', async () => {
    await take(file('all.json', [full(1), full(2), full(3)]), { source: 'council' })
    server = await serve((request, response) => {
      const second = request.url?.includes('page=2') === true
      const { page_number: _number, ...said } = page([full(1)], second ? 2 : 1, 2, 2)
      response.end(JSON.stringify({ ...said, asked: request.url }))
    })
    const taken = await take(server.url, { source: 'council' })
    expect(taken).toMatchObject({
      closed: 0,
      whole: false,
      same: 1,
      problems: [{ place: 'page 2, 1', field: 'id' }],
    })
  })

  test('leaves what was corrected here, and follows in all else', async () => {
    let more: JsonObject = {}
    server = await serve(
      standardFeed(
        () => [1],
        1,
        () => more,
      ),
    )
    await take(`${server.url}/api`)
    const before = await entry(1)
    await bareServiceOn(database, tenant).push(
      mo,
      change({
        op: 'edit',
        kind: 'service',
        id: before?.id ?? '',
        version: 1,
        fields: {
          name: { from: 'Lunch club 1', to: 'Dinner club' },
          access: { from: null, to: ['step-free'] },
        },
      }),
    )
    more = { name: 'Luncheon', email: 'new@example.org' }
    const taken = await take(`${server.url}/api`)
    expect(taken).toMatchObject({ changed: 1, written: 1 })
    expect(taken.said).toContain(`kept as corrected here: Dinner club (${id('service', 1)}): name`)
    const after = await entry(1)
    expect(after?.body).toMatchObject({
      name: 'Dinner club',
      email: 'new@example.org',
      access: ['step-free'],
      feed: { values: { name: 'Luncheon' } },
    })
    expect(after?.contested).toEqual({})
  })

  test('touches nothing that did not come from it', async () => {
    const one = file('one.json', [full(1), full(2)])
    const other = file('other.json', [full(3)])
    await take(one, { source: 'one' })
    await take(other, { source: 'other' })
    const before = await services()
    await take(file('one.json', [full(1, { alert: 'Moved' })]), { source: 'one' })
    const after = await services()
    expect(after.get(id('service', 3))).toEqual(before.get(id('service', 3)))
    expect([...after.values()].map(({ body }) => body.status)).toEqual(
      expect.arrayContaining(['active', 'inactive']),
    )
    expect(await take(other, { source: 'third' })).toMatchObject({ new: 1 })
  })
})

describe('a file', () => {
  test('of one service takes that service, and closes nothing', async () => {
    await take(file('all.json', [full(1), full(2)]), { source: 'council' })
    const taken = await take(file('one.json', full(2, { alert: 'Moved' })), { source: 'council' })
    expect(taken).toMatchObject({ changed: 1, closed: 0, whole: false })
    expect((await entry(2))?.body.alert).toBe('Moved')
  })

  test('of a page that is not the only one closes nothing', async () => {
    await take(file('all.json', [full(1), full(2)]), { source: 'council' })
    const taken = await take(file('page.json', page([full(1)], 1, 2, 2)), { source: 'council' })
    expect(taken).toMatchObject({ closed: 0, whole: false })
  })

  test('of another name on another day goes on from where its services came from', async () => {
    await take(file('november.json', page([full(1), full(2)])))
    const taken = await take(file('december.json', page([full(2), full(3)])))
    expect(taken).toMatchObject({ new: 1, same: 1, closed: 1, continued: true })
    expect(taken.said).toContain('november.json: taken as that feed')
    expect((await services()).size).toBe(3)
  })

  test('of ids that anybody may have used is a feed of its own', async () => {
    await take(file('a.json', [full(1, { id: '1' })]))
    expect(await take(file('b.json', [full(2, { id: '1' })]))).toMatchObject({ new: 1, continued: false })
    expect(await take(file('a.json', [full(1, { id: 1 })]))).toMatchObject({ same: 1, written: 0 })
  })

  test.each([
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way round', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('in %s is understood', async (_what, encoded) => {
    const path = join(folder, 'feed.json')
    writeFileSync(path, encoded(JSON.stringify([full(1, { name: 'Café Llŷn' })])))
    expect(await take(path)).toMatchObject({ new: 1 })
    expect((await entry(1))?.body.name).toBe('Café Llŷn')
  })

  test('of summaries is taken as it is', async () => {
    expect(await take(file('list.json', page([summary(1)])))).toMatchObject({ new: 1, whole: true })
  })

  test('with HTML has the text of it', async () => {
    const description =
      '<h2>Tea &amp; talk</h2><p>Every <b>Monday</b>.</p><ul><li>Cake</li></ul><script>x()</script>'
    const { problems } = await take(file('html.json', [full(1, { description })]))
    expect((await entry(1))?.body.description).toBe('Tea & talk\n\nEvery Monday.\n\n * Cake')
    expect(problems).toMatchObject([
      { field: 'description', found: expect.stringContaining('<h2>') as unknown },
    ])
  })
})

describe('a package of tables', () => {
  test('is read whole, from its folder', async () => {
    const taken = await take(tables('csv'))
    expect(taken).toMatchObject({ new: 2, whole: true })
    expect(taken.problems.map(({ place, field }) => `${place}: ${field}`)).toEqual([
      'services.csv line 4: description',
      'services.csv line 4: url',
      'phones.csv line 4: service_id',
    ])
    expect((await services()).get('s1')?.body).toMatchObject({
      name: 'Lunch club',
      description: 'A meal, and\ncompany',
      minimum_age: 60,
      phones: [{ id: 'p1', number: '020 7946 0123' }],
      contacts: [{ name: 'Sam Baker', phone: '020 7946 0456' }],
      schedules: [{ byday: 'MO', opens_at: '12:00' }],
      locations: [{ address: '1 High Street', postal_code: 'DA5 1AA', longitude: 0.1352 }],
      accessibility: [{ description: 'Step-free' }],
      cost_options: [{ option: 'Meal', amount: 4.5 }],
      service_areas: [{ name: 'The whole borough' }],
      categories: ['Lunch clubs'],
      needs: ['interests'],
    })
    expect(await take(join(folder, 'csv'))).toMatchObject({ same: 2, written: 0 })
  })

  test('is read by its description, whose files may be called otherwise', async () => {
    const path = tables('described', { 'our-services.csv': CSV['services.csv'] ?? '' })
    rmSync(join(path, 'services.csv'))
    const resources = [
      { name: 'service', path: 'our-services.csv' },
      ...Object.keys(CSV).map((table) => ({ path: table })),
      { name: 'funding', path: 'funding.csv' },
    ]
    writeFileSync(join(path, 'datapackage.json'), JSON.stringify({ resources }))
    expect(await take(join(path, 'datapackage.json'))).toMatchObject({ new: 2 })
    expect(await take(path)).toMatchObject({ same: 2 })
  })
})

test('a dry run says what would be done, and does nothing', async () => {
  await take(file('a.json', [full(1), full(2), full(3)]), { source: 'council' })
  const before = await order()
  const next = file('b.json', [full(1), full(2, { alert: 'Moved' }), full(4)])
  const dry = await take(next, { source: 'council', dryRun: true })
  expect(dry).toMatchObject({ new: 1, changed: 1, closed: 1, same: 1, written: 0 })
  expect(dry.said).toContain(`would be new: Lunch club 4 (${id('service', 4)})`)
  expect(dry.said).toContain(`would change: Lunch club 2 (${id('service', 2)}): alert`)
  expect(dry.said).toContain(`would be closed: Lunch club 3 (${id('service', 3)}): status`)
  expect(dry.said).toContain('Nothing was written')
  expect(await order()).toBe(before)
  expect(await take(next, { source: 'council' })).toMatchObject({ new: 1, changed: 1, closed: 1, same: 1 })
})
