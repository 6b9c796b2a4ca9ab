import { type Kysely, sql } from 'kysely'
import { type Store, storeOf } from './store.ts'

/**
 * One step of the schema. `id` is `NNNN-what`, numbered without a gap; a released step never alters.
 *
 * `statements` are the same for SQLite and PostgreSQL, in the types `text`, `integer`, `bigint`, `boolean` and `timestamptz`
 * (SQLite takes any name for a type: https://sqlite.org/datatype3.html). `data`: what no statement of both could say; it
 * runs after them and imports nothing live.
 */
export interface Migration {
  id: string
  statements: readonly string[]
  data?: <T>(tx: Kysely<T>) => Promise<void>
}

interface Applied {
  id: string
}

/**
 * Takes every step that is still missing, each in a transaction of its own; answers the ids of those taken. Several
 * processes may do so at once: a step begins by writing its name, so whoever comes second waits, and finds it taken.
 */
export async function migrate<T>(database: Kysely<T>, migrations: readonly Migration[]): Promise<string[]> {
  checkNumbers(migrations)
  const applied = await appliedIn(database)
  checkApplied(applied, migrations)
  const taken: string[] = []
  for (const migration of migrations.slice(applied.length)) {
    if (await take(database, migration)) taken.push(migration.id)
  }
  return taken
}

async function appliedIn<T>(database: Kysely<T>): Promise<Applied[]> {
  const read = () => sql<Applied>`select id from migrations order by id`.execute(database)
  try {
    await create(database)
    return (await read()).rows
  } catch {
    // PostgreSQL: made by two at the same moment, "if not exists" fails for one of them; then the table is there. Any
    // other fault shows again.
    return (await read()).rows
  }
}

const create = <T>(database: Kysely<T>) =>
  execute(database, `create table if not exists migrations (id text primary key, applied_at text not null)`)

/** Whether it was missing still. */
function take<T>(database: Kysely<T>, migration: Migration): Promise<boolean> {
  return database.transaction().execute((tx) => takeIn(tx, migration))
}

/** The same inside the caller's transaction. */
export async function takeIn<T>(tx: Kysely<T>, { id, statements, data }: Migration): Promise<boolean> {
  const at = new Date().toISOString()
  const { numAffectedRows } =
    await sql`insert into migrations (id, applied_at) values (${id}, ${at}) on conflict (id) do nothing`.execute(
      tx,
    )
  if (numAffectedRows !== 1n) return false
  for (const statement of statements) await execute(tx, statement)
  await data?.(tx)
  return true
}

async function execute<T>(database: Kysely<T>, statement: string): Promise<void> {
  await sql.raw(inWordsOf(storeOf(database), statement)).execute(database)
}

/**
 * - PostgreSQL: text is ordered by its bytes, as SQLite does by itself: one order, whatever the machine's language
 * - SQLite: better-auth knows a moment by the name `date`
 */
function inWordsOf(store: Store, statement: string): string {
  return store === 'postgres'
    ? statement.replaceAll(/\btext\b/g, 'text collate "C"')
    : statement.replaceAll(/\btimestamptz\b/g, 'date')
}

/** Throws unless the steps are numbered 0001, 0002 … in order. */
export function checkNumbers(migrations: readonly Migration[]): void {
  migrations.forEach(({ id }, i) => {
    const number = String(i + 1).padStart(4, '0')
    if (!id.startsWith(`${number}-`)) throw new Error(`Migration ${id} should be number ${number}`)
  })
}

function checkApplied(applied: Applied[], migrations: readonly Migration[]): void {
  applied.forEach(({ id }, i) => {
    if (migrations[i]?.id === id) return
    throw new Error(`The database holds migration ${id}, which this version of Doorstep does not know here`)
  })
}
