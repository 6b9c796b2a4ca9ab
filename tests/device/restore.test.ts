import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { removeRecord, settleContested } from '#domain/change/write.ts'
import { openQuestions, type StoredRecord } from '#domain/record/record.ts'
import { fromRow } from '#server/reconcile/wire.ts'
import { connect } from '#server/store/database.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { backUp, restore, verify } from '#tests/fixtures/operator.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'

// The real server, backed up and restored by its operator while it runs, and devices that come back to it.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: ServerProcess
let grace: TestDevice
let sam: TestDevice

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})
afterAll(() => server.end())

beforeEach(async () => {
  grace = await TestDevice.signedIn(server.url, 'grace@demo.test')
  sam = await TestDevice.signedIn(server.url, 'sam@demo.test')
})

async function newClient(of = grace): Promise<string> {
  const id = v7()
  const { team } = of.person
  if (!team) throw new Error('no team')
  await of.create('client', id, id, { firstName: 'Ife', familyName: 'Ade', phone: '1', team, status: 'open' })
  return id
}

function dropReplies(next: number): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', origin: server.url } }
  return fetch(`${server.url}/api/dev/faults`, { ...init, body: JSON.stringify({ dropReplies: next }) })
}

async function sync(...devices: TestDevice[]): Promise<void> {
  for (const device of devices) expect(await device.sync()).toEqual({ ok: true, value: undefined })
}

function heldBy(device: TestDevice): Map<string, StoredRecord> {
  return new Map(
    [...device.keeper.recordIds].flatMap((id) => {
      const record = device.keeper.record(id)
      return record ? [[id, record] as const] : []
    }),
  )
}

/** What the server holds, all of it looked through. */
async function onServer(): Promise<{ records: Map<string, StoredRecord>; changes: string[] }> {
  await verify(server)
  const database = connect(server.database)
  const rows = await database.selectFrom('records').select(['id', 'wire', 'kept']).execute()
  const history = await database.selectFrom('history').select('change').execute()
  await database.destroy()
  return {
    records: new Map(rows.map((row) => [row.id, fromRow(row)])),
    changes: history.map(({ change }) => change),
  }
}

/** Every device holds for a record just what the server holds. */
async function expectAlike(id: string, ...devices: TestDevice[]): Promise<StoredRecord> {
  const { records } = await onServer()
  const there = records.get(id)
  if (!there) throw new Error(`${id} is not on the server`)
  for (const device of devices) expect(heldBy(device).get(id)).toEqual(there)
  return there
}

describe('after a restore to before what was acknowledged', () => {
  test('every value is there again, with its history, and nobody is asked anything', async () => {
    const client = await newClient()
    const visit = v7()
    await grace.create('visit', visit, client, {
      startsAt: '2026-03-02T10:00:00.000Z',
      coordinator: grace.person.id,
      place: 'home',
      purpose: 'first',
      status: 'planned',
    })
    await grace.edit('client', client, { email: 'a@example.org' })
    await sync(grace, sam)
    await sam.edit('client', client, { email: 'b@example.org' })
    await grace.edit('client', client, { email: 'c@example.org' })
    await sync(sam, grace, sam)
    expect(openQuestions(sam.view('client', client))).toEqual(['email'])
    await backUp(server)
    for (const phone of ['2', '3']) {
      await grace.edit('client', client, { phone })
      await sync(grace)
    }
    await sync(sam)
    await sam.edit('client', client, { phone: '4', preferredName: 'Fey' })
    await sam.keeper.save([
      settleContested(sam.view('client', client), 'email', 'b@example.org', 'c@example.org'),
    ])
    await grace.keeper.save([removeRecord(grace.view('visit', visit), 'Rang to call it off')])
    const second = await newClient(sam)
    const note = v7()
    await sam.create('note', note, second, {
      text: 'Spoke',
      at: '2026-03-02T10:00:00.000Z',
      author: sam.person.id,
    })
    await sync(sam, grace)
    await grace.edit('client', second, { phone: '9' })
    await sync(grace, sam, grace)
    const before = heldBy(grace)
    const { changes } = await onServer()
    await restore(server)
    expect((await onServer()).records.has(second)).toBe(false)
    await sync(sam, grace, sam)
    const after = await onServer()
    for (const id of [client, second, note, visit]) {
      const there = await expectAlike(id, ...(id === visit ? [] : [grace, sam]))
      const was = before.get(id)
      expect(openQuestions(there)).toEqual([])
      // A tombstone is on devices without its body, and on the server with it.
      const body = id === visit ? {} : there.body
      expect({ ...there, seq: 0, rev: 0, body }).toEqual({ ...was, seq: 0, rev: 0 })
    }
    expect(after.records.get(visit)?.deleted?.reason).toBe('Rang to call it off')
    expect(new Set(after.changes)).toEqual(new Set([...after.changes, ...changes]))
    for (const device of [grace, sam]) expect(device.keeper.outbox()).toEqual([])
  })

  test('one tablet is gone, and another brings back what was written on it', async () => {
    await sync(grace, sam)
    await backUp(server)
    const client = await newClient()
    await sync(grace)
    await grace.edit('client', client, { phone: '2' })
    await sync(grace, sam)
    await restore(server)
    const other = await TestDevice.signedIn(server.url, 'grace@demo.test')
    await sync(other)
    expect(heldBy(other).has(client)).toBe(false)
    await sync(sam, other)
    const there = await expectAlike(client, sam, other)
    expect([there.body['phone'], there.rev]).toEqual(['2', 2])
  })

  test('what was begun offline on something that was lost goes up after it came back', async () => {
    await sync(grace, sam)
    await backUp(server)
    const client = await newClient()
    await sync(grace, sam)
    await sam.edit('client', client, { phone: '2' })
    await restore(server)
    await sync(sam, grace)
    const there = await expectAlike(client, sam, grace)
    expect([there.body['phone'], openQuestions(there), sam.keeper.outbox()]).toEqual(['2', [], []])
  })

  test('what was altered here meanwhile is merged with what comes back; only a real clash is asked', async () => {
    const client = await newClient()
    await sync(grace, sam)
    await backUp(server)
    await grace.edit('client', client, { phone: '2', preferredName: 'Fey' })
    await sync(grace)
    await restore(server)
    const other = await TestDevice.signedIn(server.url, 'sam@demo.test')
    await sync(other)
    await other.edit('client', client, { phone: '3', email: 'new@example.org' })
    await sync(other, grace, sam, other)
    const there = await expectAlike(client, grace, sam, other)
    expect(there.body).toMatchObject({ phone: '3', preferredName: 'Fey', email: 'new@example.org' })
    expect(there.contested['phone']?.map(({ to }) => to)).toEqual(['2'])
    expect(openQuestions(there)).toEqual(['phone'])
  })

  test('five devices that bring the same back do it once', async () => {
    const devices = [grace, sam]
    for (let i = 0; i < 3; i += 1) devices.push(await TestDevice.signedIn(server.url, 'sam@demo.test'))
    const client = await newClient()
    await sync(...devices)
    await backUp(server)
    await grace.edit('client', client, { phone: '2' })
    await sync(...devices)
    await restore(server)
    await Promise.all(devices.map((device) => sync(device)))
    await sync(...devices)
    const there = await expectAlike(client, ...devices)
    expect([there.rev, there.body['phone'], openQuestions(there)]).toEqual([2, '2', []])
  })

  test('restored twice, the second time to before the first', async () => {
    const client = await newClient()
    await sync(grace, sam)
    await backUp(server)
    await grace.edit('client', client, { phone: '2' })
    await sync(grace, sam)
    await restore(server)
    await sync(grace)
    await grace.edit('client', client, { email: 'e@example.org' })
    await sync(grace)
    await restore(server)
    await sync(sam, grace, sam)
    const there = await expectAlike(client, grace, sam)
    expect(there.body).toMatchObject({ phone: '2', email: 'e@example.org' })
    expect(openQuestions(there)).toEqual([])
  })

  test('restored again while a device takes over what came back: nothing of the second is put over it', async () => {
    const client = await newClient()
    await sync(grace, sam)
    await backUp(server)
    await grace.edit('client', client, { phone: '2' })
    await sync(grace)
    await restore(server)
    let restored = false
    grace.line = async (url, init) => {
      if (!restored && init.method === 'POST' && url.endsWith('/api/sync/records')) {
        restored = true
        await restore(server)
      }
      return fetch(url, init)
    }
    await sync(grace, sam)
    expect(restored).toBe(true)
    expect((await expectAlike(client, grace, sam)).body['phone']).toBe('2')
  })

  test('a change that its author holds no record of any more goes up again', async () => {
    const client = await newClient()
    await sync(grace, sam)
    await backUp(server)
    await grace.edit('client', client, { phone: '2' })
    await sync(grace)
    // As if the record had left what Grace may see: her device lets go of it, and keeps what she did.
    await grace.keeper.keepRecords([], [client], null)
    await restore(server)
    await sync(grace, sam)
    expect((await expectAlike(client, grace, sam)).body['phone']).toBe('2')
  })

  test('what two people wrote into one set and one list comes back without a question', async () => {
    const client = await newClient()
    const plan = v7()
    const need = (name: string) => ({ id: v7(), area: 'people', need: name })
    const [company, garden] = [need('More company'), need('A garden')]
    await grace.create('plan', plan, client, {
      strengths: ['cards'],
      needs: [company],
      goals: [],
      actions: [],
    })
    await sync(grace, sam)
    await backUp(server)
    await grace.edit('plan', plan, { strengths: ['cards', 'cooking'], needs: [company, garden] })
    await sam.edit('plan', plan, { strengths: ['singing'], needs: [{ ...company, met: true }] })
    await sync(grace, sam, grace)
    await grace.edit('plan', plan, { strengths: ['cooking', 'singing', 'tea'] })
    await sync(grace, sam)
    const before = heldBy(sam).get(plan)
    await restore(server)
    await sync(sam, grace, sam)
    const there = await expectAlike(plan, grace, sam)
    expect([there.body, openQuestions(there)]).toEqual([before?.body, []])
    expect(there.body['strengths']).toEqual(expect.arrayContaining(['cooking', 'singing', 'tea']))
  })

  test('killed between any two steps of it, a device goes on where it was', async () => {
    const client = await newClient()
    await sync(grace, sam)
    await backUp(server)
    for (const phone of ['2', '3', '4']) {
      await grace.edit('client', client, { phone })
      await sync(grace)
    }
    const second = await newClient()
    await sync(grace, sam)
    await grace.edit('client', second, { phone: '7' })
    await restore(server)
    let cut = 0
    for (let step = 1; step < 40; step += 1) {
      const commits = grace.disk.commits + step
      grace.disk.faultBefore = () => (grace.disk.commits + 1 >= commits ? 'lost' : null)
      const end = await grace.sync()
      grace.disk.faultBefore = () => null
      await grace.restart()
      if (end.ok) break
      cut += 1
    }
    expect(cut).toBeGreaterThan(1)
    await sync(grace, sam, grace)
    expect((await expectAlike(client, grace, sam)).body['phone']).toBe('4')
    expect((await expectAlike(second, grace, sam)).body['phone']).toBe('7')
    expect(grace.keeper.outbox()).toEqual([])
  })

  test('replies that are lost do no harm', async () => {
    const client = await newClient()
    await sync(grace, sam)
    await backUp(server)
    await grace.edit('client', client, { phone: '2' })
    await sync(grace, sam)
    await restore(server)
    for (let lost = 0; lost < 8; lost += 1) {
      await dropReplies(1)
      await grace.sync()
    }
    await dropReplies(0)
    await sync(grace, sam)
    const there = await expectAlike(client, grace, sam)
    expect([there.rev, there.body['phone'], openQuestions(there)]).toEqual([2, '2', []])
  })

  test('somebody who may not write a record does not put it back, and nobody is bothered', async () => {
    const val = await TestDevice.signedIn(server.url, 'val@demo.test')
    await sync(grace, val)
    await backUp(server)
    const mo = await TestDevice.signedIn(server.url, 'mo@demo.test')
    await sync(mo)
    const service = [...heldBy(mo).values()].find(({ kind }) => kind === 'service')?.id ?? ''
    const name = mo.view('service', service).body.name
    await mo.edit('service', service, { name: `${name} again` })
    await sync(mo, val)
    await restore(server)
    await sync(val)
    expect([val.view('service', service).body.name, val.keeper.outbox()]).toEqual([name, []])
  })
})
