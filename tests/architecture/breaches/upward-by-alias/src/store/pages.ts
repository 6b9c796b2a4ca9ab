import { title } from '#features/today/title.ts'

export const page = { title }
