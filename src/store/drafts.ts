import { z } from 'zod'
import { jsonObjectSchema } from '#domain/json.ts'
import type { Bytes } from '#vault/bytes.ts'
import type { Sealer } from '#vault/seal.ts'
import type { DraftRow } from './kept.ts'
import type { Draft } from './workspace.ts'

const draftSchema = z.object({
  id: z.string(),
  about: z.string(),
  begunAt: z.string(),
  savedAt: z.string(),
  content: jsonObjectSchema,
})

export async function sealDraft(sealer: Sealer, draft: Draft): Promise<DraftRow> {
  return { id: draft.id, sealed: await sealer.seal(`draft ${draft.id}`, JSON.stringify(draft)) }
}

export async function openDraft(sealer: Sealer, row: { id: string; sealed: Bytes }): Promise<Draft> {
  const parsed: unknown = JSON.parse(await sealer.open(`draft ${row.id}`, row.sealed))
  return draftSchema.parse(parsed)
}
