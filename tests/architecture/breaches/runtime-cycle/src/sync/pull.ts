import { push } from './push.ts'

export const pull = () => push
