import { statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { verifyHistory } from '#server/reconcile/verifyHistory.ts'
import { openDatabase } from '#server/store/database.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'

/** What the server may still write into its files, in bytes: some of the notes fit, the others don't. */
const ROOM = 700_000
const NOTES = 60
const LONG = 'A long afternoon by the river. '.repeat(1_000)

let server: ServerProcess
let grace: TestDevice
let client: string

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  grace = await TestDevice.signedIn(server.url, 'grace@demo.test')
  await grace.sync()
  client = clientOf(grace)
  await server.stop()
})

afterAll(() => server.end())

test('the server’s disk is full: it says so and stays up, nothing is acknowledged or lost, and all arrives once there is room', async () => {
  await server.start(undefined, statSync(server.database).size + ROOM)
  const notes = Array.from({ length: NOTES }, () => v7())
  const outcomes: string[] = []
  for (const id of notes) {
    await grace.create('note', id, client, {
      text: LONG,
      at: '2026-03-02T10:00:00.000Z',
      author: grace.person.id,
    })
    const round = await grace.sync()
    outcomes.push(round.ok ? 'sent' : round.error)
  }
  expect(new Set(outcomes)).toEqual(new Set(['sent', 'busy']))
  expect(server.said()).toMatch(/SQLITE_(FULL|IOERR_WRITE)/)
  const waiting = grace.keeper.outbox().length
  expect(waiting).toBeGreaterThan(0)
  expect((await fetch(`${server.url}/healthz`)).ok).toBe(true)
  expect(await onServer(notes)).toEqual(new Set(notes.slice(0, NOTES - waiting)))

  await server.stop()
  await server.start()
  expect((await grace.sync()).ok).toBe(true)
  expect(grace.keeper.outbox()).toEqual([])
  expect(await onServer(notes)).toEqual(new Set(notes))
  await server.stop()
  const database = await openDatabase(server.database)
  const { tenant } = await database.selectFrom('services').select('tenant').executeTakeFirstOrThrow()
  expect(await verifyHistory(database, tenant)).toEqual([])
  await database.destroy()
}, 60_000)

function clientOf({ keeper }: TestDevice): string {
  const held = [...keeper.recordIds].flatMap((id) => keeper.record(id) ?? [])
  const found = held.find(({ kind, deleted }) => kind === 'client' && !deleted)
  if (!found) throw new Error('The demo has no client')
  return found.id
}

/** Which of these lie in the database, read beside the server. */
async function onServer(notes: string[]): Promise<Set<string>> {
  const database = await openDatabase(server.database)
  const rows = await database.selectFrom('records').select('id').where('id', 'in', notes).execute()
  await database.destroy()
  return new Set(rows.map(({ id }) => id))
}
