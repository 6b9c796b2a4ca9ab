import { sql } from 'kysely'
import { chunksOf } from '../store/chunks.ts'
import { beginEpoch } from '../store/epochs.ts'
import { checkNumbers, type Migration, takeIn } from '../store/migrate.ts'
import { storeOf } from '../store/store.ts'
import { destroyFiles } from '../reconcile/destroy.ts'
import type { Database, DestructionRow, Tx } from '../store/tables.ts'
import { type Head, readBackup, type Row, UnusableBackup } from './backupFile.ts'
import { fromBackup, type Table, tablesOf } from './layout.ts'

/** Rows written at once, unless their values are too many for one statement. */
const PORTION = 200

export interface Restoring {
  file: string
  migrations: readonly Migration[]
  newEpoch: () => string
}

/**
 * What a database holds before it is restored. `epochs`: how its epochs hang together; `destructions`: the files that were
 * destroyed, with the ids of what lay in them.
 */
export interface Present {
  orders: { tenant: string; epoch: string; seq: number }[]
  epochs: { tenant: string; epoch: string; parent: string; began: number }[]
  destructions: Destruction[]
}

interface Destruction extends Omit<DestructionRow, 'seq'> {
  records: string[]
}

/** Reads what is there, whatever its schema; null where there is nothing. */
export async function presentIn(database: Database): Promise<Present | null> {
  const names = new Set((await tablesOf(database)).map(({ name }) => name))
  if (!names.has('counters')) return null
  const orders = await database.selectFrom('counters').select(['tenant', 'epoch', 'seq']).execute()
  const epochs = names.has('epochs') ? await database.selectFrom('epochs').selectAll().execute() : []
  const destructions = names.has('destructions') ? await destructionsIn(database) : []
  return orders.length === 0 ? null : { orders, epochs, destructions }
}

async function destructionsIn(database: Database): Promise<Destruction[]> {
  const files = await database.selectFrom('destructions').selectAll().orderBy('seq').execute()
  const records = await database.selectFrom('destroyed').selectAll().execute()
  return files.map(({ seq: _seq, ...row }) => ({
    ...row,
    records: records
      .filter(({ tenant, file }) => tenant === row.tenant && file === row.file)
      .map(({ record }) => record),
  }))
}

/** Whether all that is there is in the backup too, as far as the order tells. */
export function isOlder({ orders, epochs }: Present, head: Head): boolean {
  return orders.every(({ tenant, epoch, seq }) => {
    // Nothing was done yet in an epoch that a restore began: what is there is all of the one before.
    const begun = epochs.find((row) => row.tenant === tenant && row.epoch === epoch && row.began === seq)
    const same = [epoch, begun?.parent]
    return head.orders.some(
      (other) => other.tenant === tenant && same.includes(other.epoch) && other.seq >= seq,
    )
  })
}

/** @throws UnusableBackup where the backup's schema is not one that this version knows */
export function checkMigrations({ migrations }: Head, known: readonly Migration[]): void {
  const unknown = migrations.find((id, i) => known[i]?.id !== id)
  if (unknown === undefined) return
  throw new UnusableBackup(
    `The backup was written by a newer Doorstep: it holds the step ${unknown}. Install that version, then restore.`,
  )
}

/**
 * Puts a database back to what a backup holds, in one transaction: whatever ends it early leaves what was there. The
 * schema is built at the backup's level, filled, and brought up to date. Every service begins a new epoch, by which
 * devices learn that they may hold what is lost here.
 *
 * @throws UnusableBackup
 */
export async function restore(database: Database, { file, migrations, newEpoch }: Restoring): Promise<void> {
  checkNumbers(migrations)
  const present = await presentIn(database)
  const { head, rows } = await readBackup(file)
  checkMigrations(head, migrations)
  await database.transaction().execute(async (tx) => {
    await dropEverything(tx)
    const steps = migrations.slice(0, head.migrations.length)
    await buildSchema(tx, steps)
    await fill(tx, head, rows)
    for (const step of migrations.slice(steps.length)) await takeIn(tx, step)
    await rememberEpochs(tx, present)
    for (const { tenant } of await tx.selectFrom('counters').select('tenant').execute())
      await beginEpoch(tx, tenant, newEpoch())
    for (const destruction of present?.destructions ?? []) await destroyAgain(tx, destruction, newEpoch())
  })
}

/**
 * What was destroyed after the backup was written is in it, and goes again, in the same transaction: it is not there for a
 * moment. In the new epoch, so that devices still find how far their past is the server's too.
 */
async function destroyAgain(
  tx: Tx,
  { tenant, file, by, at, why, last_seen, records }: Destruction,
  change: string,
): Promise<void> {
  const known = await tx
    .selectFrom('destructions')
    .select('file')
    .where('tenant', '=', tenant)
    .where('file', '=', file)
    .executeTakeFirst()
  const here = await tx.selectFrom('counters').select('seq').where('tenant', '=', tenant).executeTakeFirst()
  if (known || !here) return
  await destroyFiles(tx, { tenant, files: [file], by, at, why, lastSeen: last_seen, change, known: records })
}

async function dropEverything(tx: Tx): Promise<void> {
  const cascade = storeOf(tx) === 'postgres' ? sql` cascade` : sql``
  for (const { name } of await tablesOf(tx)) await sql`drop table ${sql.table(name)}${cascade}`.execute(tx)
}

async function buildSchema(tx: Tx, steps: readonly Migration[]): Promise<void> {
  await sql`create table migrations (id text primary key, applied_at text not null)`.execute(tx)
  for (const step of steps) await takeIn(tx, step)
  await sql`delete from migrations`.execute(tx)
}

async function fill(tx: Tx, head: Head, rows: AsyncIterable<Row>): Promise<void> {
  const tables = new Map((await tablesOf(tx)).map((table) => [table.name, table]))
  const misfit = head.tables.find(({ name, columns }) => !hasColumns(tables.get(name), columns))
  if (misfit) throw new UnusableBackup(`The backup’s table ${misfit.name} is not what its steps make it.`)
  for await (const [name, portion] of portionsOf(rows)) {
    const columns = head.tables.find((table) => table.name === name)?.columns ?? []
    const table = tables.get(name)
    if (table) await insert(tx, table, columns, portion)
  }
}

function hasColumns(table: Table | undefined, columns: string[]): boolean {
  const there = new Set(table?.columns.map(({ name }) => name))
  return there.size === columns.length && columns.every((name) => there.has(name))
}

async function insert(tx: Tx, table: Table, columns: string[], portion: Row[]): Promise<void> {
  const store = storeOf(tx)
  const holds = new Map(table.columns.map((column) => [column.name, column]))
  const into = sql.join(columns.map((name) => sql.ref(name)))
  for (const rows of chunksOf(portion, columns.length)) {
    const values = rows.map(
      (row) =>
        sql`(${sql.join(
          columns.map((name, i) => {
            const column = holds.get(name) ?? { name, holds: 'plain' as const }
            return fromBackup(row.values[i] ?? null, column, store)
          }),
        )})`,
    )
    await sql`insert into ${sql.table(table.name)} (${into}) values ${sql.join(values)}`.execute(tx)
  }
}

async function* portionsOf(rows: AsyncIterable<Row>): AsyncGenerator<[table: string, Row[]]> {
  let portion: Row[] = []
  for await (const row of rows) {
    const first = portion[0]
    if (first && (first.table !== row.table || portion.length === PORTION)) {
      yield [first.table, portion]
      portion = []
    }
    portion.push(row)
  }
  const last = portion[0]
  if (last) yield [last.table, portion]
}

/** What is replaced knew of restores that the backup is too old to know of. */
async function rememberEpochs(tx: Tx, present: Present | null): Promise<void> {
  for (const row of present?.epochs ?? []) {
    await tx
      .insertInto('epochs')
      .values(row)
      .onConflict((clash) => clash.columns(['tenant', 'epoch']).doNothing())
      .execute()
  }
}
