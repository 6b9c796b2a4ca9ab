import type { FastifyRequest } from 'fastify'
import { sendProblem } from './problems.ts'
import type { App } from './types.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Nothing is changed on the word of another site's page. Browsers name the origin on every unsafe request
 * (https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site); a caller that names none is not a browser,
 * and carries nobody's cookie by accident.
 */
export function guardOrigin(app: App, publicUrl: string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (SAFE.has(request.method) || isSameOrigin(request, publicUrl)) return
    return sendProblem(reply, 'forbidden', 'The request came from another site')
  })
}

function isSameOrigin({ headers, host }: FastifyRequest, publicUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  if (origin === undefined) return true
  // A form on a page that names no referrer has the origin `null`; the browser vouches for the site by itself.
  if (origin === 'null') return site === 'same-origin'
  return URL.canParse(origin) && [host, new URL(publicUrl).host].includes(new URL(origin).host)
}
