import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formOf, visitDraftSchema } from '#domain/visit/visitDraft.ts'
import { checkpointSchema } from '#protocol/sync.ts'
import { Keeper } from '#store/keeper.ts'
import { openMemoryKept, MemoryDisk } from '#tests/fixtures/memoryKept.ts'
import { readableSealer } from './readableSealer.ts'
import { keptOf, releasedProtocols } from './released.ts'

// A device that was away for a year opens, in the app of today, what the app of then has kept on it.

const sealed = z.string().transform((text) => new TextEncoder().encode(text))
const keptSchema = z.object({
  checkpoint: checkpointSchema,
  stamp: z.number(),
  order: z.number(),
  client: z.string(),
  other: z.string(),
  note: z.string(),
  visit: z.string(),
  tables: z.object({
    pages: z.array(z.object({ page: z.number(), stamp: z.number(), sealed })),
    outbox: z.array(
      z.object({
        order: z.number(),
        id: z.string(),
        state: z.enum(['pending', 'answered', 'refused']),
        seq: z.number().nullable(),
        sealed,
      }),
    ),
    drafts: z.array(z.object({ id: z.string(), sealed })),
  }),
})

describe.each(releasedProtocols)('what the release that spoke protocol %i has kept', (protocol) => {
  const kept = keptSchema.parse(keptOf(protocol))
  const { pages, outbox, drafts } = kept.tables

  async function open(): Promise<{ keeper: Keeper; disk: MemoryDisk }> {
    const disk = Object.assign(new MemoryDisk(), {
      checkpoint: kept.checkpoint,
      stamp: kept.stamp,
      order: kept.order,
      pages: new Map(pages.map((row) => [row.page, row])),
      outbox: new Map(outbox.map((row) => [row.order, row])),
      drafts: new Map(drafts.map((row) => [row.id, row])),
    })
    const deps = { kept: openMemoryKept(disk), sealer: readableSealer, device: v7(), app: 'today' }
    return { keeper: await Keeper.open({ ...deps, clock: () => new Date(), newId: v7 }), disk }
  }

  test('is all there: records, changes with their receipts, the checkpoint, the draft', async () => {
    const { keeper } = await open()
    expect(keeper.record(kept.client)?.body).toMatchObject({ firstName: 'Ife', familyName: 'Ade' })
    expect(keeper.checkpoint).toEqual(kept.checkpoint)
    const entries = keeper.outbox()
    expect(entries.map(({ state, receipt }) => [state, receipt?.reason])).toEqual([
      ['answered', undefined],
      ['refused', 'forbidden'],
      ['pending', undefined],
    ])
    expect(entries.map(({ change }) => change.edits[0]?.id)).toEqual([kept.other, kept.other, kept.note])
    const draft = visitDraftSchema.parse(keeper.drafts.read(kept.visit)?.content)
    expect(draft.answers['matters.day']).toEqual([{ type: 'string', value: 'Mornings' }])
    expect([draft.seen.client.id, formOf(draft)?.resourceType]).toEqual([kept.client, 'Questionnaire'])
  })

  test('can be gone on with: the draft is written on, the change is settled', async () => {
    const { keeper, disk } = await open()
    const draft = keeper.drafts.read(kept.visit)
    if (!draft) throw new Error('no draft')
    const before = keeper.drafts.drafts.get(kept.visit)
    expect((await keeper.writeDraft({ ...draft, content: { answers: {} } })).ok).toBe(true)
    expect(keeper.drafts.drafts.get(kept.visit)?.line).toBe(before?.line)
    await keeper.keepRecords([], [], { ...kept.checkpoint, seq: 20 })
    expect(keeper.outbox().map(({ state }) => state)).toEqual(['refused', 'pending'])
    expect(disk.drafts.size).toBe(1)
  })
})
