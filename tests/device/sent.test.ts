import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { createRecord } from '#domain/change/write.ts'
import { Keeper } from '#store/keeper.ts'
import { MOST_SENT, type SentRow } from '#store/kept.ts'
import { MemoryDisk, openMemoryKept } from '#tests/fixtures/memoryKept.ts'
import { randomBytes } from '#vault/bytes.ts'
import { aesKey, aesSealer } from '#vault/seal.ts'

const at = (seq: number, epoch = 'one') => ({ epoch, scopeVersion: 1, seq })

async function open(disk = new MemoryDisk()) {
  const sealer = aesSealer(await aesKey(randomBytes(32)))
  const deps = {
    kept: openMemoryKept(disk),
    sealer,
    device: v7(),
    app: 'test',
    clock: () => new Date(),
    newId: v7,
  }
  return { disk, keeper: await Keeper.open(deps) }
}

async function save(keeper: Keeper, familyName = 'Plantedname'): Promise<string> {
  const id = v7()
  const body = { firstName: 'Ife', familyName, team: v7(), status: 'open' as const }
  const saved = await keeper.save([createRecord('client', id, id, body)])
  if (!saved.ok) throw new Error(saved.error)
  return saved.value.id
}

async function settle(keeper: Keeper, change: string, seq: number): Promise<void> {
  await keeper.keepReceipts([{ change, outcome: 'applied', seq }], 'one')
  await keeper.keepRecords([], [], at(seq))
}

test('a settled change is kept on, sealed, in the commit that takes it out of the outbox', async () => {
  const { disk, keeper } = await open()
  const change = await save(keeper)
  await keeper.keepReceipts([{ change, outcome: 'applied', seq: 5 }], 'one')
  expect([disk.outbox.size, disk.sent.size]).toEqual([1, 0])
  await keeper.keepRecords([], [], at(5))
  expect([disk.outbox.size, disk.sent.size]).toEqual([0, 1])
  const bytes = [...disk.sent.values()].map((row) => new TextDecoder().decode(row.sealed)).join('')
  expect(bytes).not.toContain('Plantedname')
  const sent = await keeper.sentAfter(4)
  expect(sent.ok && sent.value.map((entry) => [entry.change.id, entry.receipt?.seq, entry.epoch])).toEqual([
    [change, 5, 'one'],
  ])
  expect(await keeper.sentAfter(5)).toEqual({ ok: true, value: [] })
})

test('what is refused, or answered in another epoch, is not settled', async () => {
  const { disk, keeper } = await open()
  const [refused, elsewhere] = [await save(keeper), await save(keeper)]
  await keeper.keepRecords([], [], at(9))
  await keeper.keepReceipts([{ change: refused, outcome: 'refused', seq: 3, reason: 'forbidden' }], 'one')
  await keeper.keepReceipts([{ change: elsewhere, outcome: 'applied', seq: 3 }], 'two')
  expect([disk.sent.size, keeper.outbox().map(({ state }) => state)]).toEqual([0, ['refused', 'answered']])
  await keeper.keepRecords([], [], at(4, 'two'))
  expect([disk.sent.size, keeper.outbox().map(({ state }) => state)]).toEqual([1, ['refused']])
})

test('what a restored server has lost waits again, in its old order, before what was saved since', async () => {
  const { disk, keeper } = await open()
  const [first, second] = [await save(keeper), await save(keeper)]
  await settle(keeper, first, 1)
  await settle(keeper, second, 2)
  const third = await save(keeper)
  const lost = await keeper.sentAfter(0)
  if (!lost.ok) throw new Error(lost.error)
  await keeper.sendLostAgain(lost.value.toReversed(), 'two')
  expect(keeper.outbox().map(({ change, state }) => [change.id, state])).toEqual([
    [first, 'pending'],
    [second, 'pending'],
    [third, 'pending'],
  ])
  expect(disk.sent.size).toBe(0)
})

test('so many are kept and no more: the oldest go first', async () => {
  const disk = new MemoryDisk()
  const row = (order: number): SentRow => ({ order, id: `c${order}`, seq: order, sealed: new Uint8Array(1) })
  await openMemoryKept(disk).commit({ sentPut: Array.from({ length: MOST_SENT }, (_, i) => row(i + 1)) })
  const { keeper } = await open(disk)
  await keeper.keepRecords([], [], at(0))
  disk.order = MOST_SENT
  await settle(keeper, await save(keeper), MOST_SENT + 1)
  expect([disk.sent.size, disk.sent.has(1), disk.sent.has(MOST_SENT + 1)]).toEqual([MOST_SENT, false, true])
})
