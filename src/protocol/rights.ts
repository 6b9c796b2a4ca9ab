import { z } from 'zod'
import { isPlainText } from '#domain/json.ts'
import { objections } from '#domain/retention/retention.ts'

const words = z.string().trim().min(1).max(2000).refine(isPlainText, 'holds a character that cannot be kept')

/**
 * `POST /api/account/files/:client/destroy`, managers only: destroys a person's file, and what was merged into it, for good.
 *
 * - `name`: the person's, typed by the manager; it has to be theirs
 * - `despite`: the objections that the manager has seen and decided on
 */
export const destroyRequestSchema = z.object({
  name: words,
  why: words,
  despite: z.array(z.enum(objections)).default([]),
})
export type DestroyRequest = z.input<typeof destroyRequestSchema>

/**
 * - `objected`: nothing was done; `objections` that the manager has not decided on
 * - `otherName`: nothing was done; the name is not the person's
 * - `destroyed`: done; `cleared` whether the bytes on the server's disk were overwritten at once
 */
export const destroyReplySchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('objected'), objections: z.array(z.enum(objections)) }),
  z.object({ outcome: z.literal('otherName') }),
  z.object({ outcome: z.literal('destroyed'), cleared: z.boolean() }),
])
export type DestroyReply = z.infer<typeof destroyReplySchema>

/** `GET /api/account/destructions`, managers only: what is left of files that were destroyed, the newest first. */
export const destructionsSchema = z.object({
  destructions: z.array(
    z.object({
      file: z.string(),
      at: z.string(),
      by: z.string(),
      byName: z.string().nullable(),
      why: z.string(),
      lastSeen: z.string().nullable(),
    }),
  ),
})
export type Destruction = z.infer<typeof destructionsSchema>['destructions'][number]

/**
 * `GET /api/account/files/:client/history`, managers only: every change of a person's files, as the service has them.
 * `edits`: those of the files, as they were sent; of a record that a device gave back after a restore, the record.
 */
export const fileHistorySchema = z.object({
  changes: z.array(
    z.object({
      at: z.string(),
      received: z.string(),
      by: z.string(),
      byName: z.string().nullable(),
      edits: z.array(z.json()),
    }),
  ),
})
export type FileHistory = z.infer<typeof fileHistorySchema>

/**
 * `GET /api/account/audit`, managers only: who opened, changed, exported or printed what, the newest first. `file` names one
 * or several, with commas between; `from` and `to` are moments; `before` is the `cursor` of the last line seen.
 */
export const auditQuerySchema = z.object({
  file: z.string().max(2000).optional(),
  by: z.string().max(64).optional(),
  act: z.string().max(64).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  before: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type AuditQuery = z.infer<typeof auditQuerySchema>

/** `at`: when it was done, as far as the device can be believed; `kinds`: of the records that were changed. */
export const auditLineSchema = z.object({
  cursor: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string().nullable(),
  act: z.string(),
  file: z.string().nullable(),
  record: z.string().nullable(),
  kinds: z.array(z.string()),
})
export type AuditLine = z.infer<typeof auditLineSchema>

export const auditPageSchema = z.object({ lines: z.array(auditLineSchema), more: z.boolean() })
export type AuditPage = z.infer<typeof auditPageSchema>
