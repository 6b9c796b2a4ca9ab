import type { Plant } from './plant.ts'

export const serverPlants: Plant[] = []
