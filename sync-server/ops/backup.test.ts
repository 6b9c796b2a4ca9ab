import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../store/tables.ts'
import { connect, openDatabase } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { migrations } from '../store/migrations/migrations.ts'
import { storeOf } from '../store/store.ts'
import { type BareService, openBareService } from '../testing/bareService.ts'
import { change, createClient, createNote, editField, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { backUp } from './backup.ts'
import { checkBackup } from './backupFile.ts'
import { tablesOf } from './layout.ts'
import { isOlder, presentIn, restore } from './restore.ts'

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const
const AT = '2026-03-02T10:00:00.000Z'

let folder: string
let file: string
let service: BareService
let client: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-ops-'))
  file = join(folder, 'backup')
  service = await openBareService([mo])
  client = newId()
  await service.push(
    mo,
    change(createClient(client, teamA), createNote(newId(), client, 'Odd ends: a\u2028b\r\nc\r')),
  )
})
afterEach(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

const write = () => backUp(service.database, file, { at: AT, secret: 'print' })
const put = (database: Database = service.database, steps = migrations) =>
  restore(database, { file, migrations: steps, newEpoch: newId })

/** Everything that a database holds, table by table; without the epoch, which a restore gives anew. */
async function contents(database: Database): Promise<Record<string, unknown[]>> {
  const tables = (await tablesOf(database)).map(({ name }) => name).filter((name) => name !== 'epochs')
  const found: Record<string, unknown[]> = {}
  for (const name of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(database)
    found[name] = rows
      .map(({ epoch: _epoch, ...row }) =>
        JSON.stringify(Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b))),
      )
      .toSorted()
  }
  return found
}

describe('a backup', () => {
  test('restored over something else leads to what was there, under a new epoch', async () => {
    await addAccount(service.database)
    const before = await contents(service.database)
    const { epoch } = await counter()
    const { rows } = await write()
    expect([rows.get('records'), rows.get('history'), rows.get('auth_session')]).toEqual([2, 1, 1])
    await service.push(mo, change(editField('client', client, 'phone', null, '1')))
    await put()
    expect(await contents(service.database)).toEqual(before)
    expect((await counter()).epoch).not.toBe(epoch)
    expect(await service.database.selectFrom('epochs').selectAll().execute()).toEqual([
      { tenant: service.tenant, epoch: (await counter()).epoch, parent: epoch, began: 1 },
    ])
  })

  test('of more rows than are read at once holds them all', async () => {
    const notes = Array.from({ length: 450 }, () => createNote(newId(), client))
    for (let at = 0; at < notes.length; at += 150)
      await service.push(mo, change(...notes.slice(at, at + 150)))
    const before = await contents(service.database)
    await write()
    const other = await openDatabase(':memory:')
    await put(other)
    expect((await other.selectFrom('records').select('id').execute()).length).toBe(452)
    expect(await contents(other)).toMatchObject(
      Object.fromEntries(
        ['records', 'history', 'visibility', 'receipts'].map((name) => [name, before[name]]),
      ),
    )
    await other.destroy()
  })

  test('of an older schema is restored at its level and brought up to date', async () => {
    const first = migrations.slice(0, -1)
    await write()
    const { head } = await checkBackup(file)
    // What the last step has added is not in a backup from before it.
    const older = await openOlder(first)
    await older.insertInto('services').values({ tenant: 't', name: 'Old', created_at: AT }).execute()
    await older.insertInto('counters').values({ tenant: 't', seq: 0, epoch: 'e' }).execute()
    await backUp(older, file, { at: AT, secret: null })
    await older.destroy()
    expect((await checkBackup(file)).head.migrations).toEqual(head.migrations.slice(0, -1))
    await put()
    expect(await service.database.selectFrom('services').select('name').execute()).toEqual([{ name: 'Old' }])
    expect((await tablesOf(service.database)).map(({ name }) => name).toSorted()).toEqual(
      head.tables.map(({ name }) => name).toSorted(),
    )
  })

  test('of a newer schema is refused, and nothing happens', async () => {
    await write()
    const before = await contents(service.database)
    await expect(put(service.database, migrations.slice(0, -1))).rejects.toThrow(/newer Doorstep/)
    expect(await contents(service.database)).toEqual(before)
  })

  test('knows whether it holds all that is there', async () => {
    await write()
    const { head } = await checkBackup(file)
    const present = async () =>
      isOlder((await presentIn(service.database)) ?? { orders: [], epochs: [], destructions: [] }, head)
    expect(await present()).toBe(true)
    await service.push(mo, change(editField('client', client, 'phone', null, '1')))
    expect(await present()).toBe(false)
    await put()
    expect(await present()).toBe(true)
    await service.push(mo, change(editField('client', client, 'phone', null, '1')))
    expect(await present()).toBe(false)
  })

  test('that is too old to know of a restore does not make it forgotten', async () => {
    await write()
    await put()
    await service.push(mo, change(editField('client', client, 'phone', null, '1')))
    await put()
    const epochs = await service.database.selectFrom('epochs').select(['parent', 'began']).execute()
    expect(epochs.map(({ began }) => began)).toEqual([1, 1])
    expect(new Set(epochs.map(({ parent }) => parent)).size).toBe(1)
  })
})

describe('a file that is not right', () => {
  const damaged: [string, RegExp, (bytes: Buffer) => Buffer | string][] = [
    ['text', /not a backup/, () => 'Dear diary'],
    ['other gzipped text', /not a backup/, () => gzipSync('Dear diary\n')],
    ['one that is cut off', /cut off/, (bytes) => bytes.subarray(0, bytes.length - 40)],
    ['one with a byte altered', /damaged|cut off/, (bytes) => altered(bytes, bytes.length >> 1)],
    [
      'one with a line taken out',
      /not what was written/,
      (bytes) => rewritten(bytes, (lines) => lines.toSpliced(-3, 1)),
    ],
    [
      'one with a word altered',
      /not what was written/,
      (bytes) => rewritten(bytes, (lines) => lines.map((line) => line.replace('Odd', 'Even'))),
    ],
    ['one without its end', /end is missing/, (bytes) => rewritten(bytes, (lines) => lines.slice(0, -1))],
    ['one that goes on', /goes on/, (bytes) => rewritten(bytes, (lines) => [...lines, '[0,[]]'])],
    [
      'one of a format to come',
      /newer Doorstep/,
      (bytes) => rewritten(bytes, (lines) => lines.map((line) => line.replace('"format":1', '"format":2'))),
    ],
  ]

  test.each(damaged)('%s is told, and nothing is touched', async (_, sentence, damage) => {
    await write()
    await service.push(mo, change(editField('client', client, 'phone', null, '1')))
    const before = await contents(service.database)
    writeFileSync(file, damage(readFileSync(file)))
    await expect(checkBackup(file)).rejects.toThrow(sentence)
    await expect(put()).rejects.toThrow(sentence)
    expect(await contents(service.database)).toEqual(before)
  })

  test('that is not there is told', async () => {
    await expect(checkBackup(join(folder, 'nothing'))).rejects.toThrow(/There is no file/)
  })

  test('and one that could not be written leaves an earlier one as it was', async () => {
    await write()
    const before = readFileSync(file)
    await sql`alter table teams rename column name to other`.execute(service.database)
    const failing = backUp(failingOn(service.database, 'visibility'), file, { at: AT, secret: null })
    await expect(failing).rejects.toThrow('no more')
    expect(readFileSync(file).equals(before)).toBe(true)
    await sql`alter table teams rename column other to name`.execute(service.database)
  })
})

/** Breaks off when a table is read. */
function failingOn(database: Database, table: string): Database {
  return database.withPlugin({
    transformQuery: ({ node }) => {
      if (JSON.stringify(node).includes(`"${table}"`)) throw new Error('no more')
      return node
    },
    transformResult: async ({ result }) => result,
  })
}

function linesOf(bytes: Buffer): string[] {
  return gunzipSync(bytes).toString('utf8').split('\n').slice(0, -1)
}

function rewritten(bytes: Buffer, edit: (lines: string[]) => string[]): Buffer {
  return gzipSync(`${edit(linesOf(bytes)).join('\n')}\n`)
}

function altered(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

/** Somebody who is signed in: rows that refer to one another, moments, and a yes or no. */
async function addAccount(database: Database): Promise<void> {
  const no = storeOf(database) === 'postgres' ? sql.lit(false) : sql.lit(0)
  await sql`insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values ('u', 'U', 'u@example.org', ${no}, ${AT}, ${AT})`.execute(database)
  await sql`insert into auth_session (id, "expiresAt", token, "createdAt", "updatedAt", "userId")
    values ('s', ${AT}, 'token', ${AT}, ${AT}, 'u')`.execute(database)
}

async function openOlder(steps: typeof migrations): Promise<Database> {
  const database = connect(':memory:')
  await migrate(database, steps)
  return database
}

function counter() {
  return service.database.selectFrom('counters').select(['epoch', 'seq']).executeTakeFirstOrThrow()
}
