import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Migration } from '../migrate.ts'

/**
 * The entries of the directory are held by the providers whose they are. Those from before are shown to them, and their
 * devices compare what they hold at the next contact: the entries lie far back in the order that they have pulled.
 */
export const providersEntries: Migration = {
  id: '0007-providers-entries',
  statements: [`update members set scope_version = scope_version + 1 where role = 'provider'`],
  data: showToProviders,
}

interface Row {
  tenant: string
  id: string
  seq: number
  wire: string
  kept: string | null
}

async function showToProviders<T>(tx: Kysely<T>): Promise<void> {
  const { rows } =
    await sql<Row>`select tenant, id, seq, wire, kept from records where kind = 'service'`.execute(tx)
  for (const { tenant, id, seq, wire, kept } of rows) {
    const organisation = organisationIn(kept === null ? wire : `{"body":${kept}}`)
    if (organisation === null) continue
    const scope = `provider:${organisation}`
    await sql`insert into visibility (tenant, scope, record, seq, since)
      values (${tenant}, ${scope}, ${id}, ${seq}, ${seq})
      on conflict (tenant, scope, record) do nothing`.execute(tx)
  }
}

const wireSchema = z.object({ body: z.object({ organization_id: z.string().min(1) }) })

/** Null where it names none. Of a tombstone the body lies apart. */
function organisationIn(wire: string): string | null {
  return wireSchema.safeParse(JSON.parse(wire)).data?.body.organization_id ?? null
}
