import { z } from 'zod'
import { changeSchema } from '#domain/change/change.ts'
import { isAskedAfter, type Receipt, receiptSchema } from '#domain/change/receipt.ts'
import type { Sealer } from '#vault/seal.ts'
import type { OutboxRow, SentRow } from './kept.ts'
import type { OutboxEntry } from './workspace.ts'

const contentSchema = z.object({
  change: changeSchema,
  receipt: receiptSchema.nullable(),
  epoch: z.string().optional(),
})

/** An outbox row in the clear, with its place in the order of saving. `epoch`: in which the receipt was given. */
export interface Queued extends OutboxEntry {
  order: number
  epoch?: string | undefined
}

type NewRow = Omit<OutboxRow, 'order'>

export async function sealQueued(sealer: Sealer, entry: Omit<Queued, 'order'>): Promise<NewRow> {
  const { change, receipt, state, epoch } = entry
  const sealed = await sealer.seal(placeOf(change.id), JSON.stringify({ change, receipt, epoch }))
  return { id: change.id, state, seq: receipt?.seq ?? null, sealed }
}

/** A settled change as it is kept on. */
export async function sealSent(sealer: Sealer, entry: Queued): Promise<SentRow> {
  const { id, sealed } = await sealQueued(sealer, entry)
  return { order: entry.order, id, seq: entry.receipt?.seq ?? 0, sealed }
}

export function openSent(sealer: Sealer, { seq, ...row }: SentRow): Promise<Queued> {
  return openQueued(sealer, { ...row, seq, state: 'answered' })
}

export async function openQueued(sealer: Sealer, row: OutboxRow): Promise<Queued> {
  const content: unknown = JSON.parse(await sealer.open(placeOf(row.id), row.sealed))
  return { ...contentSchema.parse(content), order: row.order, state: row.state }
}

/** As it was before it was sent. */
export function unanswered({ change, order }: Queued): Queued {
  return { change, order, state: 'pending', receipt: null }
}

/** The change as answered: refused ones wait for a person, the others for the records that show their outcome. */
export function answered(entry: Queued, receipt: Receipt, epoch: string | undefined): Queued {
  return { ...entry, receipt, epoch, state: receipt.outcome === 'refused' ? 'refused' : 'answered' }
}

/** Whether an answer says anything new: to what still waits for one, or where an earlier one can turn. */
export function isNews({ state, receipt }: OutboxEntry, next: Receipt): boolean {
  if (state !== 'refused' || !receipt) return state === 'pending'
  const same = (['outcome', 'reason', 'detail'] as const).every((part) => receipt[part] === next[part])
  return isAskedAfter(receipt) && !same
}

/** A refused change about which a manager decides, or has decided: nothing is asked of its author. */
export function isWithManager({ state, receipt }: OutboxEntry): boolean {
  return state === 'refused' && receipt?.reason === 'held'
}

/** Whether what stands at a place in the order, a record or all of them, shows what became of it. */
export function isSettled({ state, receipt }: OutboxEntry, seq: number): boolean {
  return state === 'answered' && receipt !== null && receipt.seq <= seq
}

/** For each record the changes that its pulled state need not show yet, in the order of saving. */
export function changesByRecord(entries: Queued[]): Map<string, Queued[]> {
  const changes = new Map<string, Queued[]>()
  for (const entry of entries) {
    if (entry.state === 'refused') continue
    for (const id of new Set(entry.change.edits.map((edit) => edit.id)))
      changes.set(id, [...(changes.get(id) ?? []), entry])
  }
  return changes
}

function placeOf(id: string): string {
  return `outbox ${id}`
}
