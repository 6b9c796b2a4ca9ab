import { isObject, type Json, type JsonObject, jsonSchema } from '../json.ts'
import { segmentsOf } from '../merge/path.ts'
import type { Contested, ContestedValue } from '../record/record.ts'
import { type FileRecord, type Mark, markKey } from './marks.ts'

/** What stands in the place of what is withheld. */
export const WITHHELD = 'Withheld: about or from somebody else'

export interface HeldRecord extends FileRecord {
  file: string | null
  contested: Contested
  removed: boolean
  /** Written on this device and not settled at the service yet. */
  pending: boolean
}

/** A change as the service has it, with the edits that are of this file. */
export interface PastChange {
  at: string
  received: string
  by: string
  byName: string | null
  edits: Json[]
}

/**
 * One person's whole file, to be given to them. Nothing of it is altered where it lies; `withheld` says what was left out
 * and why, without its content. `history` is null where the file was made without the service.
 */
export interface PersonalFile {
  doorstep: 'personal file'
  made: string
  by: string
  records: HeldRecord[]
  history: PastChange[] | null
  withheld: Pick<Mark, 'record' | 'kind' | 'field' | 'why'>[]
}

interface Asked {
  records: readonly HeldRecord[]
  history: readonly PastChange[] | null
  /** What the manager chose to leave out. */
  withheld: readonly Mark[]
  made: string
  by: string
}

/** Puts the file together; what is withheld is so wherever it stands: in the record, beside it, and in its history. */
export function personalFile({ records, history, withheld, made, by }: Asked): PersonalFile {
  const keys = new Set(withheld.map(markKey))
  const isWithheld = (record: string, field: string) => keys.has(markKey({ record, field }))
  return {
    doorstep: 'personal file',
    made,
    by,
    records: records.map((record) => ({
      ...record,
      body: without(record.id, record.body, isWithheld),
      contested: contestedWithout(record, isWithheld),
    })),
    history:
      history?.map((change) => ({
        ...change,
        edits: change.edits.map((edit) => editWithout(edit, isWithheld)),
      })) ?? null,
    withheld: withheld.map(({ record, kind, field, why }) => ({ record, kind, field, why })),
  }
}

type IsWithheld = (record: string, field: string) => boolean

function without(record: string, body: JsonObject, isWithheld: IsWithheld): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => {
      if (isWithheld(record, field)) return [field, WITHHELD]
      return [field, field === 'item' ? answersWithout(record, value, isWithheld) : value]
    }),
  )
}

/** A form with the answers left out that are withheld, however deep they lie; the questions stay. */
function answersWithout(record: string, items: Json, isWithheld: IsWithheld): Json {
  if (Array.isArray(items)) return items.map((item) => answersWithout(record, item, isWithheld))
  if (!isObject(items)) return items
  const { linkId } = items
  const hidden = typeof linkId === 'string' && isWithheld(record, `item/${linkId}`)
  return Object.fromEntries(
    Object.entries(items).map(([key, value]) => {
      if (key === 'answer' && hidden) return [key, [{ valueString: WITHHELD }]]
      return [key, key === 'item' || key === 'answer' ? answersWithout(record, value, isWithheld) : value]
    }),
  )
}

/** A value that somebody wrote beside another one is of the same field. */
function contestedWithout({ id, contested }: HeldRecord, isWithheld: IsWithheld): Contested {
  const kept = Object.entries(contested).map(([path, values]) => {
    const hidden = isWithheld(id, segmentsOf(path)[0] ?? '')
    return [path, hidden ? values.map(valueWithout) : values] as const
  })
  return Object.fromEntries(kept)
}

function valueWithout({ settled, ...value }: ContestedValue): ContestedValue {
  const hidden = { ...value, from: null, to: WITHHELD }
  return settled ? { ...hidden, settled: { ...settled, was: null } } : hidden
}

/** An edit as it was sent, or a record that a device gave back: whatever its shape, what is of a field goes with it. */
function editWithout(edit: Json, isWithheld: IsWithheld): Json {
  if (!isObject(edit) || typeof edit['id'] !== 'string') return edit
  const { id } = edit
  return Object.fromEntries(
    Object.entries(edit).map(([key, value]) => {
      if ((key === 'body' || key === 'seen') && isObject(value)) return [key, without(id, value, isWithheld)]
      if ((key === 'fields' || key === 'contested') && isObject(value))
        return [key, fieldsWithout(id, value, isWithheld)]
      return [key, value]
    }),
  )
}

function fieldsWithout(record: string, fields: JsonObject, isWithheld: IsWithheld): Json {
  return jsonSchema.parse(
    Object.fromEntries(
      Object.entries(fields).map(([path, change]) => [
        path,
        isWithheld(record, segmentsOf(path)[0] ?? '') ? WITHHELD : change,
      ]),
    ),
  )
}
