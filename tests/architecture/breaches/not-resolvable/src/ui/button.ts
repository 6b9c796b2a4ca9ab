import { press } from '#ui/gone.ts'

export const button = press
