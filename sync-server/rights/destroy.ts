import { sql } from 'kysely'
import { createRecord } from '#domain/change/write.ts'
import { clientName, formalName } from '#domain/client/name.ts'
import { defaultSettings, settings, SETTINGS_ID } from '#domain/settings/settings.ts'
import { isSameName, objectionsTo } from '#domain/retention/retention.ts'
import { lastSeenIn } from '#domain/retention/lastSeen.ts'
import type { DestroyReply, DestroyRequest, Destruction } from '#protocol/rights.ts'
import type { Ground } from '../accounts/ground.ts'
import { destroyFiles } from '../reconcile/destroy.ts'
import { lockCounter } from '../reconcile/load.ts'
import { writeOwn } from '../reconcile/ownChange.ts'
import { fromRow } from '../reconcile/wire.ts'
import { passes } from '../store/passing.ts'
import { storeOf } from '../store/store.ts'
import type { Database, Tx } from '../store/tables.ts'
import { type FilesOf, filesOf } from './files.ts'

interface Asked extends DestroyRequest {
  tenant: string
  /** The manager who does it. */
  by: string
  client: string
}

/** `seq`: how far the order came by it; null where nothing was done. */
type Destroyed = DestroyReply & { seq: number | null }

/**
 * Destroys all that the service holds of one person, in one transaction, with a line in the log. Null where there is no
 * such file. Whether it may be is judged by what the service knows now, not by what the manager's device knew.
 */
export async function destroy(
  { database, now, newId }: Ground,
  { tenant, by, client, name, why, despite = [] }: Asked,
): Promise<Destroyed | null> {
  const at = now().toISOString()
  const done = await database.transaction().execute(async (tx) => {
    await lockCounter(tx, tenant)
    const files = await filesOf(tx, tenant, client)
    if (files === null) return null
    if (!isTheirs(files, name)) return { outcome: 'otherName', seq: null } as const
    const objections = (await objectionsNow(tx, tenant, files, at)).filter((one) => !despite.includes(one))
    if (objections.length > 0) return { outcome: 'objected', objections, seq: null } as const
    const lastSeen = lastSeenIn(presentOf(files))
    const ids = files.clients.map(({ id }) => id)
    await destroyFiles(tx, { tenant, files: ids, by, at, why, lastSeen, change: newId() })
    const about = { client, record: client, kind: 'client' }
    const line = createRecord('audit', newId(), null, { act: 'destroyed', at, by, about, reason: why })
    const seq = await writeOwn(tx, { tenant, id: newId(), staff: by, received: at }, [line])
    return { outcome: 'destroyed', seq } as const
  })
  return done?.outcome === 'destroyed' ? { ...done, cleared: await clear(database) } : done
}

/** By any of the names of any of their files. */
function isTheirs({ clients }: FilesOf, typed: string): boolean {
  return clients.some(({ body }) =>
    [clientName(body), formalName(body), `${body.firstName} ${body.familyName}`].some(
      (name) => name.trim() !== '' && isSameName(typed, name),
    ),
  )
}

function presentOf({ records }: FilesOf) {
  return records.filter(({ deleted }) => deleted === null)
}

async function objectionsNow(tx: Tx, tenant: string, files: FilesOf, at: string) {
  const kept = { clients: files.clients.map(({ body }) => body), records: presentOf(files) }
  return objectionsTo(kept, await retentionYears(tx, tenant), at.slice(0, 10))
}

async function retentionYears(tx: Tx, tenant: string): Promise<number> {
  const row = await tx
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('id', '=', SETTINGS_ID)
    .executeTakeFirst()
  const set = row ? settings.body.safeParse(fromRow(row).body).data : undefined
  return set?.retentionYears ?? defaultSettings.retentionYears
}

/** How long an event of another process that reads the file may hold this up, in milliseconds. */
const PATIENCE = 1000
const USUAL_PATIENCE = 10_000

/**
 * Has SQLite write its file anew, so that no byte of what was deleted is left in it or beside it. False where another
 * process is reading it: the next destruction does it. PostgreSQL has its own way of doing so, see the README.
 */
export async function clear(database: Database): Promise<boolean> {
  if (storeOf(database) === 'postgres') return true
  await sql`pragma busy_timeout = ${sql.lit(PATIENCE)}`.execute(database)
  try {
    await sql`vacuum`.execute(database)
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database)
    return rows[0]?.busy === 0
  } catch (fault) {
    if (passes(fault)) return false
    throw fault
  } finally {
    await sql`pragma busy_timeout = ${sql.lit(USUAL_PATIENCE)}`.execute(database)
  }
}

/** What is left of files that were destroyed, the newest first. */
export async function listDestructions(database: Database, tenant: string): Promise<Destruction[]> {
  const rows = await database
    .selectFrom('destructions as d')
    .leftJoin('members as m', (join) => join.onRef('m.tenant', '=', 'd.tenant').onRef('m.staff', '=', 'd.by'))
    .select(['d.file', 'd.at', 'd.by', 'm.name', 'd.why', 'd.last_seen'])
    .where('d.tenant', '=', tenant)
    .orderBy('d.seq', 'desc')
    .execute()
  return rows.map(({ file, at, by, name, why, last_seen }) => ({
    file,
    at,
    by,
    byName: name,
    why,
    lastSeen: last_seen,
  }))
}
