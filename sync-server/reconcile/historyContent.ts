import { z } from 'zod'
import { type Change, changeSchema } from '#domain/change/change.ts'
import { applyEdit, applyReturned } from '#domain/kind/applyEdit.ts'
import { type Stamp, type StoredRecord, storedRecordSchema } from '#domain/record/record.ts'

/** A record that a device gave back after a restore. `epoch`: the one in which it held it; `base`: see `mergeReturned`. */
const givenBackSchema = z.object({
  epoch: z.string(),
  record: storedRecordSchema,
  base: storedRecordSchema.nullable(),
})
export type GivenBack = z.infer<typeof givenBackSchema>

const returnSchema = z.object({ returned: givenBackSchema })
const shownSchema = z.object({ shown: changeSchema })

/**
 * A file that was destroyed, with those that were merged into it.
 *
 * - `records`: the ids of all that lay in them
 * - `erased`: the earlier rows out of which something was taken, with the hash that they had and keep, and in `left` the
 *   hash of the row as it is now: so that a row that was altered by anybody else is still found
 */
const destroyedSchema = z.object({
  files: z.array(z.string()),
  records: z.array(z.string()),
  why: z.string(),
  lastSeen: z.string().nullable(),
  erased: z.array(z.object({ seq: z.number().int(), hash: z.string(), left: z.string() })),
})
export type Destroyed = z.infer<typeof destroyedSchema>

const destroyedDeedSchema = z.object({ destroyed: destroyedSchema })
const erasedSchema = z.object({ erased: z.enum(['change', 'returned']) })

/**
 * What a row of the history says was done.
 *
 * - `change`: a change was merged
 * - `returned`: after a restore a device gave back a record
 * - `shown`: after a restore a change came back whose outcome was in the records already; it altered nothing
 * - `destroyed`: a file was destroyed
 * - `erased`: all of it was about files that were destroyed since; `of`: what it was
 */
export type Deed =
  | { deed: 'change'; change: Change }
  | { deed: 'returned'; returned: GivenBack }
  | { deed: 'shown'; change: Change }
  | { deed: 'destroyed'; destroyed: Destroyed }
  | { deed: 'erased'; of: 'change' | 'returned' }

// A change as it was sent is its own content, so the others must not read like one.

export function contentOfReturned(returned: GivenBack): string {
  return JSON.stringify({ returned })
}

/** `content`: of the change as it was sent. */
export function contentOfShown(content: string): string {
  return `{"shown":${content}}`
}

export function contentOfDestroyed(destroyed: Destroyed): string {
  return JSON.stringify({ destroyed })
}

export function contentOfErased(erased: 'change' | 'returned'): string {
  return JSON.stringify({ erased })
}

/** Null where it cannot be read. */
export function readDeed(content: string): Deed | null {
  const raw = parse(content)
  const change = changeSchema.safeParse(raw)
  if (change.success) return { deed: 'change', change: change.data }
  const returned = returnSchema.safeParse(raw)
  if (returned.success) return { deed: 'returned', returned: returned.data.returned }
  const shown = shownSchema.safeParse(raw)
  if (shown.success) return { deed: 'shown', change: shown.data.shown }
  const destroyed = destroyedDeedSchema.safeParse(raw)
  if (destroyed.success) return { deed: 'destroyed', destroyed: destroyed.data.destroyed }
  const erased = erasedSchema.safeParse(raw)
  return erased.success ? { deed: 'erased', of: erased.data.erased } : null
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** How the content of a returned record begins, for finding it without reading all. */
export const RETURNED_BEGINS = '{"returned":'
export const DESTROYED_BEGINS = '{"destroyed":'

/** Does again to `records` what a row of the history did; whether that was possible. `of`: only these records. */
export function replay(
  records: Map<string, StoredRecord>,
  row: { seq: number; content: string } & Stamp,
  of: (id: string) => boolean = () => true,
): boolean {
  const deed = readDeed(row.content)
  if (deed === null) return false
  const { change, by, device, at } = row
  return replayDeed(records, deed, row.seq, { change, by, device, at }, of)
}

function replayDeed(
  records: Map<string, StoredRecord>,
  deed: Deed,
  seq: number,
  stamp: Stamp,
  of: (id: string) => boolean,
): boolean {
  const put = (before: StoredRecord | null, after: StoredRecord) => {
    if (after.rev !== before?.rev) records.set(after.id, { ...after, seq })
  }
  switch (deed.deed) {
    case 'shown':
    case 'erased':
      return true
    case 'destroyed':
      for (const id of deed.destroyed.records) records.delete(id)
      return true
    case 'returned': {
      const { record, base } = deed.returned
      const before = records.get(record.id) ?? null
      if (of(record.id)) put(before, applyReturned(before, record, base, stamp).record)
      return true
    }
    case 'change':
      return deed.change.edits
        .filter((edit) => of(edit.id))
        .every((edit) => {
          const before = records.get(edit.id) ?? null
          const merged = applyEdit(before, edit, stamp)
          if (merged.ok) put(before, merged.value.record)
          return merged.ok
        })
  }
}
