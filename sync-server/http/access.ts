import type { FastifyRequest } from 'fastify'
import { type Caller, findCaller } from '../accounts/callers.ts'
import type { Viewer } from '../scopes/standing.ts'
import { sendProblem } from './problems.ts'
import type { Access, App, Services } from './types.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    caller: Caller | null
  }
  interface FastifyInstance {
    routeTable: RouteAccess[]
  }
}

/** One line of the table of who may call what. */
export interface RouteAccess {
  method: string
  url: string
  access: Access
  /** Empty for a route that is not part of what is described to others. */
  summary: string
}

/**
 * Every route states who may call it, and is refused to all others before its body is read. A route that states
 * nothing does not come to be: the server would not start.
 */
export function guardAccess(app: App, { ground, signIns }: Services): void {
  app.decorate('routeTable', [])
  app.decorateRequest('caller', null)
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    if (config?.access === undefined) throw new Error(`${String(method)} ${url} does not say who may call it`)
    const methods = typeof method === 'string' ? [method] : method
    const { access } = config
    const summary = schema?.summary ?? ''
    app.routeTable.push(...methods.map((one) => ({ method: one, url, access, summary })))
  })
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access ?? 'public'
    if (access === 'public') return
    const caller = await findCaller(ground.database, signIns, request.headers.cookie)
    if (!caller) return sendProblem(reply, 'unauthenticated', 'Nobody is signed in')
    if (access !== 'formerToo' && caller.person.active === false) {
      return sendProblem(reply, 'ended', 'The access of this person has ended')
    }
    if (typeof access !== 'string' && !access.includes(caller.person.role)) {
      return sendProblem(reply, 'forbidden', 'This is for others of the service')
    }
    request.caller = caller
    if (caller.setCookies.length > 0) reply.header('set-cookie', caller.setCookies)
  })
}

/** Who calls a route that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('A route for people signed in was called without one')
  return request.caller
}

/** The same as far as records go: who sees, in which service. */
export function viewerOf(request: FastifyRequest): Viewer {
  const { tenant, person } = callerOf(request)
  return { tenant, staff: person.id }
}
