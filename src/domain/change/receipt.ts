import { z } from 'zod'

/**
 * Why the server would not take a change. Words for people are in the features.
 *
 * - `held`: its author has lost access to a record of it; kept for a manager to decide
 * - `declined`: a manager decided against it; `detail` says why
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
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/**
 * The answers that can still turn, since a manager may decide, and think again: into one another, `applied` or
 * `contested`. A device asks after them by sending the change again, once a round.
 */
export function canStillTurn({ outcome, reason }: Pick<Receipt, 'outcome' | 'reason'>): boolean {
  return outcome === 'refused' && (reason === 'held' || reason === 'declined')
}

/**
 * The server's answer to one change, the same however often the change is sent.
 * `seq` is the order at which it was settled: once a device has pulled past it, its records show the outcome.
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
