import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from '../json.ts'

/** Who wrote something, on which device, in which change. `at` is the device's clock: for display, never for order. */
export const stampSchema = z.object({
  change: z.string(),
  by: z.string(),
  device: z.string(),
  at: z.string(),
})
export type Stamp = z.infer<typeof stampSchema>

/**
 * A value that met a different one. It stays beside the record's value until a person chooses; once chosen it
 * stays on, marked as settled, so that the choice can be undone.
 */
export const contestedValueSchema = stampSchema.extend({
  from: jsonSchema,
  to: jsonSchema,
  settled: z.object({ change: z.string(), by: z.string(), at: z.string() }).optional(),
})
export type ContestedValue = z.infer<typeof contestedValueSchema>

/** Keyed by field path (see `../merge/path.ts`); the empty path stands for the record as a whole: its removal. */
export const contestedSchema = z.record(z.string(), z.array(contestedValueSchema))
export type Contested = z.infer<typeof contestedSchema>

/** A tombstone: who took the record away, when, and why. The body stays on the server. */
export const removalSchema = stampSchema.extend({ reason: z.string() })
export type Removal = z.infer<typeof removalSchema>

/**
 * One record as the server holds it and a device keeps it. Loose: what a newer version adds travels back
 * unchanged.
 *
 * - `file`: the client whose case file it belongs to; null for the directory
 * - `seq`: the server's order, which no clock decides
 * - `rev`: how many changes have altered this record
 * - `version`: the kind's schema version that `body` was written in
 */
export const storedRecordSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  version: z.number().int().positive(),
  file: z.string().nullable(),
  seq: z.number().int().nonnegative(),
  rev: z.number().int().nonnegative(),
  deleted: removalSchema.nullable(),
  body: jsonObjectSchema,
  contested: contestedSchema,
})
export type StoredRecord = z.infer<typeof storedRecordSchema>

/** The values at a path that still wait for a person's choice. */
export function openContested(record: Pick<StoredRecord, 'contested'>, path: string): ContestedValue[] {
  return (Object.hasOwn(record.contested, path) ? (record.contested[path] ?? []) : []).filter(
    (value) => !value.settled,
  )
}

/** Every path of the record at which somebody has to choose. */
export function openQuestions(record: Pick<StoredRecord, 'contested'>): string[] {
  return Object.keys(record.contested).filter((path) => openContested(record, path).length > 0)
}
