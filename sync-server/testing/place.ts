import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { connect, openDatabase } from '../store/database.ts'
import type { Database } from '../store/tables.ts'

/** A place where a test's own database can be, empty. */
export interface Place {
  /** A schema of its own on PostgreSQL; null where the tests are run with SQLite. */
  databaseUrl: string | null
  remove: () => Promise<void>
}

/**
 * On PostgreSQL where the tests are run with it, see `tests/fixtures/postgres.ts`: the same tests hold for both stores.
 */
export async function freshPlace(): Promise<Place> {
  const cluster = testCluster()
  if (cluster === null) return { databaseUrl: null, remove: async () => {} }
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  await say(cluster, `create schema ${schema}`)
  const url = new URL(cluster)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return { databaseUrl: url.href, remove: () => say(cluster, `drop schema ${schema} cascade`) }
}

export interface EmptyDatabase {
  database: Database
  remove: () => Promise<void>
}

/**
 * A database with nothing in it, with SQLite in memory. On PostgreSQL one that was emptied is used again: making a
 * schema takes a hundred times as long as a law's one try does.
 */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const spare = spares.pop()
  if (spare) return spare
  const { databaseUrl } = await freshPlace()
  const database = await openDatabase(databaseUrl ?? ':memory:')
  if (databaseUrl === null) return { database, remove: () => database.destroy() }
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema() and tablename <> 'migrations'`.execute(database)
  const deletes = tables.map(({ name }) => `delete from ${name}`).join(';')
  const empty = {
    database,
    remove: async () => {
      await sql.raw(deletes).execute(database)
      spares.push(empty)
    },
  }
  return empty
}

const spares: EmptyDatabase[] = []

/** The address of the PostgreSQL that these tests are run with; null for SQLite. */
function testCluster(): string | null {
  if (process.env['DOORSTEP_TEST_STORE'] !== 'postgres') return null
  const url = process.env['DOORSTEP_TEST_DATABASE']
  if (!url) throw new Error('The tests are to run on PostgreSQL, and nobody has started one')
  return url
}

async function say(cluster: string, statement: string): Promise<void> {
  const database = connect(cluster)
  await sql.raw(statement).execute(database)
  await database.destroy()
}
