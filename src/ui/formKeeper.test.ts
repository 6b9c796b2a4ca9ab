import { expect, test } from 'vitest'
import { err, ok, type Result } from '#domain/result.ts'
import type { KeepFault } from '#store/faults.ts'
import type { Draft } from '#store/workspace.ts'
import { FormKeeper, type Kept } from './formKeeper.ts'

const head = { id: 'note:1', about: '1', begunAt: '2026-11-23T10:00:00.000Z' }

/** A disk that takes its time, and is full when told to be. */
function slowDisk() {
  const disk = { written: [] as unknown[], full: false }
  const write = async (draft: Draft): Promise<Result<void, KeepFault>> => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (disk.full) return err('full')
    disk.written.push(draft.content['text'])
    return ok(undefined)
  }
  return { disk, write }
}

test('what was typed last is on the disk, and only then called kept', async () => {
  const { disk, write } = slowDisk()
  const said: Kept[] = []
  const keeper = new FormKeeper({ write }, head, (kept) => said.push(kept))
  keeper.keep({ text: 'a' })
  const first = keeper.flush()
  keeper.keep({ text: 'ab' })
  await Promise.all([first, keeper.flush()])
  expect(disk.written).toEqual(['a', 'ab'])
  expect(said).toEqual(['keeping', 'keeping', 'kept'])
})

test('a full disk is said, and the state is written once there is room', async () => {
  const { disk, write } = slowDisk()
  const said: Kept[] = []
  const keeper = new FormKeeper({ write }, head, (kept) => said.push(kept))
  disk.full = true
  keeper.keep({ text: 'a' })
  await keeper.flush()
  expect(said.at(-1)).toBe('full')
  disk.full = false
  await keeper.flush()
  expect(disk.written).toEqual(['a'])
  expect(said.at(-1)).toBe('kept')
})

test('after closing nothing is written any more', async () => {
  const { disk, write } = slowDisk()
  const keeper = new FormKeeper({ write }, head, () => undefined)
  keeper.keep({ text: 'a' })
  const flushing = keeper.flush()
  await keeper.close()
  keeper.keep({ text: 'late' })
  await Promise.all([flushing, keeper.flush()])
  expect(disk.written).toEqual(['a'])
})
