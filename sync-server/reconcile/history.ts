import type { HistoryRow } from '../store/tables.ts'
import { sha256 } from './canonical.ts'

/** Where the chain begins. */
export const GENESIS = '0'.repeat(64)

/** Each row's hash covers the row and the hash before it, so that no row can be altered, added or taken out unseen. */
export function hashOf(row: Omit<HistoryRow, 'hash'>): string {
  const { tenant, seq, change, by, device, at, received, content, prev } = row
  return sha256(JSON.stringify([prev, tenant, seq, change, by, device, at, received, content]))
}

/** Rows in order, each linked to the one before. */
export function chain(prev: string, rows: readonly Omit<HistoryRow, 'prev' | 'hash'>[]): HistoryRow[] {
  let last = prev
  return rows.map((row) => {
    const linked = { ...row, prev: last }
    last = hashOf(linked)
    return { ...linked, hash: last }
  })
}
