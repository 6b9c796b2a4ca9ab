import { z } from 'zod'
import { receiptSchema } from '#domain/change/receipt.ts'
import { storedRecordSchema } from '#domain/record/record.ts'

/** Bounds of one push; a device splits its outbox accordingly. */
export const PUSH_LIMITS = { changes: 100, bytes: 1_000_000, changeBytes: 500_000 } as const
/** Records on one page of a pull. */
export const PULL_PAGE = 500

/**
 * `POST /api/sync/changes`. Changes are parsed one by one, so that a malformed one cannot block the others. `epoch` is
 * the one of the device's checkpoint: a server that was restored since takes nothing yet, for what these changes build
 * on may have to come back first.
 */
export const pushRequestSchema = z.object({
  protocol: z.number().int(),
  device: z.uuid(),
  epoch: z.string().optional(),
  changes: z.array(z.unknown()).max(PUSH_LIMITS.changes),
})

/**
 * One receipt for each change, in the order sent; none where the server is in another epoch than the one asked for.
 * `waiting`: ids of changes that get none yet, since an app newer than the server wrote them (`doorstep-speaks`) and
 * the server does not understand them, or what they build on.
 */
export const pushReplySchema = z.object({
  receipts: z.array(receiptSchema),
  epoch: z.string().optional(),
  waiting: z.array(z.string()).optional(),
})
export type PushReply = z.infer<typeof pushReplySchema>

/**
 * How far a device has come. `epoch` changes when the server was restored from a backup, `scopeVersion` when
 * what the person may see has changed; either leads to a comparison by manifest.
 */
export const checkpointSchema = z.object({
  epoch: z.string(),
  scopeVersion: z.number().int(),
  seq: z.number().int().nonnegative(),
})
export type Checkpoint = z.infer<typeof checkpointSchema>

/** `GET /api/sync/records?epoch=&scopeVersion=&after=&limit=`; without `epoch` from the beginning. */
export const pullQuerySchema = z.object({
  epoch: z.string().optional(),
  scopeVersion: z.coerce.number().int().optional(),
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(2000).default(PULL_PAGE),
})
export type PullQuery = z.infer<typeof pullQuerySchema>

/**
 * A page of records in the server's order, as far as the person may see them.
 *
 * - `records`: as the device is to hold them; a tombstone has `deleted` and an empty body unless values on it are contested
 * - `gone`: ids that left what the person may see, without content
 * - `checkpoint`: where the device stands once the page is stored
 * - `more`: whether another page waits
 */
export const pullPageSchema = z.object({
  kind: z.literal('page'),
  checkpoint: checkpointSchema,
  records: z.array(storedRecordSchema),
  gone: z.array(z.string()),
  more: z.boolean(),
})
export type PullPage = z.infer<typeof pullPageSchema>

/** The device's checkpoint is of another epoch or scope version: compare manifests. */
const pullCompareSchema = z.object({ kind: z.literal('compare') })

export const pullReplySchema = z.discriminatedUnion('kind', [pullPageSchema, pullCompareSchema])
export type PullReply = z.infer<typeof pullReplySchema>

/** `GET /api/sync/manifest`: id and rev of everything the person may see, as of the checkpoint. */
export const manifestSchema = z.object({
  checkpoint: checkpointSchema,
  records: z.array(z.tuple([z.string(), z.number().int()])),
})
export type Manifest = z.infer<typeof manifestSchema>

/** `POST /api/sync/records`: named records, for healing after a comparison. Those out of scope are left out. */
export const fetchRequestSchema = z.object({ ids: z.array(z.uuid()).max(500) })

/** `POST /api/sync/records` and `GET /api/sync/ready`, the files of the next visits. No checkpoint moves by these. */
export const fetchReplySchema = z.object({ records: z.array(storedRecordSchema) })
export type FetchReply = z.infer<typeof fetchReplySchema>

/** An event of `GET /api/sync/pokes`: there is something to pull. */
export const pokeSchema = z.object({ seq: z.number().int() })
export type Poke = z.infer<typeof pokeSchema>
