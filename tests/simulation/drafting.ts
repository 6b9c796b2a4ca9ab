import { z } from 'zod'
import { editSchema } from '#domain/change/change.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import type { Draft } from '#store/workspace.ts'
import type { Device } from './device.ts'
import { editsFor } from './edits.ts'
import { heard, sitDown } from './saving.ts'
import type { World } from './world.ts'

const contentSchema = z.object({ edits: z.array(editSchema) })

/** A form is begun, or gone on with: what it will save is decided by what its author saw when it began. */
export async function writeDraft(world: World, device: Device): Promise<void> {
  const seat = sitDown(world, device)
  if (!seat) return
  const known = device.random.pick(seat.desk.keeper.drafts.list())
  const edits = editsFor('writeTogether', seat.desk)
  if (!known && !edits) return
  const moment = device.clock().toISOString()
  const draft: Draft = known
    ? { ...known, savedAt: moment }
    : {
        id: seat.desk.newId(),
        about: 'a visit',
        begunAt: moment,
        savedAt: moment,
        content: jsonObjectSchema.parse(JSON.parse(JSON.stringify({ edits }))),
      }
  const key = keyOf(device, draft.id)
  const before = world.witness.drafts.get(key)
  world.witness.drafts.set(key, null)
  const kept = await seat.desk.keeper.writeDraft(draft)
  if (seat.tab.alive) world.witness.drafts.set(key, kept.ok ? draft : (before ?? null))
}

export async function finishDraft(world: World, device: Device): Promise<void> {
  const seat = sitDown(world, device)
  const draft = seat && device.random.pick(seat.desk.keeper.drafts.list())
  if (!seat || !draft) return
  const { edits } = contentSchema.parse(draft.content)
  const key = keyOf(device, draft.id)
  const before = world.witness.drafts.get(key)
  world.witness.drafts.set(key, null)
  const kept = await seat.desk.keeper.finishDraft(draft.id, edits)
  if (heard(world, device, seat.tab, kept)) world.witness.drafts.delete(key)
  else if (seat.tab.alive) world.witness.drafts.set(key, before ?? null)
  if (!kept.ok && kept.error === 'lost') world.witness.unsureFinishes.set(key, edits)
}

export async function discardDraft(world: World, device: Device): Promise<void> {
  const seat = sitDown(world, device)
  const draft = seat && device.random.pick(seat.desk.keeper.drafts.list())
  if (!seat || !draft) return
  world.witness.drafts.set(keyOf(device, draft.id), null)
  await seat.desk.keeper.discardDraft(draft.id)
}

/** A person's devices share their drafts: whoever ends one ends it everywhere. */
function keyOf({ person }: Device, draft: string): string {
  return `${person.id} ${draft}`
}
