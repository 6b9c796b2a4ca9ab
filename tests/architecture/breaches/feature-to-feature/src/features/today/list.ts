import { visit } from '../visit/visit.ts'

export const list = [visit]
