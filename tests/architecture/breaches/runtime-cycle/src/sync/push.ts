import { pull } from './pull.ts'

export const push = () => pull
