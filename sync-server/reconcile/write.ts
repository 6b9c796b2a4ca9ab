import { sql } from 'kysely'
import { chunksOf } from '../store/chunks.ts'
import type { HistoryRow, Tx } from '../store/tables.ts'
import { writeAuditLines } from './auditLines.ts'
import { chain, GENESIS } from './history.ts'
import { stayKey, type Plan } from './plan.ts'
import type { Sighting } from './sightings.ts'
import { toRow } from './wire.ts'

/** Who pushed, from where, and when the server took it. */
export interface Origin {
  tenant: string
  staff: string
  device: string
  received: string
}

/** Writes all that a push has brought. The caller commits, or nothing of it has happened. */
export async function writePlan(tx: Tx, plan: Plan, origin: Origin): Promise<void> {
  await writeRecords(tx, plan, origin)
  await writeSightings(tx, [...plan.sightings.values()], origin.tenant)
  await writeHistory(tx, plan, origin)
  await writeAuditLines(tx, plan.taken, origin)
  await writeReceipts(tx, plan, origin)
  await writeRefused(tx, plan, origin)
  await writeLate(tx, plan, origin)
  await tx.updateTable('counters').set({ seq: plan.seq }).where('tenant', '=', origin.tenant).execute()
}

async function writeRecords(tx: Tx, plan: Plan, { tenant }: Origin): Promise<void> {
  const rows = [...plan.records.values()].map((record) => toRow(tenant, record))
  for (const portion of chunksOf(rows, 11)) {
    await tx
      .insertInto('records')
      .values(portion)
      .onConflict((clash) =>
        clash.columns(['tenant', 'id']).doUpdateSet((row) => ({
          seq: row.ref('excluded.seq'),
          rev: row.ref('excluded.rev'),
          deleted: row.ref('excluded.deleted'),
          due_for: row.ref('excluded.due_for'),
          due_on: row.ref('excluded.due_on'),
          wire: row.ref('excluded.wire'),
          kept: row.ref('excluded.kept'),
        })),
      )
      .execute()
  }
}

/** A record is either in a scope or has left it: whichever comes in, the opposite goes. */
async function writeSightings(tx: Tx, sightings: readonly Sighting[], tenant: string): Promise<void> {
  for (const [table, opposite, visible] of [
    ['visibility', 'exits', true],
    ['exits', 'visibility', false],
  ] as const) {
    const rows = sightings.filter((sighting) => sighting.visible === visible)
    await upsert(tx, table, await stays(tx, table, rows, tenant), tenant)
    await remove(tx, opposite, rows, tenant)
  }
}

type Side = 'visibility' | 'exits'
type Stay = Sighting & { since: number }

/** Where a record enters a scope its stay begins; where it leaves, what was known of the beginning is kept. */
async function stays(
  tx: Tx,
  table: Side,
  rows: readonly Sighting[],
  tenant: string,
): Promise<readonly Stay[]> {
  if (table === 'visibility') return rows.map((row) => ({ ...row, since: row.seq }))
  const since = new Map<string, number>()
  for (const portion of chunksOf(rows, 2)) {
    const began = await tx
      .selectFrom('visibility')
      .select(['scope', 'record', 'since'])
      .where('tenant', '=', tenant)
      .where(isOneOf(portion))
      .execute()
    for (const row of began) since.set(stayKey(row.scope, row.record), row.since)
  }
  return rows.map((row) => ({ ...row, since: since.get(stayKey(row.scope, row.record)) ?? row.seq }))
}

function isOneOf(rows: readonly Sighting[]) {
  const pairs = sql.join(rows.map(({ scope, record }) => sql`(${scope}, ${record})`))
  return sql<boolean>`(scope, record) in (values ${pairs})`
}

async function upsert(tx: Tx, table: Side, rows: readonly Stay[], tenant: string): Promise<void> {
  for (const portion of chunksOf(rows, 5)) {
    await tx
      .insertInto(table)
      .values(portion.map(({ scope, record, seq, since }) => ({ tenant, scope, record, seq, since })))
      .onConflict((clash) =>
        clash.columns(['tenant', 'scope', 'record']).doUpdateSet((row) => ({
          seq: row.ref('excluded.seq'),
          ...(table === 'exits' && { since: row.ref('excluded.since') }),
        })),
      )
      .execute()
  }
}

async function remove(tx: Tx, table: Side, rows: readonly Sighting[], tenant: string): Promise<void> {
  for (const portion of chunksOf(rows, 2)) {
    await tx.deleteFrom(table).where('tenant', '=', tenant).where(isOneOf(portion)).execute()
  }
}

async function writeHistory(tx: Tx, plan: Plan, { tenant, staff, received }: Origin): Promise<void> {
  const rows = plan.taken.flatMap(({ seq, incoming: { content, change } }) =>
    change.ok
      ? [
          {
            tenant,
            seq,
            change: change.value.id,
            by: staff,
            device: change.value.device,
            at: change.value.at,
            received,
            content,
          },
        ]
      : [],
  )
  await appendHistory(tx, tenant, rows)
}

/** Adds rows to the end of the chain. */
export async function appendHistory(
  tx: Tx,
  tenant: string,
  rows: readonly Omit<HistoryRow, 'prev' | 'hash'>[],
): Promise<void> {
  if (rows.length === 0) return
  for (const portion of chunksOf(chain(await lastHash(tx, tenant), rows), 10)) {
    await tx.insertInto('history').values(portion).execute()
  }
}

async function lastHash(tx: Tx, tenant: string): Promise<HistoryRow['hash']> {
  const last = await tx
    .selectFrom('history')
    .select('hash')
    .where('tenant', '=', tenant)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.hash ?? GENESIS
}

async function writeReceipts(tx: Tx, plan: Plan, { tenant, staff, device }: Origin): Promise<void> {
  const rows = [...plan.receipts].map(([change, { contentHash, receipt }]) => ({
    tenant,
    change,
    content_hash: contentHash,
    receipt: JSON.stringify(receipt),
    by: staff,
    device,
  }))
  for (const portion of chunksOf(rows, 6)) {
    await tx
      .insertInto('receipts')
      .values(portion)
      .onConflict((clash) =>
        clash.columns(['tenant', 'change']).doUpdateSet((row) => ({ receipt: row.ref('excluded.receipt') })),
      )
      .execute()
  }
}

/** What was refused as too early, and is taken now, stays on the list, as taken. */
async function writeLate(tx: Tx, { late }: Plan, { tenant, received }: Origin): Promise<void> {
  for (const portion of chunksOf(late)) {
    await tx
      .updateTable('refused')
      .set({ state: 'taken', reviewed_at: received })
      .where('tenant', '=', tenant)
      .where('content_hash', 'in', portion)
      .execute()
  }
}

/** The same refused text sent again and again is kept once, for the last reason until somebody has decided about it. */
async function writeRefused(tx: Tx, plan: Plan, { tenant, staff, device, received }: Origin): Promise<void> {
  const rows = plan.refused.map(({ incoming, receipt }) => ({
    tenant,
    content_hash: incoming.contentHash,
    change: incoming.id,
    reason: receipt.reason ?? '',
    content: incoming.content,
    by: staff,
    received,
    device,
    state: receipt.reason === 'held' ? 'held' : 'refused',
  }))
  const once = new Map(rows.map((row) => [row.content_hash, row]))
  for (const portion of chunksOf([...once.values()], 9)) {
    await tx
      .insertInto('refused')
      .values(portion)
      .onConflict((clash) =>
        clash
          .columns(['tenant', 'content_hash'])
          .doUpdateSet((row) => ({ reason: row.ref('excluded.reason'), state: row.ref('excluded.state') }))
          .where('refused.state', '=', 'refused'),
      )
      .execute()
  }
}
