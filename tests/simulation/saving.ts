import type { Change } from '#domain/change/change.ts'
import type { Result } from '#domain/result.ts'
import type { KeepFault } from '#store/faults.ts'
import type { Device } from './device.ts'
import type { Desk } from './desk.ts'
import { editsFor } from './edits.ts'
import type { Act } from './steps.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

export interface Seat {
  desk: Desk
  tab: Tab
}

/** A person sits down at one of the device's open tabs; null where none is open. */
export function sitDown(world: World, device: Device): Seat | null {
  const tab = device.anyTab()
  if (!tab?.open) return null
  const { person, random, newId } = device
  const token = `t${(world.saves += 1)}.`
  const desk = { person, keeper: tab.open.keeper, random, newId, token, newer: device.build === 'newer' }
  return { desk, tab }
}

export async function save(world: World, device: Device, act: Act): Promise<void> {
  const seat = sitDown(world, device)
  const edits = seat && (editsFor(act, seat.desk) ?? editsFor('edit', seat.desk))
  if (edits) heard(world, device, seat.tab, await seat.desk.keeper.save(edits))
}

/** The moment at which the screen says that it is kept. A tab that died meanwhile says nothing. */
export function heard(world: World, device: Device, tab: Tab, kept: Result<Change, KeepFault>): boolean {
  if (!tab.alive) return false
  world.witness.note(device.at, 'save', kept.ok ? kept.value.id : kept.error)
  if (kept.ok) {
    world.witness.saved(kept.value, { device: device.at, person: device.person.id, tab }, world.clockwork.now)
  }
  return kept.ok
}
