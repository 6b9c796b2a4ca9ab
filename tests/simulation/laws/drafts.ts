import { canonicalJson } from '#server/reconcile/canonical.ts'
import type { World } from '../world.ts'

/** A draft that was acknowledged is there, on a device of its author, until it is finished or thrown away. */
export function draftsAreThere({ witness, devices }: World): void {
  for (const [key, draft] of witness.drafts) {
    if (!draft) continue
    const held = devices
      .filter(({ person }) => key.startsWith(person.id))
      .map(({ leader }) => leader?.open?.keeper.drafts.read(draft.id))
    if (held.some((one) => one && canonicalJson(one.content) === canonicalJson(draft.content))) continue
    witness.breach('A draft is there until it is finished or thrown away', `${key}: ${JSON.stringify(held)}`)
  }
}
