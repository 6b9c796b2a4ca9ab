import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { PROTOCOL } from '#protocol/version.ts'
import { docsPage } from './docsPage.ts'
import type { App } from './types.ts'

/** Notes every route from here on, so it comes before them. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Doorstep',
        version: String(PROTOCOL),
        description: 'Changes go up, records come down. Problems answer a code and a sentence.',
      },
    },
    transform: jsonSchemaTransform,
  })
}

/** `/api/docs` to read, `/api/docs/json` as OpenAPI, both made from the schemas that check the requests. */
export function docsRoutes(app: App): void {
  app.route({
    method: 'GET',
    url: '/api/docs/json',
    config: { access: 'public' },
    compress: {},
    schema: { hide: true },
    handler: async (_request, reply) => reply.send(app.swagger()),
  })

  app.route({
    method: 'GET',
    url: '/api/docs',
    config: { access: 'public' },
    compress: {},
    schema: { hide: true },
    handler: async (_request, reply) => reply.type('text/html; charset=utf-8').send(docsPage(app.routeTable)),
  })
}
