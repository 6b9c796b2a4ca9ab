import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PROTOCOL, SERVED, SERVED_HEADER, versionsText } from '#protocol/version.ts'
import {
  fetchReplySchema,
  fetchRequestSchema,
  manifestSchema,
  pullQuerySchema,
  pullReplySchema,
  pushReplySchema,
  pushRequestSchema,
} from '#protocol/sync.ts'
import { problemSchema } from '#protocol/account.ts'
import { deviceRegister } from '../accounts/devices.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { readManifest, readNamed, readReady } from '../scopes/heal.ts'
import { readPage } from '../scopes/pull.ts'
import { memberOf, standingOf } from '../scopes/standing.ts'
import { readTogether } from '../store/database.ts'
import { daysFrom } from './days.ts'
import { callerOf, viewerOf } from './access.ts'
import { sortNewer } from './newerApps.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

/** A push holds a megabyte; a single change that is larger still deserves its receipt, rather than no answer at all. */
const PUSH_BODY = 8_000_000
/** Days after today whose visits are made ready first. */
const READY_DAYS = 3

const problems = { '4xx': problemSchema, '5xx': problemSchema }
const formerToo = { access: 'formerToo' } as const

const deviceHeaders = z.object({
  'doorstep-device': z.uuid().optional().describe('The id that the device gave itself'),
  'doorstep-app': z.string().max(64).optional().describe('The build of the app'),
  'doorstep-protocol': z.coerce
    .number()
    .int()
    .default(1)
    .describe(`The protocol that the device speaks; records go out to ${SERVED.from} to ${SERVED.to}`),
})

type DeviceHeaders = z.output<typeof deviceHeaders>

/** Changes go up, records come down. */
export function syncRoutes(app: App, services: Services): void {
  const { ground, pokes } = services
  const { database } = ground
  const register = deviceRegister(ground)

  const meet = async (request: FastifyRequest, headers: DeviceHeaders): Promise<void> => {
    const { 'doorstep-device': device, 'doorstep-app': app = null } = headers
    if (device !== undefined) await register({ ...viewerOf(request), device, app })
  }

  // Whatever the answer, an app hears from it which versions it may speak.
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/sync/')) reply.header(SERVED_HEADER, versionsText(SERVED))
  })

  app.route({
    method: 'POST',
    url: '/api/sync/changes',
    bodyLimit: PUSH_BODY,
    config: formerToo,
    schema: {
      tags: ['sync'],
      summary: 'An ordered batch of changes; a receipt for each, the same however often it is sent',
      headers: deviceHeaders,
      body: pushRequestSchema,
      response: { 200: pushReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      const { protocol, device, epoch: meant, changes } = request.body
      // From an older app changes are always taken; in a newer protocol they could be misread, so they wait.
      if (protocol > PROTOCOL) return sendServerOlder(reply)
      const { understood, waiting } = sortNewer(request, changes)
      const viewer = viewerOf(request)
      await register({ ...viewer, device, app: request.headers['doorstep-app'] ?? null })
      const received = ground.now().toISOString()
      const { receipts, epoch, seq, news } = await database.transaction().execute((tx) =>
        reconcile(
          tx,
          { tenant: viewer.tenant, device, received, changes: understood, epoch: meant },
          (locked) => memberOf(locked, viewer),
          (change, fault) => request.log.error({ change, err: fault }, 'The code failed over a change'),
        ),
      )
      if (news) pokes.poke(viewer.tenant, { seq })
      return reply.send({ receipts, epoch, ...(waiting.length > 0 && { waiting }) })
    },
  })

  app.route({
    method: 'GET',
    url: '/api/sync/records',
    config: formerToo,
    compress: {},
    schema: {
      tags: ['sync'],
      summary:
        'A page of what the person may see, in the server’s order; or the request to compare manifests',
      headers: deviceHeaders,
      querystring: pullQuerySchema,
      response: { 200: pullReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      if (!isServed(request.headers)) return sendNotServed(reply, request.headers)
      await meet(request, request.headers)
      return passThrough(
        reply,
        await readTogether(database, (tx) => readPage(tx, viewerOf(request), request.query)),
      )
    },
  })

  app.route({
    method: 'POST',
    url: '/api/sync/records',
    config: formerToo,
    compress: {},
    schema: {
      tags: ['sync'],
      summary: 'Named records; those that the person may not see are left out',
      headers: deviceHeaders,
      body: fetchRequestSchema,
      response: { 200: fetchReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      if (!isServed(request.headers)) return sendNotServed(reply, request.headers)
      return passThrough(
        reply,
        await readTogether(database, (tx) => readNamed(tx, viewerOf(request), request.body.ids)),
      )
    },
  })

  app.route({
    method: 'GET',
    url: '/api/sync/manifest',
    config: formerToo,
    compress: {},
    schema: {
      tags: ['sync'],
      summary: 'Id and rev of everything that the person may see',
      headers: deviceHeaders,
      response: { 200: manifestSchema, ...problems },
    },
    handler: async (request, reply) => {
      if (!isServed(request.headers)) return sendNotServed(reply, request.headers)
      return passThrough(reply, await readTogether(database, (tx) => readManifest(tx, viewerOf(request))))
    },
  })

  app.route({
    method: 'GET',
    url: '/api/sync/ready',
    config: formerToo,
    compress: {},
    schema: {
      tags: ['sync'],
      summary: `The whole files of the clients whom the person visits today or in the next ${READY_DAYS} days`,
      headers: deviceHeaders,
      response: { 200: fetchReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      if (!isServed(request.headers)) return sendNotServed(reply, request.headers)
      const days = daysFrom(ground.now(), READY_DAYS)
      return passThrough(reply, await readTogether(database, (tx) => readReady(tx, viewerOf(request), days)))
    },
  })

  app.route({
    method: 'GET',
    url: '/api/sync/pokes',
    config: formerToo,
    compress: false,
    schema: {
      tags: ['sync'],
      summary: 'Server-sent events: how far the order has come, once at the beginning and after each change',
      produces: ['text/event-stream'],
    },
    handler: async (request, reply) => {
      const { tenant, session } = callerOf(request)
      const { seq } = await standingOf(database, viewerOf(request))
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        [SERVED_HEADER]: versionsText(SERVED),
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      pokes.open(reply.raw, { tenant, session }, seq)
    },
  })
}

function isServed({ 'doorstep-protocol': protocol }: DeviceHeaders): boolean {
  return protocol >= SERVED.from && protocol <= SERVED.to
}

function sendNotServed(reply: FastifyReply, { 'doorstep-protocol': protocol }: DeviceHeaders): FastifyReply {
  if (protocol > SERVED.to) return sendServerOlder(reply)
  return sendProblem(reply, 'outdated', 'The app is too old for records; its changes are still taken')
}

function sendServerOlder(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 'serverOlder', 'This server is older than the app')
}

/** Sends text that is JSON already as it is. */
function passThrough(reply: FastifyReply, text: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer((payload: string) => payload)
    .send(text)
}
