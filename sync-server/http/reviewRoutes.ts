import { z } from 'zod'
import { problemSchema } from '#protocol/account.ts'
import {
  decidedSchema,
  decisionSchema,
  reviewItemSchema,
  reviewListSchema,
  reviewQuerySchema,
} from '#protocol/review.ts'
import { decide, listRefused, readRefused } from '../accounts/review.ts'
import { callerOf } from './access.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

const problems = { '4xx': problemSchema, '5xx': problemSchema }
const managers = { access: ['manager'] } as const

/** What the service did not simply take, and what managers decide about it. */
export function reviewRoutes(app: App, { ground, pokes }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/account/refused',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'Changes that are held for review or were refused, in full, the newest first',
      querystring: reviewQuerySchema,
      response: { 200: reviewListSchema, ...problems },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.send(await listRefused(ground.database, callerOf(request).tenant, request.query))
    },
  })

  app.route({
    method: 'GET',
    url: '/api/account/refused/:hash',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'One of them',
      params: z.object({ hash: z.string().max(64) }),
      response: { 200: reviewItemSchema, ...problems },
    },
    handler: async (request, reply) => {
      const item = await readRefused(ground.database, callerOf(request).tenant, request.params.hash)
      reply.header('cache-control', 'no-store')
      return item ? reply.send(item) : sendProblem(reply, 'notFound', 'There is no such change')
    },
  })

  app.route({
    method: 'POST',
    url: '/api/account/refused/:hash',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'Takes a held change in, leaves it out, or undoes having left it out',
      params: z.object({ hash: z.string().max(64) }),
      body: decisionSchema,
      response: { 200: decidedSchema, ...problems },
    },
    handler: async (request, reply) => {
      const { tenant, person } = callerOf(request)
      const { hash } = request.params
      const decided = await decide(ground, { ...request.body, tenant, by: person.id, hash })
      if (!decided.ok) {
        return decided.error === 'unknownItem'
          ? sendProblem(reply, 'notFound', 'There is no such change')
          : sendProblem(reply, 'alreadyDecided', 'Somebody has decided about this change already')
      }
      const { seq, ...answer } = decided.value
      pokes.poke(tenant, { seq })
      return reply.send(answer)
    },
  })
}
