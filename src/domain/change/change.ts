import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from '../json.ts'

/**
 * What one field was and what it should be.
 *
 * - `settles`: contested values (by change id) that the author saw and decided on
 * - `reopens`: settled values that become a question again: the undo of a settlement
 */
export const fieldEditSchema = z.object({
  from: jsonSchema,
  to: jsonSchema,
  settles: z.array(z.string()).optional(),
  reopens: z.array(z.string()).optional(),
})
export type FieldEdit = z.infer<typeof fieldEditSchema>

const target = {
  kind: z.string().min(1).max(64),
  id: z.uuid(),
  version: z.number().int().positive(),
}

export const createSchema = z.object({
  op: z.literal('create'),
  ...target,
  file: z.uuid().nullable(),
  body: jsonObjectSchema,
})

export const fieldsEditSchema = z.object({
  op: z.literal('edit'),
  ...target,
  fields: z.record(z.string(), fieldEditSchema),
})

/**
 * - `seen`: the body as the author saw it: a removal must not swallow an edit that they did not see
 * - `knows`: earlier removals (by change id) that the author saw decided against or undone, so that a removal made
 *   in ignorance does not override who kept the record
 */
export const removeSchema = z.object({
  op: z.literal('remove'),
  ...target,
  reason: z.string().min(1),
  seen: jsonObjectSchema,
  knows: z.array(z.string()).optional(),
  settles: z.array(z.string()).optional(),
})

const restoreSchema = z.object({ op: z.literal('restore'), ...target })

export const editSchema = z.discriminatedUnion('op', [
  createSchema,
  fieldsEditSchema,
  removeSchema,
  restoreSchema,
])
export type Edit = z.infer<typeof editSchema>
export type FieldsEdit = z.infer<typeof fieldsEditSchema>
export type RemoveEdit = z.infer<typeof removeSchema>

/**
 * One save of one person: immutable, atomic over all its edits, identified for good by `id` (UUIDv7).
 * `at` is the device's clock and only ever shown; `app` is the build that wrote it; `pulled` is how far in the
 * server's order the device had come at that moment: what its author could know.
 * Write one edit for each record: only so does merging the change twice equal merging it once (see `mergeEdit`).
 */
export const changeSchema = z.object({
  id: z.uuid(),
  device: z.uuid(),
  at: z.iso.datetime(),
  app: z.string().max(64),
  pulled: z.number().int().nonnegative().optional(),
  edits: z.array(editSchema).min(1).max(200),
})
export type Change = z.infer<typeof changeSchema>
