import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changeSchema } from '#domain/change/change.ts'
import { PROTOCOL } from '#protocol/version.ts'
import { docsPage } from './docsPage.ts'
import type { App } from './types.ts'

// Changes are read one by one, so the schema of a push does not show what each one is made of: it is described apart.
z.globalRegistry.add(changeSchema, { id: 'Change' })

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
    transformObject: jsonSchemaTransformObject,
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
