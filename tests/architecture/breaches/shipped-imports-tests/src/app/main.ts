import { clients } from '#tests/clients.ts'

export const main = clients
