import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { authOptions } from '../accounts/betterAuth.ts'
import { freshPlace, type Place } from '../testing/place.ts'
import { connect, openDatabase } from './database.ts'
import { checkNumbers, type Migration, migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { storeOf } from './store.ts'
import type { Database } from './tables.ts'

let folder: string
let place: Place
let at: string
const open: Database[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-store-'))
  await moveOn()
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.destroy()
  rmSync(folder, { recursive: true, force: true })
  await place.remove()
})

/** To a place where there is nothing. */
async function moveOn(): Promise<void> {
  place = await freshPlace()
  at = place.databaseUrl ?? join(folder, `${randomUUID()}.sqlite`)
}

function bare(): Database {
  const database = connect(at)
  open.push(database)
  return database
}

const step = (id: string, ...statements: string[]): Migration => ({
  id,
  statements,
})

test('all steps are numbered without a gap', () => {
  expect(() => checkNumbers(migrations)).not.toThrow()
  expect(() => checkNumbers([step('0001-a'), step('0003-b')])).toThrow('0003-b')
  expect(() => checkNumbers([step('0001-a'), step('0001-b')])).toThrow('0001-b')
})

test('every key of a table leads with the tenant, but for those of the accounts, and no number is given out by the database', () => {
  const statements = migrations.flatMap((migration) => migration.statements)
  const tables = statements.filter((text) => /^create table (?!auth_)/.test(text))
  const uniques = statements.filter((text) => text.startsWith('create unique index'))
  expect(tables.length).toBeGreaterThan(10)
  expect(uniques.length).toBeGreaterThan(0)
  for (const text of tables) expect(text).toMatch(/tenant text primary key|primary key \(tenant,/)
  for (const text of tables) expect(text).not.toMatch(/\bunique\b|\breferences\b/)
  for (const text of uniques) expect(text).toMatch(/\(tenant,/)
  expect(statements.join(' ')).not.toMatch(/serial|identity|autoincrement|nextval/i)
})

test('a database of each older version is brought up to date, with what it held', async () => {
  for (let known = 1; known < migrations.length; known++) {
    const old = bare()
    await migrate(old, migrations.slice(0, known))
    await old
      .insertInto('counters')
      .values({ tenant: `of-${known}`, seq: 7, epoch: 'e' })
      .execute()
    expect(await migrate(old, migrations)).toEqual(migrations.slice(known).map(({ id }) => id))
    const { seq } = await old.selectFrom('counters').select('seq').executeTakeFirstOrThrow()
    expect(seq).toBe(7)
    expect(await migrate(old, migrations)).toEqual([])
    await place.remove()
    await moveOn()
  }
})

test('a step that fails leaves nothing behind, and is taken the next time', async () => {
  const database = bare()
  const failing = step('0002-b', 'create table b (x integer)', 'no statement at all')
  await expect(migrate(database, [step('0001-a', 'create table a (x integer)'), failing])).rejects.toThrow(
    'syntax error',
  )
  const mended = step('0002-b', 'create table b (x integer)')
  expect(await migrate(database, [step('0001-a'), mended])).toEqual(['0002-b'])
})

test('a database of a newer version is left alone', async () => {
  const database = bare()
  await migrate(database, [...migrations, step(`000${migrations.length + 1}-of-tomorrow`)])
  await expect(migrate(database, migrations)).rejects.toThrow('of-tomorrow')
})

test('writes are as safe as the promise of a receipt asks for', async () => {
  const database = await openDatabase(at)
  open.push(database)
  const setting = async (query: string) =>
    Object.values((await sql<Record<string, unknown>>`${sql.raw(query)}`.execute(database)).rows[0] ?? {})[0]
  const settings = {
    sqlite: { 'pragma journal_mode': 'wal', 'pragma synchronous': 2, 'pragma foreign_keys': 1 },
    postgres: { 'show synchronous_commit': 'on', 'show transaction_isolation': 'read committed' },
  }
  for (const [query, expected] of Object.entries(settings[storeOf(database)])) {
    expect({ [query]: await setting(query) }).toEqual({ [query]: expected })
  }
})

test('numbers are numbers, and text is in the order of its bytes', async () => {
  const database = await openDatabase(at)
  open.push(database)
  const names = ['b', 'a-1', 'B', 'a1', 'é', 'A', 'z', 'a', '\u{1f600}', '\uffee']
  await database
    .insertInto('counters')
    .values(names.map((tenant, i) => ({ tenant, seq: 2 ** 40 + i, epoch: 'e' })))
    .execute()
  const rows = await database.selectFrom('counters').select(['tenant', 'seq']).orderBy('tenant').execute()
  const bytes = (text: string) => Buffer.from(text)
  expect(rows.map(({ tenant }) => tenant)).toEqual(
    names.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b))),
  )
  expect(rows.find(({ tenant }) => tenant === 'a-1')?.seq).toBe(2 ** 40 + 1)
  const { n } = await database
    .selectFrom('counters')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  expect(n).toBe(names.length)
})

test('the tables of the accounts are those that better-auth asks for', async () => {
  const database = await openDatabase(at)
  open.push(database)
  const options = authOptions({
    database,
    secret: 'x'.repeat(32),
    publicUrl: 'http://127.0.0.1',
    onFault: () => undefined,
  })
  const { toBeCreated, toBeAdded } = await getMigrations(options)
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})
