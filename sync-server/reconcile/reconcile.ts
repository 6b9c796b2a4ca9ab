import type { Receipt } from '#domain/change/receipt.ts'
import type { Member } from '../scopes/scopes.ts'
import type { Tx } from '../store/tables.ts'
import { loadGround, lockOrder } from './load.ts'
import { loadPast } from './loadPast.ts'
import { type OnFault, planPush } from './plan.ts'
import { readChange } from './readChange.ts'
import { writePlan } from './write.ts'

export interface Push {
  tenant: string
  device: string
  received: string
  changes: readonly unknown[]
  /** The epoch that the changes are meant for; in another one none is taken. */
  epoch?: string | undefined
}

export interface Reconciled {
  /** One for each change, in the order sent. */
  receipts: Receipt[]
  epoch: string
  /** The order as it stands now. */
  seq: number
  /** Whether there is anything new for devices to pull. */
  news: boolean
}

/**
 * Takes a push inside the caller's transaction. The counter is locked before anything is read, `author` included:
 * whoever lost access a moment ago does not write any more.
 */
export async function reconcile(
  tx: Tx,
  { tenant, device, received, changes, epoch: meant }: Push,
  author: (tx: Tx) => Promise<Member>,
  onFault: OnFault,
): Promise<Reconciled> {
  const pushed = changes.map(readChange)
  const { seq, epoch } = await lockOrder(tx, tenant)
  if (meant !== undefined && meant !== epoch) return { receipts: [], epoch, seq, news: false }
  const by = await author(tx)
  const ground = await loadGround(tx, tenant, seq, pushed)
  const past = await loadPast(tx, { tenant, by, received }, ground.records, pushed)
  const plan = planPush({ ...ground, past }, pushed, by, onFault)
  await writePlan(tx, plan, { tenant, staff: by.staff, device, received })
  return { receipts: plan.answers, epoch, seq: plan.seq, news: plan.seq > seq }
}
