import {
  DRAFT_LIMITS,
  draftKeySchema,
  draftsQuerySchema,
  draftsReplySchema,
  putDraftsReplySchema,
  putDraftsSchema,
} from '#protocol/drafts.ts'
import { problemSchema } from '#protocol/account.ts'
import { draftKey } from '../drafts/draftKey.ts'
import { readDrafts } from '../drafts/readDrafts.ts'
import { writeDrafts } from '../drafts/writeDrafts.ts'
import { readTogether } from '../store/database.ts'
import { viewerOf } from './access.ts'
import type { App, Services } from './types.ts'

const problems = { '4xx': problemSchema, '5xx': problemSchema }
const signedIn = { access: 'signedIn' } as const

/** Work begun and not finished, sealed by a device for its author alone: it outlives the device. */
export function draftRoutes(app: App, { ground, secret }: Services): void {
  const { database } = ground

  app.route({
    method: 'PUT',
    url: '/api/account/draft-key',
    config: signedIn,
    schema: {
      tags: ['drafts'],
      summary: 'The key that seals the person’s own drafts: made once, the same on each of their devices',
      response: { 200: draftKeySchema, ...problems },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.send({ key: await draftKey(database, secret, viewerOf(request)) })
    },
  })

  app.route({
    method: 'GET',
    url: '/api/sync/drafts',
    config: signedIn,
    schema: {
      tags: ['drafts'],
      summary: 'The person’s own drafts, of all their devices, and which of them have ended',
      querystring: draftsQuerySchema,
      response: { 200: draftsReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.send(
        await readTogether(database, (tx) => readDrafts(tx, viewerOf(request), request.query)),
      )
    },
  })

  app.route({
    method: 'PUT',
    url: '/api/sync/drafts',
    bodyLimit: DRAFT_LIMITS.bytes,
    config: signedIn,
    schema: {
      tags: ['drafts'],
      summary: 'Keeps a device’s copies of its owner’s drafts, and lets go of those that ended',
      body: putDraftsSchema,
      response: { 200: putDraftsReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      const received = ground.now().toISOString()
      const written = await database
        .transaction()
        .execute((tx) => writeDrafts(tx, viewerOf(request), request.body, received))
      return reply.send(written)
    },
  })
}
