import type { World } from '../world.ts'
import { devicesHoldWhatTheyMay } from './holdings.ts'
import { nothingHonestRefused } from './honest.ts'
import { historyHolds } from './historyHolds.ts'
import { everySaveIsSomewhere } from './saves.ts'
import { everyValueIsSomewhere } from './values.ts'
import { contestedValuesAreTrue } from './contested.ts'
import { removalsHold } from './removals.ts'
import { readStored } from './stored.ts'
import { draftsAreThere } from './drafts.ts'

/** What must hold once quiet has returned. */
export async function afterQuiet(world: World): Promise<void> {
  const stored = readStored(world.server.file)
  world.witness.contested = [...stored.records.values()].filter(
    ({ contested }) => Object.keys(contested).length > 0,
  ).length
  everySaveIsSomewhere(world, stored)
  everyValueIsSomewhere(world, stored)
  removalsHold(world, stored)
  contestedValuesAreTrue(world, stored)
  devicesHoldWhatTheyMay(world, stored)
  nothingHonestRefused(world, stored)
  draftsAreThere(world, stored)
  await historyHolds(world, stored)
}
