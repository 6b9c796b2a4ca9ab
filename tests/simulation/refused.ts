import type { Device } from './device.ts'
import { heard, type Seat, sitDown } from './saving.ts'
import type { World } from './world.ts'

/** A person looks at a refused change: sends it again as it is, or throws it away. */
export async function decideRefused(
  world: World,
  device: Device,
  decision: 'sendAgain' | 'discard',
): Promise<void> {
  const seat = sitDown(world, device)
  const refused = seat?.desk.keeper.outbox().filter(({ state }) => state === 'refused')
  const entry = refused && device.random.pick(refused)
  if (!seat || !entry) return
  // Asked for knowingly: whether or not the tab lives to hear of it, nobody will miss it.
  world.witness.letGo.add(entry.change.id)
  const done = await (decision === 'discard'
    ? discard(seat, entry.change.id)
    : sendAgain(world, device, seat, entry))
  if (done) world.witness.lettingGo(entry.change.id, device.at)
}

async function discard({ desk, tab }: Seat, change: string): Promise<boolean> {
  const discarded = await desk.keeper.discard(change, desk.person.id)
  return tab.alive && discarded.ok
}

type Entry = ReturnType<Seat['desk']['keeper']['outbox']>[number]

async function sendAgain(
  world: World,
  device: Device,
  { desk, tab }: Seat,
  { change }: Entry,
): Promise<boolean> {
  return heard(world, device, tab, await desk.keeper.sendAgain(change.id, change.edits))
}
