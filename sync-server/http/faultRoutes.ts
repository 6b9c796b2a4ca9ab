import { z } from 'zod'
import { sendProblem } from './problems.ts'
import type { App } from './types.ts'

const faultsSchema = z.object({
  /** How many of the next pushes are committed, and then cut off before they are answered. */
  dropReplies: z.number().int().min(0).max(1000).default(0),
  /** How many of the next calls to sync fail. */
  failNext: z.number().int().min(0).max(1000).default(0),
  /** How far the server's clock is off, in milliseconds. */
  skew: z.number().int().default(0),
})
export type Faults = z.output<typeof faultsSchema>

export const noFaults = (): Faults => ({ dropReplies: 0, failNext: 0, skew: 0 })

/**
 * Trouble on demand, for development and for the journeys: the server registers this only beside demo data, so a
 * server in real use has no such route.
 */
export function faultRoutes(app: App, faults: Faults): void {
  app.route({
    method: 'POST',
    url: '/api/dev/faults',
    config: { access: 'public' },
    schema: { hide: true, body: faultsSchema, response: { 200: faultsSchema } },
    handler: async (request) => Object.assign(faults, request.body),
  })

  app.route({
    method: 'GET',
    url: '/api/dev/faults',
    config: { access: 'public' },
    schema: { hide: true, response: { 200: faultsSchema } },
    handler: async () => faults,
  })

  app.addHook('onRequest', async (request, reply) => {
    if (faults.failNext === 0 || !request.url.startsWith('/api/sync/')) return
    faults.failNext -= 1
    return sendProblem(reply, 'unavailable', 'Failed on demand')
  })

  app.addHook('onSend', async (request) => {
    const pushed = request.method === 'POST' && request.routeOptions.url === '/api/sync/changes'
    if (faults.dropReplies === 0 || !pushed) return
    faults.dropReplies -= 1
    request.raw.socket.destroy()
  })
}
