import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '#domain/change/change.ts'
import type { Receipt } from '#domain/change/receipt.ts'
import type { Checkpoint } from '#protocol/sync.ts'
import { openTenant, systemGround } from '#server/accounts/ground.ts'
import { verifyHistory } from '#server/reconcile/verifyHistory.ts'
import { openDatabase } from '#server/store/database.ts'
import { addMembers, type BareService, bareServiceOn } from '#server/testing/bareService.ts'
import { change, createClient, createNote, editField, newId } from '#server/testing/changes.ts'
import { freshPlace, type Place } from '#server/testing/place.ts'

// Many write at once, over as many pools of connections as several processes would have; two read meanwhile.
// SQLite has one process, and so one connection.

const WRITERS = 16
const PUSHES = 12
const NOTES = 5
const PAGE = 7

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const
const gus = { staff: 'gus', role: 'coordinator', team: 'team-a', active: true } as const

type Desk = Omit<BareService, 'close'>

let folder: string
let place: Place
let desks: Desk[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-stress-'))
  place = await freshPlace()
  const at = place.databaseUrl ?? join(folder, 'doorstep.sqlite')
  const processes = place.databaseUrl === null ? 1 : 4
  const databases = await Promise.all(Array.from({ length: processes }, () => openDatabase(at)))
  desks = await Promise.all(
    databases.map(async (database) => bareServiceOn(database, await openTenant(systemGround(database)))),
  )
  await addMembers(deskOf(0).database, deskOf(0).tenant, [mo, gus])
})
afterAll(async () => {
  for (const { database } of desks) await database.destroy()
  rmSync(folder, { recursive: true, force: true })
  await place.remove()
})

function deskOf(i: number): Desk {
  const desk = desks[i % desks.length]
  if (!desk) throw new Error('Nothing is open')
  return desk
}

test('16 writers and 2 readers: no row is skipped, none lost, none doubled', async () => {
  const client = newId()
  await deskOf(0).push(mo, change(createClient(client, 'team-a')))
  let writing = true
  const readers = [mo, gus].map((reader, i) => follow(deskOf(i), reader, () => writing))
  const answers = (await Promise.all(Array.from({ length: WRITERS }, (_, i) => write(i, client)))).flat()
  writing = false

  for (const { first, again } of answers) expect(again).toEqual(first)
  const written = answers.flatMap(({ first }) => first)
  expect(new Set(written.map(({ outcome }) => outcome))).toEqual(new Set(['applied']))
  const seqs = written.map(({ seq }) => seq).toSorted((a, b) => a - b)
  expect(seqs).toEqual(Array.from(seqs, (_, i) => i + 2))

  const stored = await deskOf(0).records()
  expect(new Set(desks.map(({ tenant }) => tenant)).size).toBe(1)
  expect(stored.size).toBe(1 + WRITERS * PUSHES * NOTES)
  const record = stored.get(client)
  for (let writer = 0; writer < WRITERS; writer++) expect(record?.body[`f${writer}`]).toBe(PUSHES - 1)
  expect(record?.rev).toBe(1 + WRITERS * PUSHES)

  for (const { seen, last } of await Promise.all(readers)) {
    // A note is written once, so it comes once; only the client comes again and again.
    const notes = [...seen].filter(([id]) => id !== client)
    expect(notes.map(([id]) => id).toSorted()).toEqual(
      [...stored.keys()].filter((id) => id !== client).toSorted(),
    )
    expect(notes.filter(([, times]) => times !== 1)).toEqual([])
    expect(last.get(client)).toEqual(record)
  }
  expect(await verifyHistory(deskOf(0).database, deskOf(0).tenant)).toEqual([])
}, 60_000)

interface Answers {
  first: Receipt[]
  again: Receipt[]
}

/** Some pushes go out twice, by two processes at once, as after a reply that was lost. */
async function write(writer: number, client: string): Promise<Answers[]> {
  const answers: Answers[] = []
  for (let i = 0; i < PUSHES; i++) {
    const batch: Change[] = [
      change(editField('client', client, `f${writer}`, i === 0 ? null : i - 1, i)),
      ...Array.from({ length: NOTES }, () => change(createNote(newId(), client))),
    ]
    const pushing = deskOf(writer).push(mo, ...batch)
    const pushingAgain = i % 4 === 0 ? deskOf(writer + 1).push(mo, ...batch) : pushing
    const [first, again] = await Promise.all([pushing, pushingAgain])
    answers.push({ first, again })
  }
  return answers
}

interface Followed {
  /** How often each record came. */
  seen: Map<string, number>
  last: Map<string, unknown>
}

/** Reads as a device does, page by page from checkpoint to checkpoint, to the end after the writers have stopped. */
async function follow(desk: Desk, reader: typeof mo | typeof gus, goesOn: () => boolean): Promise<Followed> {
  const followed: Followed = { seen: new Map(), last: new Map() }
  for (let checkpoint: Checkpoint | null = null; ;) {
    const wasWriting = goesOn()
    const page = await desk.pull(reader, checkpoint, PAGE)
    if (page.kind !== 'page') throw new Error('A reader was told to compare')
    expect(page.checkpoint.seq).toBeGreaterThanOrEqual(checkpoint?.seq ?? 0)
    for (const record of page.records) {
      followed.seen.set(record.id, (followed.seen.get(record.id) ?? 0) + 1)
      followed.last.set(record.id, record)
    }
    checkpoint = page.checkpoint
    if (!wasWriting && !page.more) return followed
  }
}
