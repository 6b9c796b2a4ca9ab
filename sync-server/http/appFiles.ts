import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { z } from 'zod'
import type { FastifyRequest } from 'fastify'
import { sendProblem } from './problems.ts'
import type { App } from './types.ts'

/** Files with a hash in their name never alter; all else is asked for anew each time. */
const HASHED = /\/assets\/[^/]+-[\w-]{8,}\.[a-z0-9]+$/

/** Serves the built app; any page address that is no file is the app's own, and gets its first page. */
export async function serveApp(app: App, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built) await serveFolder(app, folder)
  app.setNotFoundHandler((request, reply) =>
    built || !isPage(request)
      ? sendProblem(reply, 'notFound', 'There is nothing here')
      : reply.code(503).type('text/plain; charset=utf-8').send('The app is not built yet: npm run build\n'),
  )
}

async function serveFolder(app: App, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = HASHED.test(path.replaceAll('\\', '/'))
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.route({
    method: 'GET',
    url: '/*',
    config: { access: 'public' },
    schema: { hide: true, params: z.object({ '*': z.string() }) },
    handler: async (request, reply) =>
      isPage(request) ? reply.sendFile('index.html') : reply.sendFile(request.params['*']),
  })
}

/** An address of the app's own, rather than of a file or of the server. */
function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? ''
  const inside = path === '/api' || path.startsWith('/api/') || /\.[a-z0-9]+$/i.test(path)
  return (method === 'GET' || method === 'HEAD') && !inside
}
