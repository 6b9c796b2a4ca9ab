import { z } from 'zod'
import type { Receipt } from '#domain/change/receipt.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { chunksOf, forIds } from '../store/chunks.ts'
import type { HistoryRow, Tx } from '../store/tables.ts'
import { contentWithout, withoutReason } from './erase.ts'
import { hashOf } from './history.ts'
import { contentOfDestroyed, contentOfErased, type Destroyed } from './historyContent.ts'
import { lockCounter } from './load.ts'
import { fromRow, toRow } from './wire.ts'
import { appendHistory } from './write.ts'

/**
 * What is to be destroyed, and who said so. `change`: a new id for its place in the history; `known`: further ids that
 * once lay in these files, as an earlier destruction knows them.
 */
export interface Destroying {
  tenant: string
  files: readonly string[]
  by: string
  at: string
  why: string
  lastSeen: string | null
  change: string
  known?: readonly string[]
}

/**
 * Destroys files inside the caller's transaction, for good: what lay in them, in the records, in the history and in what
 * was refused. What stays is that there was a file, who destroyed it, when and why, and the ids, so that nothing brings
 * any of it back. Answers its place in the order.
 *
 * The history stays a chain: rows keep the hashes that they had, and the row of the destruction names them, each with
 * the hash of what is left (decision 11).
 */
export async function destroyFiles(tx: Tx, destroying: Destroying): Promise<number> {
  const { tenant, files, by, at, why, lastSeen, change, known = [] } = destroying
  const seq = (await lockCounter(tx, tenant)) + 1
  const records = await recordsIn(tx, tenant, files)
  const gone = new Set([...files, ...records, ...known])
  const erased = await eraseHistory(tx, tenant, gone)
  await eraseRefused(tx, tenant, gone, seq)
  await eraseReasons(tx, tenant, files, gone)
  await removeRecords(tx, tenant, records, seq)
  await keepStub(tx, destroying, [...gone], seq)
  const content = contentOfDestroyed({ files: [...files], records: [...gone], why, lastSeen, erased })
  await appendHistory(tx, tenant, [{ tenant, seq, change, by, device: tenant, at, received: at, content }])
  await tx.updateTable('counters').set({ seq }).where('tenant', '=', tenant).execute()
  return seq
}

/** All that lies in the files, and what was done about concerns in them wherever that lies. */
async function recordsIn(tx: Tx, tenant: string, files: readonly string[]): Promise<string[]> {
  const rows = await forIds(files, (portion) =>
    tx
      .selectFrom('records')
      .select(['id', 'kind'])
      .where('tenant', '=', tenant)
      .where('file', 'in', portion)
      .execute(),
  )
  const ids = new Set(rows.map(({ id }) => id))
  if (!rows.some(({ kind }) => kind === 'concern')) return [...ids]
  const actions = await tx
    .selectFrom('records')
    .select(['id', 'wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('kind', '=', 'concernAction')
    .execute()
  const about = actions.filter((row) => {
    const { concern } = fromRow(row).body
    return typeof concern === 'string' && ids.has(concern)
  })
  return [...new Set([...ids, ...about.map(({ id }) => id)])]
}

async function eraseHistory(tx: Tx, tenant: string, gone: ReadonlySet<string>): Promise<Destroyed['erased']> {
  const erased: Destroyed['erased'] = []
  for (const row of await rowsAbout(tx, tenant, gone)) {
    const { seq, hash } = row
    const left = contentWithout(row.content, gone)
    if (left === null) continue
    await tx
      .updateTable('history')
      .set({ content: left })
      .where('tenant', '=', tenant)
      .where('seq', '=', seq)
      .execute()
    erased.push({ seq, hash, left: hashOf({ ...row, content: left }) })
  }
  return erased
}

/** Found by the lines of the audit: every change has one for each file that it names. */
async function rowsAbout(tx: Tx, tenant: string, gone: ReadonlySet<string>): Promise<HistoryRow[]> {
  const lines = await forIds(gone, (portion) =>
    tx
      .selectFrom('audit_lines')
      .select('seq')
      .distinct()
      .where('tenant', '=', tenant)
      .where((line) => line.or([line('file', 'in', portion), line('record', 'in', portion)]))
      .execute(),
  )
  const rows: HistoryRow[] = []
  for (const portion of chunksOf([...new Set(lines.map(({ seq }) => seq))])) {
    const found = await tx
      .selectFrom('history')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('seq', 'in', portion)
      .orderBy('seq')
      .execute()
    rows.push(...found)
  }
  return rows
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * What was refused or is held and names any of it: its text goes, and so does what a manager wrote about it. Its author is
 * answered that the file was destroyed, where they would still ask.
 */
async function eraseRefused(tx: Tx, tenant: string, gone: ReadonlySet<string>, seq: number): Promise<void> {
  const rows = await tx
    .selectFrom('refused')
    .select(['content_hash', 'change', 'content', 'state'])
    .where('tenant', '=', tenant)
    .execute()
  const about = rows.filter(({ content }) => (content.match(UUID) ?? []).some((id) => gone.has(id)))
  for (const { content_hash, state } of about) {
    const ends = state === 'taken' ? {} : { state: 'refused', reason: 'destroyed' }
    await tx
      .updateTable('refused')
      .set({ content: contentOfErased('change'), note: null, ...ends })
      .where('tenant', '=', tenant)
      .where('content_hash', '=', content_hash)
      .execute()
  }
  await turnReceipts(
    tx,
    tenant,
    about.filter(({ state }) => state !== 'taken').map(({ change }) => change),
    seq,
  )
}

async function turnReceipts(tx: Tx, tenant: string, changes: string[], seq: number): Promise<void> {
  const rows = await forIds(changes, (portion) =>
    tx
      .selectFrom('receipts')
      .select(['change', 'receipt'])
      .where('tenant', '=', tenant)
      .where('change', 'in', portion)
      .execute(),
  )
  for (const { change, receipt } of rows) {
    // Under the same id something else may have been taken first (`idReused`): that answer stands.
    if (outcomeSchema.parse(JSON.parse(receipt)).outcome !== 'refused') continue
    const turned: Receipt = { change, outcome: 'refused', seq, reason: 'destroyed' }
    await tx
      .updateTable('receipts')
      .set({ receipt: JSON.stringify(turned) })
      .where('tenant', '=', tenant)
      .where('change', '=', change)
      .execute()
  }
}

const outcomeSchema = z.object({ outcome: z.string() })

/** Lines of the log about the files lose what somebody wrote as the reason. */
async function eraseReasons(
  tx: Tx,
  tenant: string,
  files: readonly string[],
  gone: ReadonlySet<string>,
): Promise<void> {
  const lines = await forIds(files, (portion) =>
    tx
      .selectFrom('audit_lines as l')
      .innerJoin('history as h', (join) =>
        join.onRef('h.tenant', '=', 'l.tenant').onRef('h.seq', '=', 'l.seq'),
      )
      .innerJoin('records as r', (join) =>
        join.onRef('r.tenant', '=', 'l.tenant').onRef('r.seq', '=', 'l.seq'),
      )
      .select(['r.id', 'r.wire', 'r.kept'])
      .where('l.tenant', '=', tenant)
      .where('l.file', 'in', portion)
      .where('r.kind', '=', 'audit')
      .execute(),
  )
  for (const row of lines) {
    const left: StoredRecord | null = withoutReason(fromRow(row), gone)
    if (!left) continue
    await tx
      .updateTable('records')
      .set({ wire: toRow(tenant, left).wire })
      .where('tenant', '=', tenant)
      .where('id', '=', row.id)
      .execute()
  }
}

/** Devices are told that they have left, and nothing else of them. */
async function removeRecords(tx: Tx, tenant: string, records: string[], seq: number): Promise<void> {
  for (const portion of chunksOf(records)) {
    const there = await tx
      .selectFrom('visibility')
      .select(['scope', 'record', 'since'])
      .where('tenant', '=', tenant)
      .where('record', 'in', portion)
      .execute()
    for (const exits of chunksOf(there, 5)) {
      await tx
        .insertInto('exits')
        .values(exits.map((row) => ({ tenant, ...row, seq })))
        .onConflict((clash) =>
          clash.columns(['tenant', 'scope', 'record']).doUpdateSet((row) => ({
            seq: row.ref('excluded.seq'),
            since: row.ref('excluded.since'),
          })),
        )
        .execute()
    }
    await tx.deleteFrom('visibility').where('tenant', '=', tenant).where('record', 'in', portion).execute()
    await tx.deleteFrom('records').where('tenant', '=', tenant).where('id', 'in', portion).execute()
  }
}

async function keepStub(
  tx: Tx,
  { tenant, files, at, by, why, lastSeen }: Destroying,
  records: string[],
  seq: number,
): Promise<void> {
  const [first = ''] = files
  for (const portion of chunksOf(records, 3)) {
    await tx
      .insertInto('destroyed')
      .values(portion.map((record) => ({ tenant, record, file: files.includes(record) ? record : first })))
      .onConflict((clash) => clash.columns(['tenant', 'record']).doNothing())
      .execute()
  }
  await tx
    .insertInto('destructions')
    .values(files.map((file) => ({ tenant, file, seq, at, by, why, last_seen: lastSeen })))
    .execute()
}
