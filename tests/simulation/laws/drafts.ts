import { changeSchema, type Edit } from '#domain/change/change.ts'
import { canonicalJson } from '#server/reconcile/canonical.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/**
 * A draft that was acknowledged is there, on a device of its author, until it is finished or thrown away. Where the disk
 * was lost in the middle of its finish, nobody knows which of the two came about: it is there, or what it said was saved.
 */
export function draftsAreThere(world: World, stored: Stored): void {
  const { witness, devices } = world
  for (const [key, draft] of witness.drafts) {
    if (!draft) continue
    const held = devices
      .filter(({ person }) => key.startsWith(person.id))
      .map(({ leader }) => leader?.open?.keeper.drafts.read(draft.id))
    if (held.some((one) => one && canonicalJson(one.content) === canonicalJson(draft.content))) continue
    const unsure = witness.unsureFinishes.get(key)
    if (unsure && wasSaved(unsure, world, stored)) continue
    witness.breach('A draft is there until it is finished or thrown away', `${key}: ${JSON.stringify(held)}`)
  }
}

/** In the history, or refused and kept: on a device, or on the server. */
function wasSaved(edits: Edit[], { devices }: World, { history, refused }: Stored): boolean {
  const outboxes = devices.flatMap(({ leader }) => leader?.open?.keeper.outbox() ?? [])
  const aside = refused.map(({ content }) => changeSchema.safeParse(JSON.parse(content)).data ?? null)
  const changes = [...[...history, ...outboxes].map(({ change }) => change), ...aside]
  return changes.some((change) => change && canonicalJson(change.edits) === canonicalJson(edits))
}
