import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { authOptions } from '../accounts/betterAuth.ts'
import { openDatabase } from './database.ts'
import { checkNumbers, type Migration, migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { sqliteDialect } from './sqlite.ts'
import type { Database, Tables } from './tables.ts'

let folder: string
let file: string
const open: Kysely<Tables>[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-store-'))
  file = join(folder, 'doorstep.sqlite')
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.destroy()
  rmSync(folder, { recursive: true, force: true })
})

function bare(): Database {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  open.push(database)
  return database
}

const step = (id: string, ...statements: string[]): Migration => ({
  id,
  up: async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
  },
})

test('all steps are numbered without a gap', () => {
  expect(() => checkNumbers(migrations)).not.toThrow()
  expect(() => checkNumbers([step('0001-a'), step('0003-b')])).toThrow('0003-b')
  expect(() => checkNumbers([step('0001-a'), step('0001-b')])).toThrow('0001-b')
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
    await old.destroy()
    rmSync(file)
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
  const database = await openDatabase(file)
  open.push(database)
  const pragma = async (name: string) =>
    Object.values(
      (await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(database)).rows[0] ?? {},
    )[0]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('foreign_keys')).toBe(1)
})

test('the tables of the accounts are those that better-auth asks for', async () => {
  const database = await openDatabase(file)
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
