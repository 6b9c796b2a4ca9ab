import { Kysely, sql } from 'kysely'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { type OnLost, postgresDialect, tooOld } from './postgres.ts'
import { sqliteDialect } from './sqlite.ts'
import { POSTGRES_URL, storeOf } from './store.ts'
import type { Database, Tables } from './tables.ts'

/** The database cannot be used: a sentence for whoever started the server. */
export class UnusableDatabase extends Error {
  readonly code = 'UNUSABLE_DATABASE'
}

/**
 * Opens a database and brings it up to date; several processes may do so at once. Throws when it was written by a newer
 * version, cannot be reached or is too old.
 *
 * - `at`: `postgres://…`, or the path of SQLite's file
 */
export async function openDatabase(at: string, onLost: OnLost = ignoreLost): Promise<Database> {
  const database = connect(at, onLost)
  try {
    if (storeOf(database) === 'postgres') await checkPostgres(database, at)
    await migrate(database, migrations)
    return database
  } catch (error) {
    await database.destroy()
    throw error
  }
}

/** A database as it is, not brought up to date. */
export function connect(at: string, onLost: OnLost = ignoreLost): Database {
  return new Kysely<Tables>({
    dialect: POSTGRES_URL.test(at) ? postgresDialect(at, onLost) : sqliteDialect(at),
  })
}

/** Whatever was asked over a lost connection fails by itself and is answered there. */
function ignoreLost(): void {}

async function checkPostgres(database: Database, url: string): Promise<void> {
  const { rows } = await sql<{ version: string }>`select version()`.execute(database).catch((cause) => {
    const { host, pathname, searchParams } = new URL(url.replace(/@\//, '@local/'))
    const place = `${searchParams.get('host') ?? host}${pathname}`
    throw new UnusableDatabase(`PostgreSQL at ${place} cannot be reached: ${reasonOf(cause)}`, { cause })
  })
  const fault = tooOld(rows[0]?.version ?? '')
  if (fault !== null) throw new UnusableDatabase(fault)
}

/** A host with several addresses fails with one error for each, and says nothing itself. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** Several reads that belong together see one state of the database. */
export function readTogether<T>(database: Database, read: (tx: Database) => Promise<T>): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}
