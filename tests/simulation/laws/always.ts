import type { Edit } from '#domain/change/change.ts'
import { applyEdit } from '#domain/kind/applyEdit.ts'
import type { Keeper } from '#store/keeper.ts'
import type { Device } from '../device.ts'
import type { Server } from '../server.ts'
import type { Tab } from '../tab.ts'
import type { Acknowledged } from '../witness.ts'
import type { World } from '../world.ts'

/** How long another tab may take to hear of a save. Milliseconds. */
const WORD_GETS_ROUND = 1000

/** What must hold at every moment. */
export function atRest(world: World): void {
  for (const device of world.devices) {
    for (const tab of device.tabs) {
      claimsNothingUnsent(world, device, tab)
      showsOwnWork(world, device, tab)
    }
  }
}

function claimsNothingUnsent({ witness, clockwork }: World, device: Device, tab: Tab): void {
  const unsent = witness.unsentOf(device.at)
  if (unsent.size === 0 || !tab.saysAllSent) return
  for (const [change, saved] of unsent) {
    if (saved.tab !== tab && clockwork.now - saved.at < WORD_GETS_ROUND) continue
    witness.breach(
      'The status never says “all sent” while something is not',
      `device ${device.at} says so, but the server has not taken ${change}`,
    )
  }
}

/** What was acknowledged is laid over the record until the record itself shows what became of it. */
function showsOwnWork({ witness, clockwork, server }: World, device: Device, tab: Tab): void {
  const unshown = witness.unshownOf(device.at)
  const keeper = tab.open?.keeper
  if (unshown.size === 0 || !keeper || keeper.behind) return
  const outbox = new Map(keeper.outbox().map((entry) => [entry.change.id, entry]))
  for (const [change, saved] of unshown) {
    const entry = outbox.get(change)
    // A refused one is shown as that. Whoever sends it again, or throws it away, knows that it goes.
    if (entry?.state === 'refused' || witness.letGo.has(change)) continue
    const known = witness.acknowledged.get(change)
    const shown = known?.change.edits.every((edit) =>
      isOnScreen(edit, known, { keeper, server, seq: witness.seqOf(change) }),
    )
    if (shown && entry) continue
    if (shown && witness.seqOf(change) !== null) unshown.delete(change)
    else if (saved.tab === tab || clockwork.now - saved.at > WORD_GETS_ROUND) {
      witness.breach(
        'A person’s own work stays on their screen until the record shows it',
        `${change} is neither laid over what device ${device.at} holds nor shown by it`,
      )
    }
  }
}

/**
 * It is laid over the record, or taken, and the record is as new as that; or it altered nothing: the record is the very
 * one that the server has since, or says so already. Whether a record is held at all is another law.
 *
 * `seq`: where in the order the server has taken the change
 */
function isOnScreen(
  edit: Edit,
  { change, person }: Acknowledged,
  { keeper, server, seq }: { keeper: Keeper; server: Server; seq: number | null },
): boolean {
  if (keeper.changesOf(edit.id).some(({ id }) => id === change.id)) return true
  if (seq === null) return false
  const record = keeper.record(edit.id)
  if (record === null || record.seq >= seq || record.seq === server.seqOfRecord(edit.id)) return true
  const { id, device, at } = change
  const again = applyEdit(record, edit, { change: id, by: person, device, at })
  return again.ok && again.value.record.rev === record.rev
}
