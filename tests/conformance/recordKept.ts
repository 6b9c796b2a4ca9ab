import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import { jsonObjectSchema } from '#domain/json.ts'
import { beginVisit } from '#domain/visit/visitDraft.ts'
import { createRecord } from '#domain/change/write.ts'
import { PROTOCOL } from '#protocol/version.ts'
import { Keeper } from '#store/keeper.ts'
import { MemoryDisk, openMemoryKept } from '#tests/fixtures/memoryKept.ts'
import { readableSealer } from './readableSealer.ts'

// Records what the app of this build keeps on a device: every row of every table, with what would be sealed laid open.
// Run once when a protocol version is released: `node tests/conformance/recordKept.ts`.

const folder = fileURLToPath(new URL(`./released/protocol-${PROTOCOL}/`, import.meta.url))
const [client, other, note, visit] = [v7(), v7(), v7(), v7()]
const disk = new MemoryDisk()
const keeper = await Keeper.open({
  kept: openMemoryKept(disk),
  sealer: readableSealer,
  device: v7(),
  app: 'recorded',
  clock: () => new Date('2026-03-02T10:00:00.000Z'),
  newId: v7,
})

const team = '11111111-1111-4111-8111-111111111111'
const body = { firstName: 'Ife', familyName: 'Ade', team, status: 'open' } as const
const record = { kind: 'client', version: 1, seq: 1, rev: 1, deleted: null, body, contested: {} }
const checkpoint = { epoch: 'recorded', scopeVersion: 1, seq: 1 }
await keeper.keepRecords([{ ...record, id: client, file: client }], [], checkpoint)
const newClient = createRecord('client', other, other, body)
const saves = [await keeper.save([newClient]), await keeper.save([newClient])]
const noted = { text: 'Spoke on the phone', at: '2026-03-02T10:00:00.000Z', author: 'somebody' }
await keeper.save([createRecord('note', note, client, noted)])
const [answered, refused] = saves.flatMap((saved) => (saved.ok ? [saved.value.id] : []))
await keeper.keepReceipts([
  { change: answered ?? '', outcome: 'applied', seq: 9 },
  { change: refused ?? '', outcome: 'refused', seq: 9, reason: 'forbidden' },
])
const savedAt = '2026-03-02T10:05:00.000Z'
const planned = {
  startsAt: '2026-03-02T11:00',
  coordinator: v7(),
  place: 'home',
  purpose: 'first',
  status: 'planned',
} as const
const seen = {
  visit: { id: visit, kind: 'visit', version: 1, contested: {}, body: planned },
  client: { id: client, kind: 'client', version: 1, contested: {}, body },
  plan: null,
} as const
const begun = beginVisit(seen, { ids: { response: v7(), plan: v7() }, begunAt: savedAt })
const answers = { ...begun.answers, 'matters.day': [{ type: 'string', value: 'Mornings' } as const] }
const content = jsonObjectSchema.parse(JSON.parse(JSON.stringify({ ...begun, answers })))
await keeper.writeDraft({ id: visit, about: client, begunAt: savedAt, savedAt, content })

const { pages, outbox, drafts } = disk
const kept = { checkpoint: disk.checkpoint, stamp: disk.stamp, order: disk.order, client, other, note, visit }
const { sent, asides } = disk
const tables = {
  pages: readable(pages),
  outbox: readable(outbox),
  drafts: readable(drafts),
  sent: readable(sent),
  asides: readable(asides),
}
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}kept.json`, `${JSON.stringify({ ...kept, tables }, null, 2)}\n`)

function readable(rows: ReadonlyMap<unknown, { sealed: Uint8Array }>): object[] {
  return [...rows.values()].map((row) => ({ ...row, sealed: new TextDecoder().decode(row.sealed) }))
}
