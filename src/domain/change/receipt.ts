import { z } from 'zod'

/**
 * Why the server would not take a change. Words for people are in the features.
 *
 * - `held`: its author has lost access to a record of it; kept for a manager to decide
 * - `declined`: a manager decided against it; `detail` says why
 * - `destroyed`: the file that it belongs to was destroyed at the end of its time; the server keeps nothing of it
 */
export const refusalReasons = [
  'malformed',
  'tooLarge',
  'unknownKind',
  'unknownRecord',
  'wrongKind',
  'invalidBody',
  'appendOnly',
  'forbidden',
  'idReused',
  'held',
  'declined',
  'destroyed',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/**
 * Whether a device asks after it by sending the change again, once a round: a manager may decide, or the record that
 * the change is about may come, whose own change was refused and put right, or which another device still holds after
 * a restore.
 */
export function isAskedAfter(receipt: Pick<Receipt, 'outcome' | 'reason'>): boolean {
  return canStillTurn(receipt) || isTooEarly(receipt)
}

/** The record that it is about is not there, or not yet. */
export function isTooEarly({ outcome, reason }: Pick<Receipt, 'outcome' | 'reason'>): boolean {
  return outcome === 'refused' && reason === 'unknownRecord'
}

/**
 * The answers that can still turn, since a manager may decide, and think again: into one another, `applied` or
 * `contested`.
 */
export function canStillTurn({ outcome, reason }: Pick<Receipt, 'outcome' | 'reason'>): boolean {
  return outcome === 'refused' && (reason === 'held' || reason === 'declined')
}

/**
 * The server's answer to one change, the same however often the change is sent.
 * `seq` is the order at which it was settled: once a device has pulled past it, to the last page, its records show the outcome.
 * A device keeps a reason that it does not know.
 */
export const receiptSchema = z.object({
  change: z.string(),
  outcome: z.enum(['applied', 'contested', 'refused']),
  seq: z.number().int().nonnegative(),
  reason: z.string().optional(),
  detail: z.string().optional(),
})
export type Receipt = z.infer<typeof receiptSchema>
