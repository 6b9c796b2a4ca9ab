import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { createRecord, editRecord } from '#domain/change/write.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { Keeper } from '#store/keeper.ts'
import { KeepError } from '#store/kept.ts'
import { openWorkspace } from '#store/openWorkspace.ts'
import { randomBytes } from '#vault/bytes.ts'
import { aesKey, aesSealer, type Sealer } from '#vault/seal.ts'
import { firstValueFrom } from 'rxjs'
import { MemoryDisk, openMemoryKept } from '#tests/fixtures/memoryKept.ts'

const team = v7()
const device = v7()
const grace = {
  id: v7(),
  name: 'Grace',
  email: 'grace@demo.test',
  role: 'coordinator' as const,
  team,
  service: 'Demo',
}

async function sealerOf(): Promise<Sealer> {
  return aesSealer(await aesKey(randomBytes(32)))
}

function openOn(disk: MemoryDisk, sealer: Sealer): Promise<Keeper> {
  return Keeper.open({
    kept: openMemoryKept(disk),
    sealer,
    device,
    app: 'test',
    clock: () => new Date(),
    newId: v7,
  })
}

function newClient(id: string, familyName = 'Ade') {
  return createRecord('client', id, id, { firstName: 'Ife', familyName, team, status: 'open' })
}

function pulled(id: string, seq: number, familyName: string): StoredRecord {
  const body = { firstName: 'Ife', familyName, team, status: 'open' }
  return { id, kind: 'client', version: 1, file: id, seq, rev: 1, deleted: null, body, contested: {} }
}

const at = (seq: number) => ({ epoch: 'one', scopeVersion: 1, seq })

describe('a save', () => {
  test('is on the disk when it is acknowledged, and there again after the tab died', async () => {
    const disk = new MemoryDisk()
    const sealer = await sealerOf()
    const keeper = await openOn(disk, sealer)
    const saved = await keeper.save([newClient(v7())])
    expect(saved.ok).toBe(true)
    const again = await openOn(disk, sealer)
    expect(again.outbox().map((entry) => entry.change)).toEqual(saved.ok ? [saved.value] : [])
  })

  test('that the disk refuses is not acknowledged, and nothing of it stays', async () => {
    const disk = new MemoryDisk()
    const keeper = await openOn(disk, await sealerOf())
    disk.faultBefore = () => 'full'
    expect(await keeper.save([newClient(v7())])).toEqual({ ok: false, error: 'full' })
    disk.faultBefore = () => null
    expect(keeper.outbox()).toEqual([])
    expect((await keeper.save([newClient(v7())])).ok).toBe(true)
  })

  test('finishing a draft keeps the change and lets go of the draft in one commit', async () => {
    const disk = new MemoryDisk()
    const keeper = await openOn(disk, await sealerOf())
    const id = v7()
    await keeper.writeDraft({ id, about: v7(), begunAt: '', savedAt: '', content: { answer: 'yes' } })
    const before = disk.commits
    await keeper.finishDraft(id, [newClient(v7())])
    expect(disk.commits).toBe(before + 1)
    expect([disk.drafts.size, disk.outbox.size]).toEqual([0, 1])
  })

  test('that is kept but cannot be read back at once is acknowledged, and the keeper says that it is behind', async () => {
    const kept = openMemoryKept(new MemoryDisk())
    const sealer = await sealerOf()
    const keeper = await Keeper.open({
      kept,
      sealer,
      device,
      app: 'test',
      clock: () => new Date(),
      newId: v7,
    })
    const read = kept.read.bind(kept)
    kept.read = () => Promise.reject(new KeepError('lost'))
    expect((await keeper.save([newClient(v7())])).ok).toBe(true)
    expect([keeper.behind, keeper.outbox().length]).toEqual([true, 0])
    kept.read = read
    await keeper.refresh()
    expect([keeper.behind, keeper.outbox().length]).toEqual([false, 1])
  })

  test('of another tab that cannot be read yet leaves the keeper behind, so that nothing is called sent', async () => {
    const disk = new MemoryDisk()
    const sealer = await sealerOf()
    const kept = openMemoryKept(disk)
    const clock = () => new Date()
    const other = await Keeper.open({ kept, sealer, device, app: 'test', clock, newId: v7 })
    const one = await openOn(disk, sealer)
    const read = kept.read.bind(kept)
    kept.read = () => Promise.reject(new KeepError('lost'))
    await one.save([newClient(v7())])
    await expect.poll(() => other.behind).toBe(true)
    kept.read = read
    await other.refresh()
    expect([other.behind, other.outbox().length]).toEqual([false, 1])
  })

  test('of another tab is seen by one that is just being opened', async () => {
    const disk = new MemoryDisk()
    const sealer = await sealerOf()
    const one = await openOn(disk, sealer)
    const kept = openMemoryKept(disk)
    const read = kept.read.bind(kept)
    kept.read = async (stamp) => {
      kept.read = read
      const reading = await read(stamp)
      await one.save([newClient(v7())])
      return reading
    }
    const clock = () => new Date()
    const other = await Keeper.open({ kept, sealer, device, app: 'test', clock, newId: v7 })
    await expect.poll(() => other.outbox().length).toBe(1)
  })

  test('of another tab is seen', async () => {
    const disk = new MemoryDisk()
    const sealer = await sealerOf()
    const [one, other] = [await openOn(disk, sealer), await openOn(disk, sealer)]
    await one.save([newClient(v7())])
    await other.refresh()
    expect(other.outbox()).toHaveLength(1)
  })
})

describe('the outbox', () => {
  test('that cannot be read back decides about no further answer, so that no round goes on for ever', async () => {
    const kept = openMemoryKept(new MemoryDisk())
    const sealer = await sealerOf()
    const clock = () => new Date()
    const keeper = await Keeper.open({ kept, sealer, device, app: 'test', clock, newId: v7 })
    const saved = await keeper.save([newClient(v7())])
    if (!saved.ok) throw new Error('not saved')
    const receipt = { change: saved.value.id, outcome: 'applied', seq: 5 } as const
    const read = kept.read.bind(kept)
    kept.read = () => Promise.reject(new KeepError('lost'))
    expect((await keeper.keepReceipts([receipt])).ok).toBe(true)
    expect(keeper.outbox()[0]?.state).toBe('pending')
    expect(await keeper.keepReceipts([receipt])).toEqual({ ok: false, error: 'lost' })
    expect(await keeper.keepRecords([], [], at(5))).toEqual({ ok: false, error: 'lost' })
    kept.read = read
    expect((await keeper.keepRecords([], [], at(5))).ok).toBe(true)
    expect(keeper.outbox()).toEqual([])
  })

  test('lets a change go only when its receipt is kept and the records are pulled past it', async () => {
    const disk = new MemoryDisk()
    const keeper = await openOn(disk, await sealerOf())
    const id = v7()
    const saved = await keeper.save([newClient(id)])
    if (!saved.ok) throw new Error('not saved')
    await keeper.keepRecords([pulled(id, 4, 'Ade')], [], at(4))
    expect(keeper.outbox()).toHaveLength(1)
    await keeper.keepReceipts([{ change: saved.value.id, outcome: 'applied', seq: 5 }])
    expect(keeper.outbox()[0]?.state).toBe('answered')
    await keeper.keepRecords([], [], at(5))
    expect(keeper.outbox()).toEqual([])
  })

  test('keeps a change until the last page: a record that was altered again comes with a later one', async () => {
    const keeper = await openOn(new MemoryDisk(), await sealerOf())
    const id = v7()
    await keeper.keepRecords([pulled(id, 1, 'Ade')], [], at(1))
    const record = keeper.record(id)
    const edit = record && editRecord(record, { ...record.body, familyName: 'Bo' })
    const saved = edit && (await keeper.save([edit]))
    if (!saved?.ok) throw new Error('not saved')
    await keeper.keepReceipts([{ change: saved.value.id, outcome: 'applied', seq: 3 }])
    await keeper.keepRecords([], [], at(4), true)
    expect([keeper.outbox().length, keeper.changesOf(id)]).toEqual([1, [saved.value]])
    await keeper.keepRecords([{ ...pulled(id, 5, 'Bo'), rev: 3 }], [], at(5), true)
    expect([keeper.outbox().length, keeper.changesOf(id)]).toEqual([1, []])
    await keeper.keepRecords([], [], at(6))
    expect(keeper.outbox()).toEqual([])
  })

  test('keeps a refused change until a person decides', async () => {
    const disk = new MemoryDisk()
    const sealer = await sealerOf()
    const keeper = await openOn(disk, sealer)
    const saved = await keeper.save([newClient(v7())])
    if (!saved.ok) throw new Error('not saved')
    await keeper.keepReceipts([{ change: saved.value.id, outcome: 'refused', seq: 2, reason: 'forbidden' }])
    await keeper.keepRecords([], [], at(9))
    const again = await openOn(disk, sealer)
    expect(again.outbox()[0]?.receipt?.reason).toBe('forbidden')
    disk.faultBefore = () => 'full'
    expect((await again.discard(saved.value.id, grace.id)).ok).toBe(false)
    expect(again.outbox()[0]?.state).toBe('refused')
    disk.faultBefore = () => null
    await again.discard(saved.value.id, grace.id)
    expect(again.outbox()).toMatchObject([
      {
        state: 'pending',
        change: {
          edits: [
            {
              kind: 'audit',
              body: {
                act: 'discarded',
                by: grace.id,
                reason: 'forbidden',
                about: { change: saved.value.id },
              },
            },
          ],
        },
      },
    ])
  })

  test('is sent again in a new epoch, since the server may have forgotten what it answered', async () => {
    const keeper = await openOn(new MemoryDisk(), await sealerOf())
    await keeper.keepRecords([], [], at(1))
    const saved = await keeper.save([newClient(v7())])
    if (!saved.ok) throw new Error('not saved')
    await keeper.keepReceipts([{ change: saved.value.id, outcome: 'applied', seq: 5 }])
    await keeper.keepRecords([], [], { epoch: 'two', scopeVersion: 1, seq: 7 })
    expect(keeper.outbox()[0]?.state).toBe('pending')
  })
})

describe('records', () => {
  test('a pull and its checkpoint are one commit; a failed one leaves both as they were', async () => {
    const disk = new MemoryDisk()
    const keeper = await openOn(disk, await sealerOf())
    disk.faultBefore = () => 'full'
    expect((await keeper.keepRecords([pulled(v7(), 1, 'Ade')], [], at(1))).ok).toBe(false)
    expect([keeper.checkpoint, disk.checkpoint, disk.pages.size]).toEqual([null, null, 0])
  })

  test('lie each in one page, over many pulls, changes and removals', async () => {
    const disk = new MemoryDisk()
    const sealer = await sealerOf()
    const keeper = await openOn(disk, sealer)
    const ids = Array.from({ length: 450 }, () => v7())
    await keeper.keepRecords(
      ids.slice(0, 260).map((id, i) => pulled(id, i, 'One')),
      [],
      at(260),
    )
    await keeper.keepRecords(
      ids.slice(250).map((id, i) => pulled(id, 300 + i, 'Two')),
      ids.slice(0, 20),
      at(600),
    )
    const again = await openOn(disk, sealer)
    expect(new Set(again.recordIds)).toEqual(new Set(ids.slice(20)))
    expect(ids.slice(250).every((id) => again.record(id)?.body['familyName'] === 'Two')).toBe(true)
    expect(disk.pages.size).toBeLessThan(8)
  })

  test('nothing of a removed record or of any other stays readable on the disk', async () => {
    const disk = new MemoryDisk()
    const keeper = await openOn(disk, await sealerOf())
    await keeper.keepRecords([pulled(v7(), 1, 'Plantedname')], [], at(1))
    await keeper.save([newClient(v7(), 'Plantedname')])
    const bytes = [...disk.pages.values(), ...disk.outbox.values()].map((row) =>
      new TextDecoder().decode(row.sealed),
    )
    expect(bytes.join('')).not.toContain('Plantedname')
  })

  test('a page that was altered on the disk is not taken for a record', async () => {
    const disk = new MemoryDisk()
    const sealer = await sealerOf()
    const keeper = await openOn(disk, sealer)
    await keeper.keepRecords([pulled(v7(), 1, 'Ade')], [], at(1))
    for (const page of disk.pages.values()) page.sealed[20] = (page.sealed[20] ?? 0) ^ 1
    await expect(openOn(disk, sealer)).rejects.toMatchObject({ name: 'OperationError' })
  })
})

describe('the workspace', () => {
  test('shows the record with the unsent change over it, live, and drops nothing when the page comes', async () => {
    const keeper = await openOn(new MemoryDisk(), await sealerOf())
    const id = v7()
    await keeper.keepRecords([pulled(id, 1, 'Ade')], [], at(1))
    const opened = await openWorkspace(keeper, grace, device)
    const { workspace } = opened
    const seen = await firstValueFrom(workspace.record$('client', id))
    if (!seen) throw new Error('not shown')
    const edit = editRecord(seen, { ...seen.body, familyName: 'Adeyemi' })
    if (!edit) throw new Error('nothing edited')
    await workspace.save([edit])
    await expect
      .poll(async () => (await firstValueFrom(workspace.record$('client', id)))?.body.familyName)
      .toBe('Adeyemi')
    await keeper.keepRecords(
      [{ ...pulled(id, 2, 'Ade'), rev: 2, body: { ...pulled(id, 2, 'Ade').body, phone: '1' } }],
      [],
      at(2),
    )
    await expect
      .poll(async () => (await firstValueFrom(workspace.record$('client', id)))?.body.phone)
      .toBe('1')
    expect((await firstValueFrom(workspace.record$('client', id)))?.body.familyName).toBe('Adeyemi')
    await keeper.keepRecords([], [id], at(3))
    await expect.poll(() => firstValueFrom(workspace.record$('client', id))).toBeNull()
    await keeper.keepRecords([pulled(id, 4, 'Back')], [], at(4))
    await expect.poll(async () => await firstValueFrom(workspace.records$('client'))).toHaveLength(1)
    await opened.close()
    expect(await workspace.save([newClient(v7())])).toEqual({ ok: false, error: 'locked' })
  })
})
