import { z } from 'zod'
import { reportQuerySchema } from '#domain/report/filter.ts'
import { reportSchema } from '#domain/report/report.ts'
import { isReportName, reportNames } from '#domain/report/reports.ts'
import { problemSchema } from '#protocol/account.ts'
import { reportOf } from '../reports/report.ts'
import { callerOf } from './access.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

/** Reports over the whole service: for managers. Everybody else has those of their own caseload, on their device. */
export function reportRoutes(app: App, { ground }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/account/reports/:name',
    config: { access: ['manager'] },
    compress: {},
    schema: {
      tags: ['account'],
      summary: `A report over the whole service: ${reportNames.join(', ')}`,
      params: z.object({ name: z.string() }),
      querystring: reportQuerySchema,
      response: { 200: reportSchema, '4xx': problemSchema, '5xx': problemSchema },
    },
    handler: async (request, reply) => {
      const { name } = request.params
      if (!isReportName(name))
        return sendProblem(
          reply,
          'notFound',
          `There is no report ${name}. There are: ${reportNames.join(', ')}`,
        )
      const { suppress, ...filter } = request.query
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      const { tenant } = callerOf(request)
      const today = ground.now().toISOString().slice(0, 10)
      const about = { database: ground.database, tenant, today, stopped: gone.signal }
      reply.header('cache-control', 'no-store')
      return reply.send(await reportOf(about, { name, filter, suppressed: suppress }))
    },
  })
}
