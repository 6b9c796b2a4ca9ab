import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import http from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Checkpoint, pullReplySchema, type PullPage } from '#protocol/sync.ts'
import { systemGround } from '../accounts/ground.ts'
import { change, createClient, createNote, createVisit, editField, newId } from '../testing/changes.ts'
import { people, teamA, teamB } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

let service: TestService
let grace: Device
let tom: Device
let mo: Device

beforeAll(async () => {
  const today = new Date('2026-03-02T09:00:00.000Z')
  service = await openService({ ground: (database) => ({ ...systemGround(database), now: () => today }) })
  ;[grace, tom, mo] = await Promise.all([
    service.signIn('grace'),
    service.signIn('tom'),
    service.signIn('mo'),
  ])
})
afterAll(() => service.remove())

async function page(device: Device, checkpoint?: Checkpoint, limit?: number): Promise<PullPage> {
  const reply = await device.pull(checkpoint, limit)
  if (reply.kind !== 'page') throw new Error('Expected a page')
  return reply
}

async function toTheEnd(device: Device): Promise<Checkpoint> {
  return (await page(device, undefined, 2000)).checkpoint
}

describe('pages', () => {
  test('bring records in order, none twice and none left out, however small they are', async () => {
    const clients = Array.from({ length: 7 }, newId)
    await grace.push(...clients.map((id) => change(createClient(id, teamA))))
    const large = await grace.pullAll()
    const small = await grace.pullAll(2)
    expect([...small.keys()]).toEqual([...large.keys()])
    expect([...large.keys()].filter((id) => clients.includes(id))).toEqual(clients)
  })

  test('never split what one change has done, even where that makes a page long', async () => {
    const before = await toTheEnd(grace)
    const client = newId()
    const notes = Array.from({ length: 9 }, newId)
    await grace.push(change(createClient(client, teamA), ...notes.map((id) => createNote(id, client))))
    await grace.push(change(editField('client', client, 'phone', null, '1')))
    const first = await page(grace, before, 3)
    expect(first.records.map(({ id }) => id).toSorted()).toEqual(notes.toSorted())
    expect(first.more).toBe(true)
    const second = await page(grace, first.checkpoint, 3)
    expect(second.records.map(({ id }) => id)).toEqual([client])
    expect(second.more).toBe(false)
  })

  test('say at the end how far the order is, also where nothing was for this person', async () => {
    const before = await toTheEnd(tom)
    const [receipt] = await grace.push(change(createClient(newId(), teamA)))
    expect(await page(tom, before)).toEqual({
      kind: 'page',
      checkpoint: { ...before, seq: receipt?.seq },
      records: [],
      gone: [],
      more: false,
    })
  })

  test('show a tombstone without its body; the server keeps it', async () => {
    const client = newId()
    await grace.push(change(createClient(client, teamA, { aboutMe: 'Grows dahlias' })))
    const seen = (await grace.fetch([client]))[0]?.body ?? {}
    await grace.push(
      change({ op: 'remove', kind: 'client', id: client, version: 1, reason: 'entered twice', seen }),
    )
    const response = await grace.call('/api/sync/records', {
      method: 'POST',
      body: JSON.stringify({ ids: [client] }),
    })
    const text = await response.text()
    expect(text).not.toContain('dahlias')
    expect(JSON.parse(text)).toMatchObject({ records: [{ body: {}, deleted: { reason: 'entered twice' } }] })
    await grace.push(change({ op: 'restore', kind: 'client', id: client, version: 1 }))
    expect((await grace.fetch([client]))[0]?.body).toMatchObject({ aboutMe: 'Grows dahlias' })
  })
})

describe('a checkpoint of elsewhere leads to a comparison', () => {
  test.each([
    ['another epoch', (here: Checkpoint) => ({ ...here, epoch: 'before-the-restore' })],
    ['another scope version', (here: Checkpoint) => ({ ...here, scopeVersion: here.scopeVersion + 1 })],
    ['an order never reached', (here: Checkpoint) => ({ ...here, seq: here.seq + 1000 })],
  ])('%s', async (_name, elsewhere) => {
    const here = await toTheEnd(grace)
    expect(await grace.pull(elsewhere(here))).toEqual({ kind: 'compare' })
  })

  test('when a person’s access changes, and the manifest names the new one', async () => {
    const before = await toTheEnd(grace)
    const move = (team: string, version: number) =>
      service.database
        .updateTable('members')
        .set({ team, scope_version: version })
        .where('staff', '=', people.grace.id)
        .execute()
    await move(teamB, 2)
    expect(await grace.pull(before)).toEqual({ kind: 'compare' })
    const { checkpoint, records } = await grace.manifest()
    expect(checkpoint.scopeVersion).toBe(2)
    expect(new Map(records)).toEqual(new Map((await tom.manifest()).records))
    await move(teamA, 1)
  })
})

describe('a client who goes to another team', () => {
  test('leaves one team’s devices with the whole file, and comes to the other’s', async () => {
    const [client, note] = [newId(), newId()]
    await grace.push(change(createClient(client, teamA)), change(createNote(note, client)))
    const [graceAt, tomAt, moAt] = await Promise.all([toTheEnd(grace), toTheEnd(tom), toTheEnd(mo)])
    const [moved] = await grace.push(change(editField('client', client, 'team', teamA, teamB)))
    expect(moved?.outcome).toBe('applied')
    const left = await page(grace, graceAt)
    expect(left.records).toEqual([])
    expect(left.gone.toSorted()).toEqual([client, note].toSorted())
    expect(JSON.stringify(left)).not.toContain('Spoke on the phone')
    // A device that only had the files of its next visits has no checkpoint, and is told too.
    const fresh = await grace.pull()
    expect(fresh.kind === 'page' && [client, note].every((id) => fresh.gone.includes(id))).toBe(true)
    const came = await page(tom, tomAt)
    expect(came.records.map(({ id }) => id).toSorted()).toEqual([client, note].toSorted())
    const manager = await page(mo, moAt)
    expect(manager.records.map(({ id }) => id)).toEqual([client])
    expect(manager.gone).toEqual([])
    const late = { ...change(createNote(newId(), client)), pulled: left.checkpoint.seq }
    expect(await grace.push(late)).toMatchObject([{ reason: 'held' }])
    const back = await tom.push(change(editField('client', client, 'team', teamB, teamA)))
    expect(back[0]?.outcome).toBe('applied')
    expect((await page(grace, left.checkpoint)).records.map(({ id }) => id).toSorted()).toEqual(
      [client, note].toSorted(),
    )
  })

  test('may be handed over with a last note in the same change', async () => {
    const client = newId()
    await grace.push(change(createClient(client, teamA)))
    const handOver = change(
      editField('client', client, 'team', teamA, teamB),
      createNote(newId(), client, 'Handed over'),
    )
    expect(await grace.push(handOver)).toMatchObject([{ outcome: 'applied' }])
  })
})

test('the files of the next visits come first', async () => {
  const files = {
    today: newId(),
    inThreeDays: newId(),
    later: newId(),
    colleague: newId(),
    cancelled: newId(),
  }
  const visits = { cancelled: newId() }
  const plan = (file: string, who: string, at: string, id = newId()) =>
    change(createClient(file, teamA), createNote(newId(), file), createVisit(id, file, who, at))
  await grace.push(
    plan(files.today, people.grace.id, '2026-03-02T08:00'),
    plan(files.inThreeDays, people.grace.id, '2026-03-05T23:30'),
    plan(files.later, people.grace.id, '2026-03-06T00:00'),
    plan(files.colleague, people.sam.id, '2026-03-02T10:00'),
    plan(files.cancelled, people.grace.id, '2026-03-02T10:00', visits.cancelled),
    change(editField('visit', visits.cancelled, 'status', 'planned', 'cancelled')),
  )
  const ready = await grace.ready()
  expect(new Set(ready.map(({ file }) => file))).toEqual(new Set([files.today, files.inThreeDays]))
  expect(ready.map(({ kind }) => kind).toSorted()).toEqual([
    'client',
    'client',
    'note',
    'note',
    'visit',
    'visit',
  ])
})

test('with the file of a visit come those that are shown as one with it', async () => {
  const sam = await service.signIn('sam')
  const [head, merged, visited, elsewhere] = [newId(), newId(), newId(), newId()]
  const into = (file: string) =>
    createClient(file, teamA, { merged: { into: head, on: '2026-03-01', by: people.sam.id } })
  await sam.push(
    change(createClient(head, teamA), createNote(newId(), head)),
    change(into(merged), createNote(newId(), merged)),
    change(into(visited), createVisit(newId(), visited, people.sam.id, '2026-03-02T08:00')),
    change(createClient(elsewhere, teamA), createNote(newId(), elsewhere)),
  )
  const ready = (await sam.ready()).map(({ file }) => file)
  const come = [head, merged, visited, elsewhere].map((file) => ready.filter((one) => one === file).length)
  expect(come).toEqual([2, 2, 2, 0])
})

test('an app of another protocol gets no records, and its changes are taken', async () => {
  const old = { 'doorstep-protocol': '0' }
  for (const path of ['records', 'manifest', 'ready']) {
    const response = await grace.call(`/api/sync/${path}`, { headers: old })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ code: 'outdated' })
  }
  const body = JSON.stringify({
    protocol: 0,
    device: newId(),
    changes: [change(createClient(newId(), teamA))],
  })
  const push = await grace.call('/api/sync/changes', { method: 'POST', body, headers: old })
  expect(await push.json()).toMatchObject({ receipts: [{ outcome: 'applied' }] })
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('pages travel as %s', async (encoding, unpack) => {
  const { headers, bytes } = await rawGet(`${service.url}/api/sync/records`, {
    cookie: grace.cookie,
    'accept-encoding': encoding,
  })
  expect(headers['content-encoding']).toBe(encoding)
  expect(pullReplySchema.parse(JSON.parse(unpack(bytes).toString())).kind).toBe('page')
})

function rawGet(url: string, headers: Record<string, string>) {
  return new Promise<{ headers: http.IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
    http
      .get(url, { headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }))
      })
      .on('error', reject)
  })
}

test('which device was there, with whom, is remembered', async () => {
  await grace.pull()
  const row = await service.database
    .selectFrom('devices')
    .selectAll()
    .where('id', '=', grace.id)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ staff: people.grace.id, last_contact: '2026-03-02T09:00:00.000Z' })
})
