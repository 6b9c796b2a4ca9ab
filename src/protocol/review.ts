import { z } from 'zod'
import { changeSchema } from '#domain/change/change.ts'
import { isPlainText } from '#domain/json.ts'

/**
 * - `held`: waits for a manager
 * - `taken`, `declined`: a manager has decided
 * - `refused`: does not fit; its author is told why, nobody else needs to do anything
 */
export const reviewStates = ['held', 'taken', 'declined', 'refused'] as const
export type ReviewState = (typeof reviewStates)[number]

/**
 * A change that the service did not simply take.
 *
 * - `hash`: of its content, by which it is named
 * - `by`: the staff id of its author; `received` and `reviewedAt` by the server's clock
 * - `change`: null where it cannot be read; `content` is what was sent, as JSON text
 */
export const reviewItemSchema = z.object({
  hash: z.string(),
  state: z.enum(reviewStates),
  reason: z.string(),
  by: z.string(),
  received: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  note: z.string().nullable(),
  change: changeSchema.nullable(),
  content: z.string(),
})
export type ReviewItem = z.infer<typeof reviewItemSchema>

/** `GET /api/account/refused?state=&before=`, managers only: the newest first. `waiting` counts all that are held. */
export const reviewQuerySchema = z.object({
  state: z.enum(reviewStates).optional(),
  before: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type ReviewQuery = z.infer<typeof reviewQuerySchema>
export const reviewListSchema = z.object({
  items: z.array(reviewItemSchema),
  waiting: z.number().int(),
  more: z.boolean(),
})
export type ReviewList = z.infer<typeof reviewListSchema>

/**
 * `POST /api/account/refused/:hash`
 *
 * - `take`: the change is reconciled as its author's, with the manager's authority, as things stand now
 * - `decline`: its author is told, with `note` as the reason; it is kept
 * - `reopen`: undoes a `decline`
 */
export const decisionSchema = z.object({
  decision: z.enum(['take', 'decline', 'reopen']),
  note: z.string().trim().max(2000).refine(isPlainText, 'holds a character that cannot be kept').default(''),
})
export type Decision = z.infer<typeof decisionSchema>

/** `notTaken`: why the change does not fit even with a manager's authority (`RefusalReason`); it stays as it was. */
export const decidedSchema = z.object({
  item: reviewItemSchema,
  notTaken: z.string().nullable(),
})
export type Decided = z.infer<typeof decidedSchema>
