import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTenant, systemGround } from '../../accounts/ground.ts'
import { buildDemoService } from '../../demo/cohort/buildDemoService.ts'
import { entries } from '../../demo/cohort/directory.ts'
import { addMembers } from '../../testing/bareService.ts'
import { type EmptyDatabase, emptyDatabase } from '../../testing/place.ts'
import { openService, type TestService } from '../../testing/service.ts'
import { fromRow } from '../../reconcile/wire.ts'
import { directoryCommand } from './directoryCommand.ts'

// What one service publishes, another takes in.

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const

let service: TestService
let other: EmptyDatabase

beforeEach(async () => {
  service = await openService({ demo: buildDemoService })
  other = await emptyDatabase()
})
afterEach(async () => {
  await service.remove()
  await other.remove()
})

test('the demo’s public directory comes in whole, and again without a change', async () => {
  const ground = systemGround(other.database)
  const tenant = await openTenant(ground)
  await addMembers(other.database, tenant, [mo])
  const asked = { from: `${service.url}/api/oruk`, source: null, dryRun: false }
  const take = () => directoryCommand(ground, { tenant, by: mo.staff }, asked, () => {})

  const { json } = await take()
  const undescribed = entries.filter(({ description }) => description === undefined).map(() => 'description')
  expect(json).toMatchObject({
    new: entries.length,
    whole: true,
    unknownKeys: {},
    problems: undescribed.map((field) => ({ field, found: 'nothing' })),
    toClassify: entries.filter(({ needs }) => needs.length === 0).length,
  })
  const rows = await other.database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('kind', '=', 'service')
    .execute()
  const needs = (list: unknown) => (Array.isArray(list) ? list.map(String).toSorted() : [])
  const taken = rows
    .map(fromRow)
    .map(({ body }) => JSON.stringify([body['name'], body['categories'], needs(body['needs'])]))
  const published = entries.map((entry) =>
    JSON.stringify([entry.service, [entry.category], needs(entry.needs)]),
  )
  expect(new Set(taken)).toEqual(new Set(published))
  expect((await take()).json).toMatchObject({ same: entries.length, written: 0 })
})
