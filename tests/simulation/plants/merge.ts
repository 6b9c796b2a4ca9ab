import type { Plant } from './plant.ts'

export const mergePlants: Plant[] = []
