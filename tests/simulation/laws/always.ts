import type { World } from '../world.ts'

/** How long another tab may take to hear of a save. Milliseconds. */
const WORD_GETS_ROUND = 1000

/** What must hold at every moment. */
export function atRest(world: World): void {
  for (const device of world.devices) {
    const unsent = world.witness.unsentOf(device.at)
    if (unsent.size === 0) continue
    for (const tab of device.tabs) {
      if (!tab.saysAllSent) continue
      for (const [change, saved] of unsent) {
        if (saved.tab !== tab && world.clockwork.now - saved.at < WORD_GETS_ROUND) continue
        world.witness.breach(
          'The status never says “all sent” while something is not',
          `device ${device.at} says so, but the server has not taken ${change}`,
        )
      }
    }
  }
}
