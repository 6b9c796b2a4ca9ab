import type { Pull } from './pull.ts'

export type Push = { then: Pull }
