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
 * stays on, marked as settled, so that the choice can be undone: `was` is what the record said before the choice.
 */
export const contestedValueSchema = z.looseObject({
  ...stampSchema.shape,
  from: jsonSchema,
  to: jsonSchema,
  settled: z
    .looseObject({ change: z.string(), by: z.string(), at: z.string(), was: jsonSchema.optional() })
    .optional(),
})
export type ContestedValue = z.infer<typeof contestedValueSchema>

/**
 * Keyed by field path (see `../merge/path.ts`). The empty path stands for the record as a whole: `to` is
 * `{ removed: true, reason }` where somebody wants it removed, null where somebody wants a removed one kept.
 */
export const contestedSchema = z.record(z.string(), z.array(contestedValueSchema))
export type Contested = z.infer<typeof contestedSchema>

/**
 * Who gave a field the value it has, for the question that a different value raises. Keyed by field path; a field
 * that was never edited since its record began has none.
 */
export const writtenSchema = z.record(z.string(), z.object({ by: z.string(), at: z.string() }))
export type Written = z.infer<typeof writtenSchema>

/** A tombstone: who took the record away, when, and why. The body stays on the server. */
export const removalSchema = z.looseObject({ ...stampSchema.shape, reason: z.string() })
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
  written: writtenSchema.optional(),
})
export type StoredRecord = z.infer<typeof storedRecordSchema>

/** The values at a path that still wait for a person's choice. */
export function openContested(record: Pick<StoredRecord, 'contested'>, path: string): ContestedValue[] {
  return (Object.hasOwn(record.contested, path) ? (record.contested[path] ?? []) : []).filter(
    (value) => !value.settled,
  )
}

/** Who last wrote the value at a path, or the whole it is part of; null where nobody has since the record began. */
export function writerAt(record: Pick<StoredRecord, 'written'>, path: string): Written[string] | null {
  const written = record.written ?? {}
  const wholes = path.split('/').map((_, i, segments) => segments.slice(0, segments.length - i).join('/'))
  const at = wholes.find((whole) => Object.hasOwn(written, whole))
  return at === undefined ? null : (written[at] ?? null)
}

/** Every path of the record at which somebody has to choose. */
export function openQuestions(record: Pick<StoredRecord, 'contested'>): string[] {
  return Object.keys(record.contested).filter((path) => openContested(record, path).length > 0)
}
