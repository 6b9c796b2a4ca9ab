import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '#protocol/account.ts'
import { pushReplySchema } from '#protocol/sync.ts'
import { change, createNote, createOrganisation, editField, newId } from '#server/testing/changes.ts'
import { type ServerProcess, startProcess } from '#server/testing/process.ts'
import { type Device, signIn } from '#server/testing/service.ts'
import { openDatabase } from '#server/store/database.ts'
import { nearWire, type Shot } from './nearWire.ts'

const REQUESTS = 5_000
/** What all that comes in may add to what the process holds once it has started, in megabytes. */
const MOST_ADDED = 218

const folder = mkdtempSync(join(tmpdir(), 'doorstep-bad-input-'))
let server: ServerProcess
let manager: Device
let client: string

beforeAll(async () => {
  server = await startProcess(['--demo'], { DOORSTEP_DATA: folder })
  manager = await signIn(server.url, 'mo@demo.test')
  const held = await manager.pullAll()
  client = [...held.values()].find(({ kind, deleted }) => kind === 'client' && !deleted)?.id ?? ''
}, 120_000)

afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

describe('whatever comes in', () => {
  test(`${REQUESTS} requests that are nearly right are each answered, and the server goes on`, async () => {
    const seen = new Map<number, number>()
    const before = memoryOf(server.pid)
    let most = 0
    await fc.assert(
      fc.asyncProperty(nearWire(client), async (shot) => {
        const status = await shoot(shot)
        const count = (seen.get(status) ?? 0) + 1
        seen.set(status, count)
        if (count % 500 === 0) most = Math.max(most, memoryOf(server.pid))
      }),
      { numRuns: REQUESTS, seed: 20_260_302 },
    )
    expect(Math.max(most, memoryOf(server.pid)) - before).toBeLessThan(MOST_ADDED)
    // Not everything was turned away at the door, and not everything was let in.
    expect(seen.get(200) ?? 0).toBeGreaterThan(REQUESTS / 4)
    expect(seen.get(400) ?? 0).toBeGreaterThan(REQUESTS / 20)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    const [receipt] = await manager.push(change(createNote(newId(), client)))
    expect(receipt?.outcome).toBe('applied')
  }, 240_000)

  // The server answers and hangs up while the body is still coming: on a busy machine fetch may see the second first.
  test('a body over the limit is refused without being read to its end', { retry: 5 }, async () => {
    const body = new Uint8Array(20_000_000).fill(0x20)
    const answer = await post('/api/sync/changes', body)
    expect([answer.status, problemSchema.parse(await answer.json()).code]).toEqual([413, 'tooLarge'])
  })

  test('bytes that are not UTF-8 are refused rather than read as something else', async () => {
    const text = JSON.stringify({
      protocol: 1,
      device: newId(),
      changes: [change(createNote(newId(), client, 'Zo?'))],
    })
    const bytes = new TextEncoder().encode(text)
    bytes[text.indexOf('?')] = 0xeb
    const answer = await post('/api/sync/changes', bytes)
    expect([answer.status, problemSchema.parse(await answer.json()).message]).toEqual([
      400,
      'The request cannot be read',
    ])
  })

  test.each([
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('text with %s in it gets a receipt that says where', async (_what, text) => {
    const [receipt] = await manager.push(change(createNote(newId(), client, text)))
    expect([receipt?.outcome, receipt?.reason]).toEqual(['refused', 'malformed'])
    expect(receipt?.detail).toContain('text')
  })

  test('10,000 fields are one refusal or one record, not a fall', async () => {
    const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, i]))
    const wide = { ...createOrganisation(newId()), body: { name: 'Wide', description: '', ...fields } }
    const [receipt] = await manager.push(change(wide))
    expect(['applied', 'refused']).toContain(receipt?.outcome)
  })

  test('the same id twice in one push: the same content is done once, other content is refused', async () => {
    const once = change(createNote(newId(), client, 'once'))
    const other = { ...change(createNote(newId(), client, 'other')), id: once.id }
    const receipts = await manager.push(once, once, other)
    expect(receipts.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['applied', undefined],
      ['applied', undefined],
      ['refused', 'idReused'],
    ])
  })

  test('the ids of another service are as good as unknown', async () => {
    const [theirs, tenant] = [newId(), newId()]
    const database = await openDatabase(join(folder, 'demo', 'doorstep.sqlite'))
    const wire = JSON.stringify({ id: theirs, kind: 'organisation', body: { name: 'Theirs' } })
    const row = { tenant, id: theirs, kind: 'organisation', file: null, seq: 1, rev: 1, deleted: 0, wire }
    await database.insertInto('counters').values({ tenant, seq: 1, epoch: newId() }).execute()
    await database.insertInto('records').values(row).execute()
    await database
      .insertInto('visibility')
      .values({ tenant, scope: 'directory', record: theirs, seq: 1 })
      .execute()
    const [receipt] = await manager.push(change(editField('organisation', theirs, 'name', 'Theirs', 'Ours')))
    expect(receipt?.reason).toBe('unknownRecord')
    expect(await manager.fetch([theirs])).toEqual([])
    const kept = await database
      .selectFrom('records')
      .select('wire')
      .where('tenant', '=', tenant)
      .executeTakeFirst()
    expect(kept?.wire).toBe(wire)
    await database.destroy()
  })
})

/** Answers the status; whatever the shot was, it must be an answer of the protocol. */
async function shoot({ method, path, headers, body }: Shot): Promise<number> {
  const answer = await fetch(server.url + path, {
    method,
    headers: clean({
      cookie: manager.cookie,
      origin: server.url,
      'content-type': 'application/json',
      ...headers,
    }),
    body: body === null ? null : Buffer.from(body),
  })
  const content: unknown = await answer.json()
  if (answer.status >= 500 && !isOlder(content))
    throw new Error(`${answer.status}: ${JSON.stringify(content)}`)
  if (answer.status >= 400) problemSchema.parse(content)
  else if (path === '/api/sync/changes') {
    const { receipts, waiting = [] } = pushReplySchema.parse(content)
    checkReceipts(body, receipts.length + waiting.length)
  }
  return answer.status
}

/** Said to an app that speaks a protocol of which this server has never heard. */
function isOlder(content: unknown): boolean {
  return problemSchema.safeParse(content).data?.code === 'serverOlder'
}

function checkReceipts(body: Uint8Array | null, receipts: number): void {
  const sent: unknown = JSON.parse(new TextDecoder().decode(body ?? new Uint8Array()))
  const changes = typeof sent === 'object' && sent !== null && 'changes' in sent ? sent.changes : []
  expect(receipts).toBe(Array.isArray(changes) ? changes.length : 0)
}

function clean(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
}

function post(path: string, body: Uint8Array): Promise<Response> {
  const headers = { cookie: manager.cookie, origin: server.url, 'content-type': 'application/json' }
  return fetch(server.url + path, { method: 'POST', headers, body: Buffer.from(body) })
}

/** The resident memory of a process, in megabytes. */
function memoryOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}
