import { changeSchema } from '#domain/change/change.ts'
import { type Json, jsonSchema, sameJson } from '#domain/json.ts'
import { applyEdit, upcastRecord } from '#domain/kind/applyEdit.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { Database, HistoryRow } from '../store/tables.ts'
import { GENESIS, hashOf } from './history.ts'
import { fromRow } from './wire.ts'

export type HistoryFault =
  | { fault: 'broken'; seq: number }
  | { fault: 'unreadable'; seq: number }
  | { fault: 'differs' | 'missing' | 'unexplained'; record: string }

const PORTION = 500

/**
 * Whether a tenant's history holds together and, replayed from nothing, leads to the very records that are stored.
 * Answers every fault found; none is well.
 */
export async function verifyHistory(database: Database, tenant: string): Promise<HistoryFault[]> {
  const records = new Map<string, StoredRecord>()
  const faults: HistoryFault[] = []
  let prev = GENESIS
  for await (const row of historyOf(database, tenant)) {
    if (row.prev !== prev || row.hash !== hashOf(row)) faults.push({ fault: 'broken', seq: row.seq })
    prev = row.hash
    if (!replay(records, row)) faults.push({ fault: 'unreadable', seq: row.seq })
  }
  return [...faults, ...(await compare(database, tenant, records))]
}

async function* historyOf(database: Database, tenant: string): AsyncGenerator<HistoryRow> {
  for (let after = 0; ;) {
    const rows = await database
      .selectFrom('history')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PORTION)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

function replay(records: Map<string, StoredRecord>, row: HistoryRow): boolean {
  const change = changeSchema.safeParse(JSON.parse(row.content))
  if (!change.success) return false
  const stamp = { change: row.change, by: row.by, device: row.device, at: row.at }
  return change.data.edits.every((edit) => {
    const before = records.get(edit.id) ?? null
    const merged = applyEdit(before, edit, stamp)
    if (!merged.ok) return false
    const { record } = merged.value
    if (record.rev !== before?.rev) records.set(edit.id, { ...record, seq: row.seq })
    return true
  })
}

async function compare(
  database: Database,
  tenant: string,
  replayed: Map<string, StoredRecord>,
): Promise<HistoryFault[]> {
  const rows = await database
    .selectFrom('records')
    .select(['id', 'wire', 'kept'])
    .where('tenant', '=', tenant)
    .execute()
  const stored = new Map(rows.map((row) => [row.id, fromRow(row)]))
  const missing = [...replayed.keys()].filter((id) => !stored.has(id))
  return [
    ...missing.map((record) => ({ fault: 'missing' as const, record })),
    ...[...stored].flatMap(([id, record]) => difference(id, record, replayed.get(id))),
  ]
}

function difference(id: string, stored: StoredRecord, replayed: StoredRecord | undefined): HistoryFault[] {
  if (!replayed) return [{ fault: 'unexplained', record: id }]
  const [left, right] = [plain(stored), plain(replayed)]
  return sameJson(left, right) ? [] : [{ fault: 'differs', record: id }]
}

function plain(record: StoredRecord): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(upcastRecord(record))))
}
