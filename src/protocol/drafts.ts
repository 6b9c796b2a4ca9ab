import { z } from 'zod'

/**
 * Bounds of what lies at the service for one person, and of one request.
 *
 * - `sealed`: characters of one sealed draft; a longer one stays on its device alone
 * - `kept`: copies of open drafts, over all devices
 * - `named`: lines or marks in one list of a request
 */
export const DRAFT_LIMITS = { bytes: 1_500_000, sealed: 700_000, kept: 100, named: 100 } as const

/** `PUT /api/account/draft-key`: the key that seals the drafts of whoever is signed in, 32 bytes in base64. */
export const draftKeySchema = z.object({ key: z.string() })

const line = z.uuid()
const mark = z.string().max(64)
const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .max(10_000)
    .transform((text) => text.split(',').filter((each) => each !== ''))
    .pipe(z.array(item).max(DRAFT_LIMITS.named))
    .default([])

/**
 * `GET /api/sync/drafts`
 *
 * - `held`: lines that the device holds, to hear of those that ended
 * - `known`: marks of copies that need not be sent once more
 */
export const draftsQuerySchema = z.object({ held: listOf(line), known: listOf(mark) })

/**
 * The drafts of the person who asks, and nobody else's. What is sealed opens with their draft key and at its place only.
 *
 * - `copies`: one for each line and device. `mark` says whether it is the one known; `sealed` is null where it is
 * - `ended`: of the lines among `copies` and `held`
 */
export const draftsReplySchema = z.object({
  copies: z.array(
    z.object({
      line: z.string(),
      device: z.string(),
      mark: z.string(),
      received: z.string(),
      sealed: z.string().nullable(),
    }),
  ),
  ended: z.array(z.object({ line: z.string(), device: z.string(), sealed: z.string() })),
})
export type DraftsReply = z.infer<typeof draftsReplySchema>
export type ServiceCopy = DraftsReply['copies'][number]

/**
 * `PUT /api/sync/drafts`
 *
 * - `drafts`: copies of this device, each in place of its last
 * - `ended`: lines finished or thrown away on this device
 * - `dropped`: copies that hold nothing beyond what was ended; one that altered meanwhile stays
 */
export const putDraftsSchema = z.object({
  device: z.uuid(),
  drafts: z.array(z.object({ line, sealed: z.string().max(DRAFT_LIMITS.sealed) })).max(DRAFT_LIMITS.named),
  ended: z.array(z.object({ line, sealed: z.string().max(10_000) })).max(DRAFT_LIMITS.named),
  dropped: z.array(z.object({ line, device: z.uuid(), mark })).max(DRAFT_LIMITS.named),
})
export type PutDrafts = z.input<typeof putDraftsSchema>

/** The marks of the drafts that are kept now; one for which there is no room has none. */
export const putDraftsReplySchema = z.object({
  kept: z.array(z.object({ line: z.string(), mark: z.string() })),
})
export type PutDraftsReply = z.infer<typeof putDraftsReplySchema>
