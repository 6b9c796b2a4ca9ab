import { z } from 'zod'
import { problemSchema } from '#protocol/account.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

const well = z.object({ status: z.literal('ok') })

/** `/healthz`: the process answers. `/readyz`: it can serve, so the database answers too. */
export function healthRoutes(app: App, { ground: { database }, tenant }: Services): void {
  app.route({
    method: 'GET',
    url: '/healthz',
    config: { access: 'public' },
    schema: { tags: ['health'], summary: 'The process answers', response: { 200: well } },
    handler: async () => ({ status: 'ok' as const }),
  })

  app.route({
    method: 'GET',
    url: '/readyz',
    config: { access: 'public' },
    schema: {
      tags: ['health'],
      summary: 'The database answers',
      response: { 200: well, 503: problemSchema },
    },
    handler: async (request, reply) => {
      try {
        await database
          .selectFrom('counters')
          .select('seq')
          .where('tenant', '=', tenant)
          .executeTakeFirstOrThrow()
        return await reply.send({ status: 'ok' as const })
      } catch (error) {
        request.log.error({ err: error }, 'The database does not answer')
        return sendProblem(reply, 'unavailable', 'The database does not answer')
      }
    },
  })
}
