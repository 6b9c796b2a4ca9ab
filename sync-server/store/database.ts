import { Kysely } from 'kysely'
import { sqliteDialect } from './sqlite.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import type { Database, Tables } from './tables.ts'

/** Opens the database and brings it up to date. Throws when it was written by a newer version. */
export async function openDatabase(file: string): Promise<Database> {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  await migrate(database, migrations)
  return database
}

/** Several reads that belong together see one state of the database. */
export function readTogether<T>(database: Database, read: (tx: Database) => Promise<T>): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').execute(read)
}
