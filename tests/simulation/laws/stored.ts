import type { Database as SqliteFile } from 'better-sqlite3'
import { z } from 'zod'
import type { Change } from '#domain/change/change.ts'
import { jsonObjectSchema, type JsonObject } from '#domain/json.ts'
import { type StoredRecord, storedRecordSchema } from '#domain/record/record.ts'
import { readDeed } from '#server/reconcile/historyContent.ts'
import { roles } from '#domain/staff/staff.ts'

const recordRow = z.object({ wire: z.string(), kept: z.string().nullable() })
const historyRow = z.object({
  seq: z.number(),
  change: z.string(),
  by: z.string(),
  device: z.string(),
  at: z.string(),
  content: z.string(),
})
const refusedRow = z.object({ change: z.string(), content: z.string() })
const memberRow = z.object({
  staff: z.string(),
  role: z.enum(roles),
  team: z.string().nullable(),
  active: z.number(),
})

export interface Stored {
  records: Map<string, StoredRecord>
  /**
   * One row for each deed.
   *
   * - `change`: what a person saved; null where a device gave back a record that a restore had lost
   * - `returned`: that record
   * - `shown`: it came back after a restore, and its outcome with the records: it altered nothing here
   */
  history: (Omit<z.infer<typeof historyRow>, 'change'> & {
    id: string
    change: Change | null
    returned: StoredRecord | null
    shown: boolean
  })[]
  refused: { change: string; content: string }[]
  members: Map<string, z.infer<typeof memberRow>>
}

/** What lies in the server's file, read without the server's help. */
export function readStored(file: SqliteFile): Stored {
  const rows = <T>(schema: z.ZodType<T>, sql: string) => rowsOf(file, schema, sql)
  const records = rows(recordRow, 'select wire, kept from records').map(fullRecord)
  return {
    records: new Map(records.map((record) => [record.id, record])),
    history: readHistory(file),
    refused: rows(refusedRow, 'select change, content from refused'),
    members: new Map(
      rows(memberRow, 'select staff, role, team, active from members').map((row) => [row.staff, row]),
    ),
  }
}

export function readHistory(file: SqliteFile): Stored['history'] {
  const history = rowsOf(
    file,
    historyRow,
    'select seq, change, "by", device, at, content from history order by seq',
  )
  return history.map(({ change: id, ...row }) => ({ ...row, id, ...deedIn(row.content) }))
}

function rowsOf<T>(file: SqliteFile, schema: z.ZodType<T>, sql: string): T[] {
  return z.array(schema).parse(file.prepare(sql).all())
}

function deedIn(content: string): Pick<Stored['history'][number], 'change' | 'returned' | 'shown'> {
  const deed = readDeed(content)
  switch (deed?.deed) {
    case 'returned':
      return { change: null, returned: deed.returned.record, shown: false }
    case 'change':
    case 'shown':
      return { change: deed.change, returned: null, shown: deed.deed === 'shown' }
    case 'destroyed':
    case 'erased':
      throw new Error('Nothing is ever destroyed in a history')
    case undefined:
      throw new Error(`The history holds what nobody can read: ${content}`)
  }
}

function fullRecord({ wire, kept }: z.infer<typeof recordRow>): StoredRecord {
  const shown = storedRecordSchema.parse(JSON.parse(wire))
  const body: JsonObject = kept === null ? shown.body : jsonObjectSchema.parse(JSON.parse(kept))
  return { ...shown, body }
}
