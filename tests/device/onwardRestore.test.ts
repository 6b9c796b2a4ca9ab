import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sharing } from '#domain/onwardReferral/shared.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { fromRow } from '#server/reconcile/wire.ts'
import { connect } from '#server/store/database.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { backUp, restore, verify } from '#tests/fixtures/operator.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'

// A server that was put back to a backup, and a provider's device that comes to it: what its person answered is there
// again, and nothing else of what the device holds counts.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: ServerProcess
let grace: TestDevice
let pat: TestDevice

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})
afterAll(() => server.end())

beforeEach(async () => {
  grace = await TestDevice.signedIn(server.url, 'grace@demo.test')
  pat = await TestDevice.signedIn(server.url, 'pat@demo.test')
  await sync(grace, pat)
})

async function sync(...devices: TestDevice[]): Promise<void> {
  for (const device of devices) expect(await device.sync()).toEqual({ ok: true, value: undefined })
}

/** A referral of today to Pat's organisation, in the first file of Grace's. */
async function refer(): Promise<string> {
  const client = [...grace.keeper.recordIds].find((id) => grace.keeper.record(id)?.kind === 'client') ?? ''
  const id = v7()
  await grace.create('onwardReferral', id, client, {
    service: v7(),
    serviceName: 'Befriending',
    organisation: pat.person.organisation?.id ?? '',
    need: 'need-of-the-plan',
    madeOn: '2026-03-02',
    madeBy: grace.person.id,
    consent: true,
    ...sharing([], { client: grace.view('client', client).body, plan: null, reason: '', wellbeing: null }),
    status: 'sent',
  })
  await sync(grace, pat)
  return id
}

/** Pat answers, and says so in a message; answers the id of that. */
async function answer(referral: string): Promise<string> {
  const message = v7()
  const { file } = pat.view('onwardReferral', referral)
  await pat.edit('onwardReferral', referral, { status: 'accepted', expectedWait: '6 weeks' })
  await pat.create('message', message, file, {
    onwardReferral: referral,
    organisation: pat.person.organisation?.id ?? '',
    side: 'provider',
    text: 'Welcome',
    at: '2026-03-03T10:00:00.000Z',
    by: pat.person.id,
    byName: pat.person.name,
  })
  await sync(pat)
  return message
}

async function onServer(id: string): Promise<StoredRecord | undefined> {
  await verify(server)
  const database = connect(server.database)
  const row = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('id', '=', id)
    .executeTakeFirst()
  await database.destroy()
  return row && fromRow(row)
}

test('an answer that only its author’s device knows of is there again, with its message', async () => {
  const referral = await refer()
  await backUp(server)
  const message = await answer(referral)
  await restore(server)
  expect((await onServer(referral))?.body['status']).toBe('sent')
  await sync(pat)
  expect((await onServer(referral))?.body).toMatchObject({
    status: 'accepted',
    expectedWait: '6 weeks',
    need: 'need-of-the-plan',
  })
  expect((await onServer(message))?.body['text']).toBe('Welcome')
  expect(pat.keeper.outbox()).toEqual([])
  await sync(grace)
  expect(grace.view('onwardReferral', referral).body.status).toBe('accepted')
})

test('an answer to a referral that was lost too waits for it, and is taken once that is there', async () => {
  await backUp(server)
  const referral = await refer()
  const message = await answer(referral)
  await restore(server)
  await sync(pat)
  expect(await onServer(referral)).toBeUndefined()
  await sync(grace, pat)
  expect((await onServer(referral))?.body).toMatchObject({ status: 'accepted', need: 'need-of-the-plan' })
  expect((await onServer(message))?.body['text']).toBe('Welcome')
  expect(pat.keeper.outbox()).toEqual([])
  expect(pat.view('onwardReferral', referral).body.status).toBe('accepted')
})

test('whatever else a provider’s device would give back is not taken', async () => {
  const referral = await refer()
  await backUp(server)
  await answer(referral)
  const held = pat.keeper.record(referral)
  if (!held) throw new Error('Nothing is held')
  const forged = { ...held, body: { ...held.body, shared: { called: 'Somebody else' }, consent: false } }
  await pat.keeper.keepRecords([forged, { ...forged, id: v7() }], [], null)
  const before = (await onServer(referral))?.body
  await restore(server)
  await sync(pat, grace)
  expect((await onServer(referral))?.body).toEqual(before)
  const { shared } = pat.view('onwardReferral', referral).body
  expect(shared).toEqual(before?.['shared'])
})
