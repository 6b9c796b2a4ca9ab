import { type ClientBody, clientBody } from '#domain/client/client.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { filesOfPerson } from '#domain/retention/filesOfPerson.ts'
import { forIds } from '../store/chunks.ts'
import { fromRow } from '../reconcile/wire.ts'
import type { Database } from '../store/tables.ts'

/** All that the service has of one person. `clients`: the file that the others were merged into first. */
export interface FilesOf {
  clients: { id: string; body: ClientBody }[]
  records: StoredRecord[]
}

/** Null where there is no such file. */
export async function filesOf(database: Database, tenant: string, client: string): Promise<FilesOf | null> {
  const rows = await database
    .selectFrom('records')
    .select(['id', 'wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('kind', '=', 'client')
    .where((row) => row.or([row('id', '=', client), row('wire', 'like', '%"merged":%')]))
    .execute()
  const found = rows.map(fromRow)
  // One that others were merged into need not be merged itself.
  const targets = found.flatMap(({ body }) => targetOf(body))
  const roots = await forIds(targets, (portion) =>
    database
      .selectFrom('records')
      .select(['wire', 'kept'])
      .where('tenant', '=', tenant)
      .where('id', 'in', portion)
      .execute(),
  )
  const all = new Map([...found, ...roots.map(fromRow)].map((record) => [record.id, record]))
  if (!all.has(client)) return null
  const known = [...all.values()].map(({ id, body }) => ({ id, body: clientBody.parse(body) }))
  const ids = filesOfPerson(known, client)
  const clients = ids.flatMap((id) => known.find((one) => one.id === id) ?? [])
  return { clients, records: await recordsOf(database, tenant, ids) }
}

function targetOf({ merged }: StoredRecord['body']): string[] {
  const into = clientBody.shape.merged.safeParse(merged).data?.into
  return into === undefined ? [] : [into]
}

async function recordsOf(database: Database, tenant: string, files: string[]): Promise<StoredRecord[]> {
  const rows = await forIds(files, (portion) =>
    database
      .selectFrom('records')
      .select(['wire', 'kept'])
      .where('tenant', '=', tenant)
      .where('file', 'in', portion)
      .execute(),
  )
  return rows.map(fromRow)
}
