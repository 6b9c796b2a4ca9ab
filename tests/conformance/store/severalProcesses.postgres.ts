import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '#domain/change/change.ts'
import type { Receipt } from '#domain/change/receipt.ts'
import { verifyHistory } from '#server/reconcile/verifyHistory.ts'
import { connect } from '#server/store/database.ts'
import { migrations } from '#server/store/migrations/migrations.ts'
import type { Database } from '#server/store/tables.ts'
import { change, createNote, newId } from '#server/testing/changes.ts'
import { listen } from '#server/testing/listen.ts'
import { freshPlace, type Place } from '#server/testing/place.ts'
import { type ServerProcess, startProcess } from '#server/testing/process.ts'
import { type Device, deviceOf, signIn } from '#server/testing/service.ts'

// Real processes, several on one PostgreSQL.

const BATCH = 10
const DEMO = ['--demo', '--keep']

let folder: string
let place: Place
let database: Database
const started = new Set<ServerProcess>()
/** The two that most tests use, as long as they live. */
const pair = { one: null as ServerProcess | null, other: null as ServerProcess | null }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-several-'))
  place = await freshPlace()
  database = connect(urlOf(place))
})
afterAll(async () => {
  for (const server of started) await server.end('SIGKILL')
  await database.destroy()
  rmSync(folder, { recursive: true, force: true })
  await place.remove()
})

function urlOf({ databaseUrl }: Place): string {
  if (databaseUrl === null) throw new Error('These tests need PostgreSQL')
  return databaseUrl
}

async function start(args = DEMO, at = place): Promise<ServerProcess> {
  const server = await startProcess(args, { DOORSTEP_DATA: folder, DATABASE_URL: urlOf(at) })
  started.add(server)
  return server
}

/** Both, signed in at one of them. */
async function bothDevices(): Promise<[here: Device, there: Device]> {
  const one = (pair.one ??= await start())
  const other = (pair.other ??= await start())
  const { cookie } = await signIn(one.url, 'grace@demo.test')
  return [deviceOf(one.url, cookie), deviceOf(other.url, cookie)]
}

async function end(which: keyof typeof pair, signal: NodeJS.Signals): Promise<void> {
  await pair[which]?.end(signal)
  pair[which] = null
}

const notes = (client: string, count: number): Change[] =>
  Array.from({ length: count }, () => change(createNote(newId(), client)))

async function someClient(device: Device): Promise<string> {
  const held = await device.pullAll()
  const client = [...held.values()].find(({ kind, deleted }) => kind === 'client' && !deleted)
  if (!client) throw new Error('The demo has no client')
  return client.id
}

test('started at the same moment on an empty database, they make one schema and one service', async () => {
  const empty = await freshPlace()
  const servers = await Promise.all([1, 2, 3].map(() => start([], empty)))
  for (const { url } of servers) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const made = connect(urlOf(empty))
  const services = await made.selectFrom('services').select('tenant').execute()
  const counters = await made.selectFrom('counters').select(['tenant', 'seq']).execute()
  expect(counters).toEqual(services.map(({ tenant }) => ({ tenant, seq: 0 })))
  expect(services).toHaveLength(1)
  const steps = await sql<{ id: string }>`select id from migrations order by id`.execute(made)
  expect(steps.rows.map(({ id }) => id)).toEqual(migrations.map(({ id }) => id))
  await made.destroy()
  for (const server of servers) expect(await server.end('SIGTERM')).toBe(0)
  await empty.remove()
}, 60_000)

test('signed in at one, one is signed in at the other; what one takes, the other pokes', async () => {
  const [here, there] = await bothDevices()
  const client = await someClient(there)
  const stream = await listen(there)
  const first = await stream.next()
  for (let round = 1; round <= 3; round++) {
    const sent = performance.now()
    const [receipt] = await here.push(...notes(client, 1))
    expect(receipt?.seq).toBe((first?.seq ?? 0) + round)
    expect(await stream.next()).toEqual({ seq: receipt?.seq })
    expect(performance.now() - sent).toBeLessThan(2000)
  }
}, 60_000)

test('one is killed in the middle of pushes: its devices go on at the other, and nothing is lost or doubled', async () => {
  const [here, there] = await bothDevices()
  const client = await someClient(there)
  const [mine, theirs] = [notes(client, 400), notes(client, 400)]
  const steady = pushAll(there, theirs)
  const early = await pushUntil(here, mine, () => end('one', 'SIGKILL'))
  expect(early.length).toBeLessThan(mine.length)
  const receipts = await pushAll(there, mine)
  expect(receipts.slice(0, early.length)).toEqual(early)
  await checkAll([...mine, ...theirs], [...receipts, ...(await steady)])
}, 60_000)

test('connections are cut in the middle of pushes: 503 or the right receipt, and the server stays up', async () => {
  const [device] = await bothDevices()
  const client = await someClient(device)
  const changes = notes(client, 150)
  const cutting = cutConnections()
  const statuses = new Set<number>()
  const receipts: Receipt[] = []
  for (const batch of batchesOf(changes)) receipts.push(...(await insist(device, batch, statuses)))
  await cutting.end()
  expect(statuses).toEqual(new Set([200, 503]))
  await checkAll(changes, receipts)
}, 60_000)

test('a demo and a service in real use are not taken for each other', async () => {
  await bothDevices()
  await end('one', 'SIGTERM')
  await end('other', 'SIGTERM')
  await expect(start([])).rejects.toThrow('leads to a demo service')
  const real = await freshPlace()
  await (await start([], real)).end('SIGTERM')
  const named = connect(urlOf(real))
  await named.updateTable('services').set({ name: 'In real use' }).execute()
  await named.destroy()
  await expect(start(DEMO, real)).rejects.toThrow('a service in real use')
  await real.remove()
}, 60_000)

test('a database that is not there is told in a sentence, without its password', async () => {
  const nowhere = { DATABASE_URL: 'postgres://user:secret-word@127.0.0.1:1/doorstep', DOORSTEP_DATA: folder }
  const failure = await startProcess([], nowhere).catch(String)
  expect(failure).toContain('PostgreSQL at 127.0.0.1:1/doorstep cannot be reached')
  expect(failure).not.toContain('secret-word')
}, 60_000)

/** Ends every connection that is in the middle of something, again and again. */
function cutConnections() {
  const ending = new AbortController()
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await sql`
        select pg_terminate_backend(l.pid)
        from pg_locks l join pg_class c on c.oid = l.relation
        where c.relnamespace = current_schema()::regnamespace and l.pid <> pg_backend_pid()`.execute(database)
      await setTimeout(15)
    }
  }
  const ran = run()
  return {
    end: () => {
      ending.abort()
      return ran
    },
  }
}

/** As a device does: again after 503, with the very same changes. */
async function insist(device: Device, changes: Change[], statuses: Set<number>): Promise<Receipt[]> {
  for (let times = 0; times < 200; times++) {
    const body = JSON.stringify({ protocol: 1, device: device.id, changes })
    const { status } = await device.call('/api/sync/changes', { method: 'POST', body })
    statuses.add(status)
    if (status === 200) return repeat(device, changes)
  }
  throw new Error('No push came through')
}

/** What was answered stays answered; asked once more in case the reply cannot be had for a cut connection. */
async function repeat(device: Device, changes: Change[]): Promise<Receipt[]> {
  for (let times = 0; times < 200; times++) {
    try {
      return await device.push(...changes)
    } catch (error) {
      if (!String(error).includes('answered 503')) throw error
    }
  }
  throw new Error('No push came through')
}

async function pushAll(device: Device, changes: Change[]): Promise<Receipt[]> {
  const receipts: Receipt[] = []
  for (const batch of batchesOf(changes)) receipts.push(...(await device.push(...batch)))
  return receipts
}

/** Kills the server in the middle of the fifth batch; answers the receipts that came until then. */
async function pushUntil(device: Device, changes: Change[], kill: () => Promise<void>): Promise<Receipt[]> {
  const receipts: Receipt[] = []
  let killed: Promise<void> | null = null
  try {
    for (const batch of batchesOf(changes)) {
      const pushing = device.push(...batch)
      if (receipts.length === BATCH * 4) killed = kill()
      receipts.push(...(await pushing))
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  await killed
  return receipts
}

function batchesOf(changes: Change[]): Change[][] {
  return Array.from({ length: Math.ceil(changes.length / BATCH) }, (_, i) =>
    changes.slice(i * BATCH, (i + 1) * BATCH),
  )
}

async function checkAll(changes: Change[], receipts: Receipt[]): Promise<void> {
  expect(new Set(receipts.map(({ outcome }) => outcome))).toEqual(new Set(['applied']))
  expect(receipts.map((receipt) => receipt.change).toSorted()).toEqual(changes.map(({ id }) => id).toSorted())
  const rows = await database.selectFrom('history').select(['seq', 'change']).orderBy('seq').execute()
  const times = Map.groupBy(rows, (row) => row.change)
  expect(changes.map(({ id }) => times.get(id)?.length)).toEqual(changes.map(() => 1))
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1))
  const { tenant } = await database.selectFrom('counters').select('tenant').executeTakeFirstOrThrow()
  expect(await verifyHistory(database, tenant)).toEqual([])
}
