import type { Edit } from '#domain/change/change.ts'
import { receiptSchema } from '#domain/change/receipt.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { forIds } from '../store/chunks.ts'
import type { Tx } from '../store/tables.ts'
import type { Answered, Ground } from './plan.ts'
import type { Incoming } from './readChange.ts'
import { fromRow } from './wire.ts'

/**
 * Locks the order of a tenant's changes: whoever writes comes through here first, in a statement of its own, and
 * reads only afterwards. Checking in the same statement as the lock reads what was there before the lock.
 */
export async function lockCounter(tx: Tx, tenant: string): Promise<number> {
  return (await lockOrder(tx, tenant)).seq
}

/** The same, and in which epoch the order is. */
export async function lockOrder(tx: Tx, tenant: string): Promise<{ seq: number; epoch: string }> {
  await tx
    .updateTable('counters')
    .set((row) => ({ seq: row.ref('seq') }))
    .where('tenant', '=', tenant)
    .execute()
  return tx
    .selectFrom('counters')
    .select(['seq', 'epoch'])
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
}

/** Everything that a push can meet, in as many statements for a hundred changes as for one. */
export async function loadGround(
  tx: Tx,
  tenant: string,
  seq: number,
  pushed: readonly Incoming[],
): Promise<Omit<Ground, 'past'>> {
  const named = await loadRecords(tx, tenant, pushed.flatMap(idsNamed))
  const clients = await loadRecords(tx, tenant, clientsMissing(named))
  const receipts = await loadReceipts(tx, tenant, pushed)
  const files = await loadFiles(tx, tenant, pushed.flatMap(clientsEdited))
  const destroyed = await loadDestroyed(tx, tenant, pushed.flatMap(idsNamed))
  return { seq, records: new Map([...named, ...clients]), files, receipts, destroyed }
}

async function loadDestroyed(tx: Tx, tenant: string, ids: string[]): Promise<Set<string>> {
  const rows = await forIds(ids, (portion) =>
    tx
      .selectFrom('destroyed')
      .select('record')
      .where('tenant', '=', tenant)
      .where('record', 'in', portion)
      .execute(),
  )
  return new Set(rows.map(({ record }) => record))
}

function editsOf({ change }: Incoming) {
  return change.ok ? change.value.edits : []
}

function idsNamed(incoming: Incoming): string[] {
  return editsOf(incoming).flatMap((edit) =>
    edit.op === 'create' ? [edit.id, ...(edit.file === null ? [] : [edit.file]), ...about(edit)] : [edit.id],
  )
}

/** What a message is on, which entry a proposal is for, at which drop-in somebody was: that decides who may write it. */
const aboutWhat = new Map([
  ['message', 'onwardReferral'],
  ['correction', 'service'],
  ['dropInContact', 'dropIn'],
])

function about({ kind, body }: Extract<Edit, { op: 'create' }>): string[] {
  const named = body[aboutWhat.get(kind) ?? '']
  return typeof named === 'string' ? [named] : []
}

function clientsEdited(incoming: Incoming): string[] {
  return editsOf(incoming).flatMap((edit) => (edit.kind === 'client' ? [edit.id] : []))
}

function clientsMissing(named: ReadonlyMap<string, StoredRecord>): string[] {
  return [...named.values()].flatMap(({ file }) => (file !== null && !named.has(file) ? [file] : []))
}

/** A concern about a client does not go along with the file: it has people of its own. */
export function liesWithClient(kind: string): boolean {
  return (kindNamed(kind)?.place ?? 'file') === 'file'
}

async function loadRecords(tx: Tx, tenant: string, ids: string[]): Promise<Map<string, StoredRecord>> {
  const rows = await forIds(ids, (portion) =>
    tx
      .selectFrom('records')
      .select(['id', 'wire', 'kept'])
      .where('tenant', '=', tenant)
      .where('id', 'in', portion)
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}

async function loadReceipts(
  tx: Tx,
  tenant: string,
  pushed: readonly Incoming[],
): Promise<Map<string, Answered>> {
  const rows = await forIds(
    pushed.map(({ id }) => id),
    (portion) =>
      tx
        .selectFrom('receipts')
        .select(['change', 'content_hash', 'receipt'])
        .where('tenant', '=', tenant)
        .where('change', 'in', portion)
        .execute(),
  )
  return new Map(
    rows.map(({ change, content_hash, receipt }) => [
      change,
      { contentHash: content_hash, receipt: receiptSchema.parse(JSON.parse(receipt)) },
    ]),
  )
}

async function loadFiles(tx: Tx, tenant: string, clients: string[]): Promise<Map<string, string[]>> {
  const rows = await forIds(clients, (portion) =>
    tx
      .selectFrom('records')
      .select(['id', 'kind', 'file'])
      .where('tenant', '=', tenant)
      .where('file', 'in', portion)
      .execute(),
  )
  const along = rows.filter(({ kind }) => liesWithClient(kind))
  return along.reduce(
    (files, { id, file }) => (file === null ? files : files.set(file, [...(files.get(file) ?? []), id])),
    new Map<string, string[]>(),
  )
}
