import { z } from 'zod'
import { type Change, type Edit } from '#domain/change/change.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import { contentOfErased, contentOfReturned, contentOfShown, readDeed } from './historyContent.ts'

type Gone = ReadonlySet<string>

/**
 * What is left of a row's content once nothing of these records and files is in it; null where nothing has to go. Edits of
 * other records in the same change stay, so that the history still leads to them. Of a line of the log about such a
 * file the reason goes, which somebody wrote; who did what, and when, stays.
 */
export function contentWithout(content: string, gone: Gone): string | null {
  const deed = readDeed(content)
  switch (deed?.deed) {
    case 'change':
      return changeWithout(deed.change, gone, (left) => JSON.stringify(left))
    case 'shown':
      return changeWithout(deed.change, gone, (left) => contentOfShown(JSON.stringify(left)))
    case 'returned': {
      const { id, file } = deed.returned.record
      if (isGone({ id, file }, gone)) return contentOfErased('returned')
      const log = withoutReason(deed.returned.record, gone)
      return log ? contentOfReturned({ ...deed.returned, record: log }) : null
    }
    case 'destroyed':
    case 'erased':
    case undefined:
      return null
  }
}

/** What this version does not know of a change goes as well, where anything has to: it could say anything. */
function changeWithout(change: Change, gone: Gone, write: (left: Change) => string): string | null {
  const edits = change.edits.flatMap((edit): Edit[] => {
    if (isGone({ id: edit.id, file: edit.op === 'create' ? edit.file : null }, gone)) return []
    if (edit.op !== 'create') return [edit]
    return [withoutReason(edit, gone) ?? edit]
  })
  const same = edits.length === change.edits.length && edits.every((edit, i) => edit === change.edits[i])
  if (same) return null
  return edits.length === 0 ? contentOfErased('change') : write({ ...change, edits })
}

function isGone({ id, file }: { id: string; file: string | null }, gone: Gone): boolean {
  return gone.has(id) || (file !== null && gone.has(file))
}

const lineSchema = z.looseObject({
  act: z.string(),
  about: z.looseObject({ client: z.string().optional(), record: z.string().optional() }),
  reason: z.string(),
})

/** A line of the log about a file that goes, without its reason; null where it is none. The destruction keeps its own. */
export function withoutReason<Line extends { kind: string; body: object }>(
  line: Line,
  gone: Gone,
): Line | null {
  if (line.kind !== 'audit') return null
  const parsed = lineSchema.safeParse(line.body)
  if (!parsed.success || parsed.data.act === 'destroyed') return null
  const { client, record } = parsed.data.about
  if (!gone.has(client ?? '') && !gone.has(record ?? '')) return null
  const { reason: _reason, ...body } = parsed.data
  return { ...line, body: jsonObjectSchema.parse(body) }
}
