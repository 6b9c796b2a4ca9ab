import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import fastify, { type FastifyLoggerOptions, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { watchDirectory } from '../publicDirectory/shownDirectory.ts'
import { guardAccess } from './access.ts'
import { accountRoutes } from './accountRoutes.ts'
import { answerRoutes } from './answerRoutes.ts'
import { serveApp } from './appFiles.ts'
import { describeApi, docsRoutes } from './docs.ts'
import { draftRoutes } from './draftRoutes.ts'
import { type Faults, faultRoutes } from './faultRoutes.ts'
import { setHeaders } from './headers.ts'
import { memberRoutes } from './memberRoutes.ts'
import { healthRoutes } from './healthRoutes.ts'
import { orukRoutes } from './orukRoutes.ts'
import { guardOrigin } from './origin.ts'
import { answerProblems } from './problems.ts'
import { referRoutes } from './referRoutes.ts'
import { reportRoutes } from './reportRoutes.ts'
import { reviewRoutes } from './reviewRoutes.ts'
import { rightsRoutes } from './rightsRoutes.ts'
import { returnRoutes } from './returnRoutes.ts'
import { servicePageRoutes } from './servicePageRoutes.ts'
import { syncRoutes } from './syncRoutes.ts'
import type { App, Services } from './types.ts'

export interface AppOptions {
  appFolder: string
  logger: FastifyLoggerOptions | boolean
  /** Proxies in front that are trusted to name the caller's address, e.g. `127.0.0.1, 10.0.0.0/8`. */
  trustedProxies: string | null
  faults?: Faults
}

/** The whole server over http, not yet listening. */
export async function buildApp(services: Services, options: AppOptions): Promise<App> {
  const app = fastify({
    logger: options.logger,
    // Addresses hold tokens, and queries could: what is logged is the route, see below.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies ?? false,
    bodyLimit: 1_000_000,
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  readJson(app)
  answerProblems(app)
  logRoutes(app)
  await setHeaders(app, services.publicUrl)
  guardAccess(app, services)
  guardOrigin(app, services.publicUrl)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
    threshold: 1024,
  })
  await describeApi(app)
  if (options.faults) faultRoutes(app, options.faults)
  syncRoutes(app, services)
  returnRoutes(app, services)
  draftRoutes(app, services)
  accountRoutes(app, services)
  memberRoutes(app, services)
  await answerRoutes(app, services)
  reviewRoutes(app, services)
  rightsRoutes(app, services)
  reportRoutes(app, services)
  healthRoutes(app, services)
  docsRoutes(app)
  const shown = watchDirectory(services.ground.database, services.tenant)
  await orukRoutes(app, services, shown)
  servicePageRoutes(app, services, shown, options.appFolder)
  await referRoutes(app, services, options.appFolder)
  await serveApp(app, options.appFolder)
  app.addHook('preClose', async () => services.pokes.closeAll())
  return app
}

/**
 * JSON as it comes. Fastify's own reader refuses a whole request over a field called `__proto__`; here a field is only
 * ever a field (see `own` and `withKey` in the domain), and one bad change must not block the others. Bytes that are
 * not UTF-8 are refused: reading them as something else would alter what somebody wrote.
 */
function readJson(app: App): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    if (bytes.length === 0) return done(null, undefined)
    try {
      done(null, JSON.parse(utf8.decode(Buffer.from(bytes))))
    } catch {
      done(Object.assign(new Error('The body is not JSON in UTF-8'), { statusCode: 400 }))
    }
  })
}

/** Which route, how it ended and how long it took: no address, no name, no token. */
function logRoutes(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    request.log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
}
