import { accept } from '#server/accept.ts'

export const push = accept
