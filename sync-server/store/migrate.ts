import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'

/** One step of the schema. `id` is `NNNN-what`, numbered without a gap; a released step never alters. */
export interface Migration {
  id: string
  up: (tx: QueryExecutorProvider) => Promise<void>
}

interface Applied {
  id: string
}

/** Takes every step that is still missing, each in a transaction of its own; answers the ids of those taken. */
export async function migrate<T>(database: Kysely<T>, migrations: readonly Migration[]): Promise<string[]> {
  checkNumbers(migrations)
  await sql`create table if not exists migrations (id text primary key, applied_at text not null)`.execute(
    database,
  )
  const { rows } = await sql<Applied>`select id from migrations order by id`.execute(database)
  checkApplied(rows, migrations)
  const missing = migrations.slice(rows.length)
  for (const migration of missing) await take(database, migration)
  return missing.map(({ id }) => id)
}

async function take<T>(database: Kysely<T>, { id, up }: Migration): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await up(tx)
    await sql`insert into migrations (id, applied_at) values (${id}, ${new Date().toISOString()})`.execute(tx)
  })
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
