import type { Device } from '../device.ts'
import type { Tab } from '../tab.ts'
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
function showsOwnWork({ witness, clockwork }: World, device: Device, tab: Tab): void {
  const unshown = witness.unshownOf(device.at)
  const keeper = tab.open?.keeper
  if (unshown.size === 0 || !keeper || keeper.behind) return
  const waiting = new Set(keeper.outbox().map(({ change }) => change.id))
  for (const [change, saved] of unshown) {
    // Whoever sends a refused change again, or throws it away, knows that it goes.
    if (witness.letGo.has(change)) continue
    const seq = witness.seqOf(change)
    if (seq !== null && (keeper.checkpoint?.seq ?? 0) >= seq) unshown.delete(change)
    else if (!waiting.has(change) && (saved.tab === tab || clockwork.now - saved.at > WORD_GETS_ROUND)) {
      witness.breach(
        'A person’s own work stays on their screen until the record shows it',
        `${change} is neither waiting on device ${device.at} nor pulled`,
      )
    }
  }
}
