import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Migration } from '../migrate.ts'

/** Referrers and providers, who are of an organisation; and the log, which no device holds any more. */
export const casework: Migration = {
  id: '0004-casework',
  statements: [
    `alter table members add column organisation text`,
    `alter table invitations add column organisation text`,
    `create index records_by_kind on records (tenant, kind, seq)`,
    `delete from visibility where exists (
      select 1 from records where records.tenant = visibility.tenant and records.id = visibility.record
        and records.kind = 'audit')`,
    `delete from exits where exists (
      select 1 from records where records.tenant = exits.tenant and records.id = exits.record
        and records.kind = 'audit')`,
  ],
  data: showToProviders,
}

interface Row {
  tenant: string
  id: string
  seq: number
  wire: string
}

/** What was referred to an organisation before is seen by its providers, once there are any. */
async function showToProviders<T>(tx: Kysely<T>): Promise<void> {
  const { rows } =
    await sql<Row>`select tenant, id, seq, wire from records where kind = 'onwardReferral'`.execute(tx)
  for (const { tenant, id, seq, wire } of rows) {
    const organisation = organisationIn(wire)
    if (organisation === null) continue
    const scope = `provider:${organisation}`
    await sql`insert into visibility (tenant, scope, record, seq, since)
      values (${tenant}, ${scope}, ${id}, ${seq}, ${seq})`.execute(tx)
  }
}

const wireSchema = z.object({ body: z.object({ organisation: z.string().min(1) }) })

/** Null where it names none. */
function organisationIn(wire: string): string | null {
  return wireSchema.safeParse(JSON.parse(wire)).data?.body.organisation ?? null
}
