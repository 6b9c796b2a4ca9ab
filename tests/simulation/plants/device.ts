import type { Plant } from './plant.ts'

export const devicePlants: Plant[] = []
