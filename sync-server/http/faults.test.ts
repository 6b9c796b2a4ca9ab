import { afterAll, beforeAll, expect, test } from 'vitest'
import { change, createClient, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { type Device, openService, postJson, type TestService } from '../testing/service.ts'

let service: TestService
let grace: Device

beforeAll(async () => {
  service = await openService({}, { faults: true })
  grace = await service.signIn('grace')
})
afterAll(() => service.remove())

const order = (faults: object) => postJson(`${service.url}/api/dev/faults`, faults)

test('a reply lost after the commit: sent again, the change is applied once', async () => {
  await order({ dropReplies: 2 })
  const one = change(createClient(newId(), teamA))
  await expect(grace.push(one)).rejects.toThrow(TypeError)
  await expect(grace.push(one)).rejects.toThrow(TypeError)
  const [receipt] = await grace.push(one)
  expect(receipt).toMatchObject({ outcome: 'applied' })
  const rows = await service.database
    .selectFrom('history')
    .select('seq')
    .where('change', '=', one.id)
    .execute()
  expect(rows).toEqual([{ seq: receipt?.seq }])
})

test('failing on demand, as often as asked', async () => {
  await order({ failNext: 2 })
  const statuses = []
  for (let i = 0; i < 3; i++) statuses.push((await grace.call('/api/sync/manifest')).status)
  expect(statuses).toEqual([503, 503, 200])
})

test('a server in real use has no such route', async () => {
  const real = await openService({}, { demo: null })
  try {
    expect((await postJson(`${real.url}/api/dev/faults`, { dropReplies: 1 })).status).toBe(404)
  } finally {
    await real.remove()
  }
})
