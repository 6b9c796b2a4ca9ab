import type { Change } from '#domain/change/change.ts'
import type { Receipt } from '#domain/change/receipt.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import {
  type Checkpoint,
  type Manifest,
  manifestSchema,
  type PullReply,
  pullReplySchema,
} from '#protocol/sync.ts'
import { openTenant, systemGround } from '../accounts/ground.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { fromRow } from '../reconcile/wire.ts'
import { readManifest } from '../scopes/heal.ts'
import { readPage } from '../scopes/pull.ts'
import { memberOf } from '../scopes/standing.ts'
import type { Member } from '../scopes/scopes.ts'
import { readTogether } from '../store/database.ts'
import type { Database } from '../store/tables.ts'
import { emptyDatabase } from './place.ts'

/** A service without http or passwords, with SQLite in memory: for laws that are tried many times. */
export interface BareService {
  database: Database
  tenant: string
  push: (by: Member, ...changes: Change[]) => Promise<Receipt[]>
  pull: (by: Member, checkpoint: Checkpoint | null, limit: number) => Promise<PullReply>
  manifest: (by: Member) => Promise<Manifest>
  /** Everything that is stored, in full. */
  records: () => Promise<Map<string, StoredRecord>>
  close: () => Promise<void>
}

export async function openBareService(members: readonly Member[]): Promise<BareService> {
  const { database, remove } = await emptyDatabase()
  const tenant = await openTenant(systemGround(database))
  await addMembers(database, tenant, members)
  return { ...bareServiceOn(database, tenant), close: remove }
}

export async function addMembers(
  database: Database,
  tenant: string,
  members: readonly Member[],
): Promise<void> {
  const rows = members.map(({ staff, role, team, organisation, active }) => ({
    tenant,
    staff,
    user_id: staff,
    name: staff,
    role,
    team,
    organisation: organisation ?? null,
    active: active ? 1 : 0,
    scope_version: 1,
  }))
  await database.insertInto('members').values(rows).execute()
}

/** What devices do, on a database that is open: as one of several processes has it. */
export function bareServiceOn(database: Database, tenant: string): Omit<BareService, 'close'> {
  return {
    database,
    tenant,
    push: async ({ staff }, ...changes) => {
      const push = { tenant, device: tenant, received: '2026-03-02T10:00:00.000Z', changes }
      const author = { tenant, staff }
      const { receipts } = await database.transaction().execute((tx) =>
        reconcile(
          tx,
          push,
          (locked) => memberOf(locked, author),
          (_change, fault) => {
            throw fault
          },
        ),
      )
      return receipts
    },
    pull: async ({ staff }, checkpoint, limit) => {
      const query = checkpoint
        ? { epoch: checkpoint.epoch, scopeVersion: checkpoint.scopeVersion, after: checkpoint.seq, limit }
        : { after: 0, limit }
      const text = await readTogether(database, (tx) => readPage(tx, { tenant, staff }, query))
      return pullReplySchema.parse(JSON.parse(text))
    },
    manifest: async ({ staff }) =>
      manifestSchema.parse(
        JSON.parse(await readTogether(database, (tx) => readManifest(tx, { tenant, staff }))),
      ),
    records: async () => {
      const rows = await database.selectFrom('records').select(['id', 'wire', 'kept']).execute()
      return new Map(rows.map((row) => [row.id, fromRow(row)]))
    },
  }
}
