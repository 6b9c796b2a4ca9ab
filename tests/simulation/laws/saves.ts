import { canonicalJson } from '#server/reconcile/canonical.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/** Every acknowledged save is in the history, word for word, or among what its device shows as refused, or was let go. */
export function everySaveIsSomewhere({ witness, devices }: World, { history }: Stored): void {
  const taken = new Map(history.map((row) => [row.id, row.change]))
  for (const [id, { change, device }] of witness.acknowledged) {
    const there = taken.get(id)
    if (there) {
      if (canonicalJson(there) !== canonicalJson(change)) {
        witness.breach('What the server took is what the person saved', `${id}: ${JSON.stringify(there)}`)
      }
      continue
    }
    const shown = devices[device]?.leader?.open?.keeper.outbox() ?? []
    const refused = shown.find((entry) => entry.change.id === id && entry.state === 'refused')
    if (refused && canonicalJson(refused.change) === canonicalJson(change)) continue
    if (!witness.letGo.has(id)) {
      witness.breach(
        'Every acknowledged save is in the history or among what its device shows as refused',
        `${id} of device ${device} is nowhere: ${JSON.stringify(change.edits).slice(0, 300)}`,
      )
    }
  }
}
