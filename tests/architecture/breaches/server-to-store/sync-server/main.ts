import { version } from '#protocol/version.ts'
import { outbox } from '#store/outbox.ts'

export const server = { version, outbox }
