import { ZodError } from 'zod'
import { openQuestions, type StoredRecord, storedRecordSchema } from '#domain/record/record.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import type { RecordRow } from '../store/tables.ts'

/** A record as the table holds it. What a device is to get lies ready as text. */
export function toRow(tenant: string, record: StoredRecord): RecordRow {
  const hidden = record.deleted !== null && openQuestions(record).length === 0
  const { id, kind, file, seq, rev } = record
  return {
    tenant,
    id,
    kind,
    file,
    seq,
    rev,
    deleted: record.deleted ? 1 : 0,
    ...due(record),
    wire: JSON.stringify(hidden ? { ...record, body: {} } : record),
    kept: hidden ? JSON.stringify(record.body) : null,
  }
}

/** The record in full, the body of a tombstone included. */
export function fromRow({ wire, kept }: Pick<RecordRow, 'wire' | 'kept'>): StoredRecord {
  const shown = storedRecordSchema.parse(JSON.parse(wire))
  return kept === null ? shown : { ...shown, body: jsonObjectSchema.parse(JSON.parse(kept)) }
}

/** The same where a row may be damaged: null where it is no record. */
export function readRow(row: Pick<RecordRow, 'wire' | 'kept'>): StoredRecord | null {
  try {
    return fromRow(row)
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof ZodError) return null
    throw fault
  }
}

/** For whom and on which day a visit is planned. */
function due({ kind, deleted, body }: StoredRecord): Pick<RecordRow, 'due_for' | 'due_on'> {
  const { status, coordinator, startsAt } = body
  const planned = kind === 'visit' && deleted === null && status === 'planned'
  if (!planned || typeof coordinator !== 'string' || typeof startsAt !== 'string') {
    return { due_for: null, due_on: null }
  }
  return { due_for: coordinator, due_on: startsAt.slice(0, 10) }
}
