import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '#domain/change/change.ts'
import type { Receipt } from '#domain/change/receipt.ts'
import { verifyHistory } from './reconcile/verifyHistory.ts'
import { openDatabase } from './store/database.ts'
import { change, createNote, newId } from './testing/changes.ts'
import { type ServerProcess, startProcess } from './testing/process.ts'
import { type Device, deviceOf, signIn } from './testing/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-crash-'))
const start = () => startProcess(['--demo', '--keep'], { DOORSTEP_DATA: folder })

const CHANGES = 200
const BATCH = 50
const ROUNDS = 8

let server: ServerProcess
let cookie: string

beforeAll(async () => {
  server = await start()
  cookie = (await signIn(server.url, 'grace@demo.test')).cookie
}, 120_000)

afterAll(async () => {
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('killed in the middle of a push, and started again: every change is applied, none twice', async () => {
  const client = await someClient()
  const first = newChanges(client)
  // As long as pushing everything takes on this machine, so that the kills fall anywhere into it. Milliseconds.
  const whole = await timed(() => pushAll(deviceOf(server.url, cookie), first))
  const pushed = [...first]
  let broken = 0
  for (let round = 0; round < ROUNDS; round++) {
    const changes = newChanges(client)
    pushed.push(...changes)
    const after = Math.random() * whole
    const early = await pushUntilKilled(changes, after)
    if (early.length < CHANGES) broken += 1
    server = await start()
    const receipts = await pushAll(deviceOf(server.url, cookie), changes)
    expect(
      receipts.map(({ outcome }) => outcome),
      `killed after ${after} ms`,
    ).toEqual(changes.map(() => 'applied'))
    // What was answered before the kill is answered the same way after it.
    expect(receipts.slice(0, early.length)).toEqual(early)
  }
  expect(broken, 'no kill fell into a push').toBeGreaterThan(0)
  await server.end('SIGTERM')
  await checkDatabase(pushed)
}, 300_000)

async function someClient(): Promise<string> {
  const held = await deviceOf(server.url, cookie).pullAll()
  const client = [...held.values()].find(({ kind, deleted }) => kind === 'client' && !deleted)
  if (!client) throw new Error('The demo has no client')
  return client.id
}

function newChanges(client: string): Change[] {
  return Array.from({ length: CHANGES }, () => change(createNote(newId(), client)))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function pushUntilKilled(changes: Change[], after: number): Promise<Receipt[]> {
  const device = deviceOf(server.url, cookie)
  const receipts: Receipt[] = []
  const killed = new Promise<void>((resolve) => {
    setTimeout(() => void server.end('SIGKILL').then(() => resolve()), after)
  })
  try {
    for (const batch of batchesOf(changes)) receipts.push(...(await device.push(...batch)))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  await killed
  return receipts
}

async function pushAll(device: Device, changes: Change[]): Promise<Receipt[]> {
  const receipts: Receipt[] = []
  for (const batch of batchesOf(changes)) receipts.push(...(await device.push(...batch)))
  return receipts
}

function batchesOf(changes: Change[]): Change[][] {
  return Array.from({ length: Math.ceil(changes.length / BATCH) }, (_, i) =>
    changes.slice(i * BATCH, (i + 1) * BATCH),
  )
}

async function checkDatabase(pushed: Change[]): Promise<void> {
  const database = await openDatabase(join(folder, 'demo', 'doorstep.sqlite'))
  const { tenant } = await database.selectFrom('counters').select('tenant').executeTakeFirstOrThrow()
  const rows = await database.selectFrom('history').select(['seq', 'change']).orderBy('seq').execute()
  const times = Map.groupBy(rows, ({ change }) => change)
  expect(pushed.map(({ id }) => times.get(id)?.length)).toEqual(pushed.map(() => 1))
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1))
  expect(await verifyHistory(database, tenant)).toEqual([])
  await database.destroy()
}
