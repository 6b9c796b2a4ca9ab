import { z } from 'zod'
import { problemSchema } from '#protocol/account.ts'
import {
  auditPageSchema,
  auditQuerySchema,
  destroyReplySchema,
  destroyRequestSchema,
  destructionsSchema,
  fileHistorySchema,
} from '#protocol/rights.ts'
import { readAudit } from '../rights/audit.ts'
import { destroy, listDestructions } from '../rights/destroy.ts'
import { readFileHistory } from '../rights/fileHistory.ts'
import { readTogether } from '../store/database.ts'
import { callerOf } from './access.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

const problems = { '4xx': problemSchema, '5xx': problemSchema }
const managers = { access: ['manager'] } as const
const clientParams = z.object({ client: z.uuid() })

/** What people have a right to about their files, and who looked at them: for managers. */
export function rightsRoutes(app: App, { ground, pokes }: Services): void {
  const { database } = ground

  app.route({
    method: 'GET',
    url: '/api/account/audit',
    config: managers,
    compress: {},
    schema: {
      tags: ['account'],
      summary: 'Who opened, changed, exported or printed which file, the newest first',
      querystring: auditQuerySchema,
      response: { 200: auditPageSchema, ...problems },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.send(await readAudit(database, callerOf(request).tenant, request.query))
    },
  })

  app.route({
    method: 'GET',
    url: '/api/account/files/:client/history',
    config: managers,
    compress: {},
    schema: {
      tags: ['account'],
      summary: 'Every change of a person’s files',
      params: clientParams,
      response: { 200: fileHistorySchema, ...problems },
    },
    handler: async (request, reply) => {
      const { tenant } = callerOf(request)
      const { client } = request.params
      reply.header('cache-control', 'no-store')
      const history = await readTogether(database, (tx) => readFileHistory(tx, tenant, client))
      return history ? reply.send(history) : sendProblem(reply, 'notFound', 'There is no such file')
    },
  })

  app.route({
    method: 'POST',
    url: '/api/account/files/:client/destroy',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'Destroys a person’s files for good, and says so in the log',
      params: clientParams,
      body: destroyRequestSchema,
      response: { 200: destroyReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      const { tenant, person } = callerOf(request)
      const asked = { ...request.body, ...request.params, tenant, by: person.id }
      const done = await destroy(ground, asked)
      if (!done) return sendProblem(reply, 'notFound', 'There is no such file')
      const { seq, ...answer } = done
      if (seq !== null) pokes.poke(tenant, { seq })
      return reply.send(answer)
    },
  })

  app.route({
    method: 'GET',
    url: '/api/account/destructions',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'What is left of files that were destroyed, the newest first',
      response: { 200: destructionsSchema, ...problems },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.send({ destructions: await listDestructions(database, callerOf(request).tenant) })
    },
  })
}
