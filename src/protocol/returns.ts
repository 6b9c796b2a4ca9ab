import { z } from 'zod'
import { receiptSchema } from '#domain/change/receipt.ts'
import { checkpointSchema } from './sync.ts'

/** Bounds of one request; a device makes pages accordingly. */
export const RETURN_LIMITS = { records: 200, changes: 100, bytes: 1_000_000 } as const

/**
 * `POST /api/sync/returns`: after a restore a device gives back what the server has lost. Accepted only from a device
 * whose checkpoint is of another epoch than the server's.
 *
 * - `from`: the device's checkpoint, of before the restore
 * - `records`: as the device holds them, clients before what is in their files. Parsed one by one
 * - `changes`: settled changes of this person whose outcome is in records that were given back: they belong into the
 *   history, and alter nothing. Parsed one by one
 */
export const returnsRequestSchema = z.object({
  protocol: z.number().int(),
  device: z.uuid(),
  from: checkpointSchema,
  records: z.array(z.unknown()).max(RETURN_LIMITS.records),
  changes: z.array(z.unknown()).max(RETURN_LIMITS.changes),
})

/**
 * What became of a record that came back, by its id, in the order sent.
 *
 * - `taken`: the server has it again
 * - `contested`: it has, and some of it met something newer: a person chooses
 * - `known`: it had it already, or something later
 * - `refused`: not this person's to write, or not readable; `reason` as in a receipt. Its text is kept aside
 */
const returnedSchema = z.object({
  id: z.string(),
  outcome: z.enum(['taken', 'contested', 'known', 'refused']),
  reason: z.string().optional(),
})

/**
 * - `epoch`: the server's own
 * - `since`: up to here in the order, device and server have the same past. All that the device holds from beyond is
 *   what the server may have lost
 */
export const returnsReplySchema = z.object({
  epoch: z.string(),
  since: z.number().int().nonnegative(),
  records: z.array(returnedSchema),
  receipts: z.array(receiptSchema),
})
export type ReturnsReply = z.infer<typeof returnsReplySchema>
export type Returned = ReturnsReply['records'][number]
