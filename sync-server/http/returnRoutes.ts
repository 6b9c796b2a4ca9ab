import { problemSchema } from '#protocol/account.ts'
import { returnsReplySchema, returnsRequestSchema } from '#protocol/returns.ts'
import { PROTOCOL } from '#protocol/version.ts'
import { takeBack } from '../reconcile/returns.ts'
import { memberOf } from '../scopes/standing.ts'
import { callerOf } from './access.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

/** A page holds a megabyte; a record that is larger by itself, through what is contested on it, comes alone. */
const BODY = 8_000_000

/** After a restore: devices give back what the server has lost. */
export function returnRoutes(app: App, { ground, pokes }: Services): void {
  app.route({
    method: 'POST',
    url: '/api/sync/returns',
    bodyLimit: BODY,
    config: { access: 'formerToo' },
    schema: {
      tags: ['sync'],
      summary: 'After a restore: records and settled changes that the server may have lost',
      body: returnsRequestSchema,
      response: { 200: returnsReplySchema, '4xx': problemSchema, '5xx': problemSchema },
    },
    handler: async (request, reply) => {
      const { protocol, ...returns } = request.body
      if (protocol > PROTOCOL) return sendProblem(reply, 'unavailable', 'This server is older than the app')
      const { tenant, person } = callerOf(request)
      const received = ground.now().toISOString()
      const taken = await ground.database.transaction().execute((tx) =>
        takeBack(
          tx,
          { ...returns, tenant, received },
          (locked) => memberOf(locked, { tenant, staff: person.id }),
          (change, fault) => request.log.error({ change, err: fault }, 'The code failed over a record'),
        ),
      )
      if (!taken) return sendProblem(reply, 'invalid', 'Nothing was restored since this device was here')
      if (taken.news) pokes.poke(tenant, { seq: taken.seq })
      return reply.send(taken.reply)
    },
  })
}
