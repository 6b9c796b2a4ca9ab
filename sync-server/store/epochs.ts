import type { Database, Tx } from './tables.ts'

/**
 * Begins a new epoch for a tenant whose database was put back to an earlier state. Whoever restores calls it in the
 * same transaction: devices learn by it that the server may have lost what they know.
 */
export async function beginEpoch(tx: Tx, tenant: string, epoch: string): Promise<void> {
  const { epoch: parent, seq: began } = await tx
    .selectFrom('counters')
    .select(['epoch', 'seq'])
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
  await tx.insertInto('epochs').values({ tenant, epoch, parent, began }).execute()
  await tx.updateTable('counters').set({ epoch }).where('tenant', '=', tenant).execute()
}

/**
 * How far in the order two epochs have the same past: 0 where nobody remembers how they hang together.
 */
export async function commonPast(tx: Database, tenant: string, one: string, other: string): Promise<number> {
  const rows = await tx
    .selectFrom('epochs')
    .select(['epoch', 'parent', 'began'])
    .where('tenant', '=', tenant)
    .execute()
  const known = new Map(rows.map((row) => [row.epoch, row]))
  const [ours, theirs] = [lineOf(known, one), lineOf(known, other)]
  const shared = [...ours.keys()].find((epoch) => theirs.has(epoch))
  return shared === undefined ? 0 : Math.min(ours.get(shared) ?? 0, theirs.get(shared) ?? 0)
}

type Epochs = ReadonlyMap<string, { parent: string; began: number }>

/** An epoch and those it came from, nearest first, each with how far of it is still its past. */
function lineOf(known: Epochs, epoch: string): Map<string, number> {
  const line = new Map<string, number>()
  let until = Number.MAX_SAFE_INTEGER
  for (let at: string | undefined = epoch; at !== undefined && !line.has(at); at = known.get(at)?.parent) {
    line.set(at, until)
    until = Math.min(until, known.get(at)?.began ?? until)
  }
  return line
}
