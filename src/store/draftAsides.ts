import { z } from 'zod'
import type { Sealer } from '#vault/seal.ts'
import { draftSchema } from './drafts.ts'
import { versionsSchema } from './draftVersions.ts'
import type { AsideRow } from './kept.ts'

export const draftEnds = ['finished', 'discarded'] as const
export type DraftEnd = (typeof draftEnds)[number]

/**
 * What a device remembers about drafts besides the drafts themselves.
 *
 * - `key`: the person's draft key as of an epoch of the server, in base64
 * - `sent`: the state of a line that lies at the service, and as which device's copy
 * - `ended`: a line ended here. `told`: the epoch of the server that was told of it; one that was restored since has
 *   forgotten, and is told again
 * - `closed`: a line ended on another device, while this one holds more than was ended
 * - `copy`: a copy that went another way than the one here; `setAside` once the person has chosen
 * - `unreadable`: copies at the service that do not open
 */
const asideSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('key'), key: z.string(), epoch: z.string().nullable() }),
  z.object({
    is: z.literal('sent'),
    line: z.string(),
    versions: versionsSchema,
    device: z.string(),
    mark: z.string(),
  }),
  z.object({
    is: z.literal('ended'),
    line: z.string(),
    versions: versionsSchema,
    how: z.enum(draftEnds),
    told: z.string().nullable(),
  }),
  z.object({ is: z.literal('closed'), line: z.string(), how: z.enum(draftEnds) }),
  z.object({
    is: z.literal('copy'),
    line: z.string(),
    device: z.string(),
    versions: versionsSchema,
    draft: draftSchema,
    setAside: z.boolean(),
  }),
  z.object({ is: z.literal('unreadable'), copies: z.number().int() }),
])
export type Aside = z.infer<typeof asideSchema>
export type AsideOf<Is extends Aside['is']> = Extract<Aside, { is: Is }>

/** One row for each; a later one of the same name takes its place. */
export function nameOf(aside: Aside): string {
  switch (aside.is) {
    case 'key':
    case 'unreadable':
      return `draft ${aside.is}`
    case 'sent':
    case 'ended':
    case 'closed':
      return `draft ${aside.is} ${aside.line}`
    case 'copy':
      return `draft copy ${aside.line} ${aside.device}`
  }
}

export async function sealAside(sealer: Sealer, aside: Aside): Promise<AsideRow> {
  const name = nameOf(aside)
  return { name, sealed: await sealer.seal(`aside ${name}`, JSON.stringify(aside)) }
}

export async function openAside(sealer: Sealer, { name, sealed }: AsideRow): Promise<Aside> {
  const parsed: unknown = JSON.parse(await sealer.open(`aside ${name}`, sealed))
  return asideSchema.parse(parsed)
}
