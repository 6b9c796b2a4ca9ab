import { devicePlants } from './device.ts'
import { mergePlants } from './merge.ts'
import type { Plant } from './plant.ts'
import { serverPlants } from './server.ts'

/** Every bug that the simulation must catch. */
export const plants: readonly Plant[] = [...devicePlants, ...serverPlants, ...mergePlants]
