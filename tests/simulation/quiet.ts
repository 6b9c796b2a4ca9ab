import type { Device } from './device.ts'
import type { World } from './world.ts'

const MOST_PASSES = 12

/** Nothing fails any more: everybody has contact until nothing moves. Answers whether that comes about. */
export async function comeToQuiet(world: World): Promise<boolean> {
  const { clockwork, server, devices, witness } = world
  await clockwork.runDry()
  await server.calmDown()
  for (const device of devices) await calmDown(device)
  await clockwork.runDry()
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = standing(world)
    const ends = []
    for (const device of devices) ends.push(await syncs(device))
    if (ends.every(Boolean) && before === standing(world) && noneWait(world)) return true
  }
  witness.breach(
    'Quiet comes: with good contact everything is sent and everything is received',
    `after ${MOST_PASSES} rounds of everybody: ${standing(world)} ${waiting(world)}`,
  )
  return false
}

async function calmDown(device: Device): Promise<void> {
  device.disk.fault = null
  device.weather = 'calm'
  device.build = 'current'
  if (!device.leader?.open) void device.openTab()
  await device.line.clockwork.runDry()
}

async function syncs(device: Device): Promise<boolean> {
  let ended = false
  void device.leader?.round().then((ok) => (ended = ok))
  await device.line.clockwork.rest()
  await device.line.clockwork.runDry()
  return ended
}

/** How far everything has come; the same twice means that nothing moves. */
function standing({ devices, server }: World): string {
  const seq: unknown = server.file.prepare('select seq from counters').pluck().get()
  const at = devices.map(({ leader }) => leader?.open?.keeper.checkpoint?.seq ?? -1)
  return JSON.stringify([seq, at])
}

function noneWait({ devices }: World): boolean {
  return devices.every(({ leader }) =>
    leader?.open?.keeper.outbox().every(({ state }) => state === 'refused'),
  )
}

function waiting({ devices }: World): string {
  const counts = devices.map(({ leader }) =>
    (leader?.open?.keeper.outbox() ?? []).map(({ change, state }) => `${change.id} ${state}`),
  )
  return JSON.stringify(counts)
}
