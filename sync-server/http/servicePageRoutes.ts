import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { publicId } from '#domain/feed/writeService.ts'
import { serviceName } from '../accounts/ground.ts'
import { noServiceContent, serviceContent } from '../publicDirectory/servicePage.ts'
import { idFor, type ShownDirectory } from '../publicDirectory/shownDirectory.ts'
import type { Html } from '../refer/markup.ts'
import { wholePage } from '../refer/page.ts'
import { typefaceIn } from '../refer/typeface.ts'
import { serviceDay } from './days.ts'
import type { App, Services } from './types.ts'

/** `/services/{id}`: one service for whoever was given a leaflet, on any telephone. What is shown is the public feed's. */
export function servicePageRoutes(
  app: App,
  { ground, tenant }: Services,
  shown: () => Promise<ShownDirectory>,
  appFolder: string,
): void {
  const typeface = typefaceIn(appFolder)

  const send = async (reply: FastifyReply, code: number, title: string, content: Html) =>
    reply
      .code(code)
      .type('text/html; charset=utf-8')
      .header('cache-control', code === 200 ? 'public, max-age=300' : 'no-store')
      .serializer((text: string) => text)
      .send(wholePage({ title, service: await serviceName(ground.database, tenant), typeface, content }))

  app.route({
    method: 'GET',
    url: '/services/:id',
    config: { access: 'public' },
    schema: {
      hide: true,
      summary: 'One service of the directory, to read and to print',
      params: z.object({ id: z.string() }),
    },
    handler: async ({ params: { id }, headers }, reply) => {
      // Android does; an iPhone and a desk's browser do not.
      const opensGeo = headers['user-agent']?.includes('Android') === true
      reply.header('vary', 'user-agent')
      const entry = (await shown()).services.get(publicId(id, idFor))
      if (entry)
        return send(reply, 200, entry.body.name, serviceContent(entry, serviceDay(ground.now()), opensGeo))
      const removed = await wasRemoved(id)
      return send(reply, removed ? 410 : 404, 'Not in the directory', noServiceContent(removed))
    },
  })

  async function wasRemoved(id: string): Promise<boolean> {
    const row = await ground.database
      .selectFrom('records')
      .select('id')
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .where('kind', '=', 'service')
      .where('deleted', '=', 1)
      .executeTakeFirst()
    return row !== undefined
  }
}
