import type { StoredRecord } from '#domain/record/record.ts'
import type { Tx } from '../store/tables.ts'
import { readDeed, replay, RETURNED_BEGINS } from './historyContent.ts'
import { historyOf } from './verifyHistory.ts'

/** In which epoch a device held what it gives back, and how far its past is the server's too. */
export interface Parting {
  tenant: string
  epoch: string
  since: number
}

/**
 * Where a record stands that was altered since the parting.
 *
 * - `back`: whether it ever came back from the device's epoch
 * - `asIs`: the place in the order at which the last that came back was taken over as it was; null where that was merged
 *   with what had been done here
 * - `state`: as it last came back, or else as it was at the parting; null where it was not there yet
 */
export interface Stand {
  back: boolean
  asIs: number | null
  state: StoredRecord | null
}

/**
 * What records altered since the parting go back to, out of the history: so that what was done there and what was done
 * here can be told apart. Reads all of the history for a record that never came back; that is rare, and only after a
 * restore.
 */
export async function standsOf(
  tx: Tx,
  parting: Parting,
  ids: readonly string[],
): Promise<Map<string, Stand>> {
  if (ids.length === 0) return new Map()
  const back = await lastReturns(tx, parting)
  const others = new Set(ids.filter((id) => !back.has(id)))
  const before = await statesAt(tx, parting, others)
  return new Map(
    ids.map((id) => [id, back.get(id) ?? { back: false, asIs: null, state: before.get(id) ?? null }]),
  )
}

async function lastReturns(tx: Tx, { tenant, epoch, since }: Parting): Promise<Map<string, Stand>> {
  const rows = await tx
    .selectFrom('history')
    .select(['seq', 'content'])
    .where('tenant', '=', tenant)
    .where('seq', '>', since)
    .where('content', 'like', `${RETURNED_BEGINS}%`)
    .orderBy('seq')
    .execute()
  return new Map(
    rows.flatMap(({ seq, content }): [string, Stand][] => {
      const deed = readDeed(content)
      if (deed?.deed !== 'returned' || deed.returned.epoch !== epoch) return []
      const { record, base } = deed.returned
      return [[record.id, { back: true, asIs: base === null ? seq : null, state: record }]]
    }),
  )
}

async function statesAt(
  tx: Tx,
  { tenant, since }: Parting,
  ids: ReadonlySet<string>,
): Promise<Map<string, StoredRecord>> {
  const records = new Map<string, StoredRecord>()
  if (ids.size === 0 || since === 0) return records
  for await (const row of historyOf(tx, tenant, { from: 0, to: since })) {
    const names = [...ids].some((id) => row.content.includes(id))
    if (names) replay(records, row, (id) => ids.has(id))
  }
  return records
}
