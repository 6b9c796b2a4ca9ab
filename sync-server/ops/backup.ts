import { sql } from 'kysely'
import { readTogether } from '../store/database.ts'
import type { Database } from '../store/tables.ts'
import { type NewHead, type Row, writeBackup } from './backupFile.ts'
import { type Table, tablesOf, toBackup } from './layout.ts'

/** Rows read at once: a row of the history may be half a megabyte. */
const PORTION = 200

export interface Backup {
  head: NewHead
  rows: Map<string, number>
}

/**
 * Writes all of a database into a file, as of one moment, while servers go on working with it.
 *
 * @param secret fingerprint of the server's secret
 */
export function backUp(
  database: Database,
  file: string,
  { at, secret }: { at: string; secret: string | null },
): Promise<Backup> {
  return readTogether(database, async (tx) => {
    const tables = await tablesOf(tx)
    const migrations = await sql<{ id: string }>`select id from migrations order by id`.execute(tx)
    const head: NewHead = {
      at,
      services: await tx.selectFrom('services').select(['tenant', 'name']).orderBy('created_at').execute(),
      orders: await tx.selectFrom('counters').select(['tenant', 'epoch', 'seq']).orderBy('tenant').execute(),
      secret,
      migrations: migrations.rows.map(({ id }) => id),
      tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
    }
    return { head, rows: await writeBackup(file, head, rowsOf(tx, tables)) }
  })
}

async function* rowsOf(tx: Database, tables: Table[]): AsyncGenerator<Row[]> {
  for (const table of tables) yield* portionsOf(tx, table)
}

/** A table in the order of its key, each portion from where the last one ended. */
async function* portionsOf(tx: Database, table: Table): AsyncGenerator<Row[]> {
  const { name, columns, key } = table
  if (key.length === 0) throw new Error(`The table ${name} has no key to read it by`)
  let after: unknown[] | null = null
  do {
    const rows: Found[] = await portionAfter(tx, table, after)
    yield rows.map((row) => ({
      table: name,
      values: columns.map((column) => toBackup(row[column.name], column)),
    }))
    const last: Found | undefined = rows.length < PORTION ? undefined : rows.at(-1)
    after = last ? key.map((column) => last[column]) : null
  } while (after)
}

type Found = Record<string, unknown>

async function portionAfter(tx: Database, { name, key }: Table, after: unknown[] | null): Promise<Found[]> {
  const keys = sql.join(key.map((column) => sql.ref(column)))
  const beyond = after ? sql`where (${keys}) > (${sql.join(after)})` : sql``
  const { rows } = await sql<Found>`
    select * from ${sql.table(name)} ${beyond} order by ${keys} limit ${sql.lit(PORTION)}`.execute(tx)
  return rows
}
