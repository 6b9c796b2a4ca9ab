import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settleContested } from '#domain/change/write.ts'
import { openQuestions } from '#domain/record/record.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'

let server: ServerProcess
let grace: TestDevice
let sam: TestDevice

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  grace = await TestDevice.signedIn(server.url, 'grace@demo.test')
  sam = await TestDevice.signedIn(server.url, 'sam@demo.test')
}, 60_000)

afterAll(() => server.end())

function faults(set: Record<string, number>): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', origin: server.url } }
  return fetch(`${server.url}/api/dev/faults`, { ...init, body: JSON.stringify(set) })
}

async function newClient(of = grace): Promise<string> {
  const id = v7()
  const { team } = of.person
  if (!team) throw new Error('no team')
  await of.create('client', id, id, { firstName: 'Ife', familyName: 'Ade', phone: '1', team, status: 'open' })
  return id
}

let client: string
beforeEach(async () => {
  client = await newClient()
  await grace.sync()
  await sam.sync()
})

describe('two devices over one server', () => {
  test('what one saved offline is on the other after both had contact, and the outbox is empty', async () => {
    expect(sam.view('client', client).body.familyName).toBe('Ade')
    expect(grace.keeper.outbox()).toEqual([])
  })

  test('different fields merge silently', async () => {
    await grace.edit('client', client, { phone: '2' })
    await sam.edit('client', client, { email: 'ife@example.org' })
    for (const device of [grace, sam, grace]) await device.sync()
    for (const device of [grace, sam]) {
      const { body, contested } = device.view('client', client)
      expect([body.phone, body.email, contested]).toEqual(['2', 'ife@example.org', {}])
    }
  })

  test('the same field is a question on both; settled on one, it is settled on both', async () => {
    await grace.edit('client', client, { phone: '2' })
    await sam.edit('client', client, { phone: '3' })
    for (const device of [grace, sam, grace]) await device.sync()
    for (const device of [grace, sam]) expect(openQuestions(device.view('client', client))).toEqual(['phone'])
    await sam.keeper.save([settleContested(sam.view('client', client), 'phone', '2', '3')])
    for (const device of [sam, grace]) await device.sync()
    for (const device of [grace, sam]) {
      const view = device.view('client', client)
      expect([view.body.phone, openQuestions(view)]).toEqual(['3', []])
    }
  })

  test('two people settling at once, differently, is asked again and neither choice is lost', async () => {
    await grace.edit('client', client, { phone: '2' })
    await sam.edit('client', client, { phone: '3' })
    for (const device of [grace, sam, grace]) await device.sync()
    await sam.keeper.save([settleContested(sam.view('client', client), 'phone', '2', '3')])
    await grace.keeper.save([settleContested(grace.view('client', client), 'phone', '2', '4')])
    for (const device of [sam, grace, sam]) await device.sync()
    const { body, contested } = sam.view('client', client)
    expect(body.phone).toBe('3')
    expect(contested['phone']?.filter((value) => !value.settled).map((value) => value.to)).toEqual(['4'])
  })

  test('a reply lost after the server committed: applied once, and answered the same way', async () => {
    await grace.edit('client', client, { phone: '2' })
    await faults({ dropReplies: 1 })
    expect(await grace.sync()).toEqual({ ok: false, error: 'offline' })
    await grace.restart()
    expect(grace.keeper.outbox()).toHaveLength(1)
    expect((await grace.sync()).ok).toBe(true)
    expect(grace.keeper.outbox()).toEqual([])
    expect(grace.keeper.record(client)?.rev).toBe(2)
  })

  test('a refused change waits for a person with its reason; what came after it went through', async () => {
    const service =
      [...grace.keeper.recordIds].find((id) => grace.keeper.record(id)?.kind === 'service') ?? ''
    await grace.edit('service', service, { name: 'Mine now' })
    await grace.edit('client', client, { phone: '5' })
    expect((await grace.sync()).ok).toBe(true)
    expect(grace.keeper.outbox().map((entry) => [entry.state, entry.receipt?.reason])).toEqual([
      ['refused', 'forbidden'],
    ])
    expect(grace.keeper.record(client)?.body['phone']).toBe('5')
    await grace.keeper.discard(grace.keeper.outbox()[0]?.change.id ?? '', grace.person.id)
    expect((await grace.sync()).ok).toBe(true)
    expect(grace.keeper.outbox()).toEqual([])
  })

  test('more changes than one push holds all arrive, in order', async () => {
    for (let i = 0; i < 230; i += 1) await grace.edit('client', client, { phone: `0${i}` })
    expect((await grace.sync()).ok).toBe(true)
    expect([grace.keeper.record(client)?.body['phone'], grace.keeper.outbox().length]).toEqual(['0229', 0])
  })

  test('killed in the middle of a push of 200 changes: 200 applied, none twice', async () => {
    for (let i = 0; i < 200; i += 1) await grace.edit('client', client, { phone: `1${i}` })
    const before = grace.keeper.record(client)?.rev ?? 0
    const pushing = grace.sync()
    await new Promise((resolve) => setTimeout(resolve, 15))
    await server.kill()
    await pushing
    await server.start()
    expect((await grace.sync()).ok).toBe(true)
    expect([grace.keeper.record(client)?.rev, grace.keeper.outbox().length]).toEqual([before + 200, 0])
  })

  test('a volunteer holds the directory and no case file', async () => {
    const val = await TestDevice.signedIn(server.url, 'val@demo.test')
    expect((await val.sync()).ok).toBe(true)
    const records = [...val.keeper.recordIds].flatMap((id) => val.keeper.record(id) ?? [])
    expect(records.some((record) => record.kind === 'service')).toBe(true)
    expect(records.filter((record) => record.file !== null)).toEqual([])
  })
})
