import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Database } from '../store/tables.ts'

/** What the accounts stand on: passed in, so that a test can hold the clock. */
export interface Ground {
  database: Database
  now: () => Date
  newId: () => string
}

export const systemGround = (database: Database): Ground => ({ database, now: () => new Date(), newId: v7 })

/**
 * The tenant of this server; on the first start a new one, still without a name. Several processes may start at once:
 * the row of the first migration, which is always there, stands for the lock on a table that is still empty.
 */
export async function openTenant({ database, now }: Ground): Promise<string> {
  return database.transaction().execute(async (tx) => {
    await sql`update migrations set applied_at = applied_at where id = '0001-records'`.execute(tx)
    const known = await tx.selectFrom('services').select('tenant').orderBy('created_at').executeTakeFirst()
    if (known) return known.tenant
    const tenant = randomUUID()
    await tx.insertInto('services').values({ tenant, name: null, created_at: now().toISOString() }).execute()
    await tx.insertInto('counters').values({ tenant, seq: 0, epoch: randomUUID() }).execute()
    return tenant
  })
}

/** Null while the service is not set up yet. */
export async function serviceName(database: Database, tenant: string): Promise<string | null> {
  const row = await database
    .selectFrom('services')
    .select('name')
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return row?.name ?? null
}
