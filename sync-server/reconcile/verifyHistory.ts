import { type Json, jsonSchema, sameJson } from '#domain/json.ts'
import { upcastRecord } from '#domain/kind/applyEdit.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { Database, HistoryRow } from '../store/tables.ts'
import { GENESIS, hashOf } from './history.ts'
import { DESTROYED_BEGINS, readDeed, replay } from './historyContent.ts'
import { readRow } from './wire.ts'

export type HistoryFault =
  | { fault: 'broken'; seq: number }
  | { fault: 'unreadable'; seq: number }
  | { fault: 'erased' | 'notErased'; seq: number }
  | { fault: 'differs' | 'missing' | 'unexplained' | 'garbled'; record: string }

const PORTION = 500

/**
 * Whether a tenant's history holds together and, replayed from nothing, leads to the very records that are stored.
 * Answers every fault found; none is well.
 */
export async function verifyHistory(database: Database, tenant: string): Promise<HistoryFault[]> {
  const records = new Map<string, StoredRecord>()
  const faults: HistoryFault[] = []
  const erasing = new Erasing()
  let prev = GENESIS
  for await (const row of historyOf(database, tenant)) {
    if (row.prev !== prev) faults.push({ fault: 'broken', seq: row.seq })
    prev = row.hash
    erasing.see(row)
    if (!replay(records, row)) faults.push({ fault: 'unreadable', seq: row.seq })
  }
  return [...faults, ...erasing.faults(), ...(await compare(database, tenant, records))]
}

/**
 * A row whose content is not what its hash says was either erased when a file was destroyed, and then a later row of the
 * chain says so, with the hash of what is left; or it was altered. The last such row counts: two files may have met in
 * one change.
 *
 * | content fits the hash | a later row says it was erased | what is left fits | fault       |
 * |-----------------------|--------------------------------|-------------------|-------------|
 * | yes                   | no                             |                   | none        |
 * | yes                   | yes                            |                   | `notErased` |
 * | no                    | no                             |                   | `broken`    |
 * | no                    | yes                            | yes               | none        |
 * | no                    | yes                            | no                | `erased`    |
 */
class Erasing {
  readonly #altered = new Map<number, { hash: string; left: string }>()
  readonly #attested = new Map<number, { hash: string; left: string }>()

  see(row: HistoryRow): void {
    const whole = row.hash === hashOf(row)
    if (!whole) this.#altered.set(row.seq, { hash: row.hash, left: hashOf(row) })
    const deed = whole ? readDestroyed(row.content) : null
    for (const { seq, hash, left } of deed?.erased ?? []) this.#attested.set(seq, { hash, left })
  }

  faults(): HistoryFault[] {
    const altered = [...this.#altered].flatMap(([seq, { hash, left }]): HistoryFault[] => {
      const attested = this.#attested.get(seq)
      if (attested?.hash !== hash) return [{ fault: 'broken', seq }]
      return attested.left === left ? [] : [{ fault: 'erased', seq }]
    })
    const back = [...this.#attested.keys()].filter((seq) => !this.#altered.has(seq))
    return [...altered, ...back.map((seq): HistoryFault => ({ fault: 'notErased', seq }))]
  }
}

function readDestroyed(content: string) {
  if (!content.startsWith(DESTROYED_BEGINS)) return null
  const deed = readDeed(content)
  return deed?.deed === 'destroyed' ? deed.destroyed : null
}

/** The history of a tenant in order, in portions; from after one place up to another. */
export async function* historyOf(
  database: Database,
  tenant: string,
  { from, to }: { from: number; to: number } = { from: 0, to: Number.MAX_SAFE_INTEGER },
): AsyncGenerator<HistoryRow> {
  for (let after = from; ;) {
    const rows = await database
      .selectFrom('history')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('seq', '>', after)
      .where('seq', '<=', to)
      .orderBy('seq')
      .limit(PORTION)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
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
  const stored = new Map(rows.map((row) => [row.id, readRow(row)]))
  const missing = [...replayed.keys()].filter((id) => !stored.has(id))
  return [
    ...missing.map((record) => ({ fault: 'missing' as const, record })),
    ...[...stored].flatMap(([id, record]) => difference(id, record, replayed.get(id))),
  ]
}

function difference(
  id: string,
  stored: StoredRecord | null,
  replayed: StoredRecord | undefined,
): HistoryFault[] {
  if (!stored) return [{ fault: 'garbled', record: id }]
  if (!replayed) return [{ fault: 'unexplained', record: id }]
  const [left, right] = [plain(stored), plain(replayed)]
  return sameJson(left, right) ? [] : [{ fault: 'differs', record: id }]
}

function plain(record: StoredRecord): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(upcastRecord(record))))
}
