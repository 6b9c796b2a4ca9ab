import { v5 } from 'uuid'
import { z } from 'zod'
import { jsonObjectSchema } from '#domain/json.ts'
import type { Bytes } from '#vault/bytes.ts'
import type { Sealer } from '#vault/seal.ts'
import { type Versions, versionsSchema } from './draftVersions.ts'
import type { DraftRow } from './kept.ts'
import type { Draft } from './workspace.ts'

export const draftSchema = z.object({
  id: z.string(),
  about: z.string(),
  begunAt: z.string(),
  savedAt: z.string(),
  content: jsonObjectSchema,
})

/**
 * A draft with its place among the copies of it on other devices. `line` names this beginning: the same form, begun
 * again later, is another line. A draft is known to the server by its line alone, which says nothing.
 */
export interface KeptDraft {
  draft: Draft
  line: string
  versions: Versions
}

/** Rows written before drafts went to other devices have neither line nor versions. */
const rowSchema = draftSchema.extend({ line: z.uuid().optional(), versions: versionsSchema.optional() })

export async function sealDraft(sealer: Sealer, { draft, line, versions }: KeptDraft): Promise<DraftRow> {
  const text = JSON.stringify({ ...draft, line, versions })
  return { id: draft.id, sealed: await sealer.seal(placeOf(draft.id), text) }
}

export async function openDraft(
  sealer: Sealer,
  row: { id: string; sealed: Bytes },
  device: string,
): Promise<KeptDraft> {
  const parsed: unknown = JSON.parse(await sealer.open(placeOf(row.id), row.sealed))
  // An older row gets the same line whoever opens it, so that it is not taken for two beginnings.
  const { line = v5(row.id, device), versions = { [device]: 1 }, ...draft } = rowSchema.parse(parsed)
  return { draft, line, versions }
}

function placeOf(id: string): string {
  return `draft ${id}`
}
