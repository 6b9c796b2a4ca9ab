import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { TAXONOMIES, type TaxonomyName, taxonomyId, taxonomyOut, termOut } from '#domain/feed/publicTerms.ts'
import type { JsonObject } from '#domain/json.ts'
import { serviceName } from '../accounts/ground.ts'
import { extent, filters, fullness, isChosen, paging } from '../publicDirectory/choose.ts'
import {
  fullDocument,
  minimalDocument,
  organisationDocument,
  stayDocument,
  staysOf,
  summaryDocument,
} from '../publicDirectory/documents.ts'
import { idFor, pageOf, type ShownDirectory } from '../publicDirectory/shownDirectory.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

const LICENCE = {
  name: 'Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)',
  url: 'https://creativecommons.org/licenses/by-sa/4.0/',
}
/** A minimal list is meant to hold them all. */
const MINIMAL_PAGE = 10_000
/** Alters with what is made of an entry, so that nobody keeps what an older version made of it. */
const SHAPE = 1

const byId = z.strictObject({ id: z.guid('must be a UUID') })
const nothing = z.strictObject({})
const withFilters = z.strictObject({ ...paging, ...filters, ...fullness, minimal: extent.minimal })
const ofOrganisations = z.strictObject({ ...paging, ...fullness, full_service: extent.full_service })
const onlyPaging = z.strictObject(paging)

interface Asked<Query> {
  query: Query
  id: string
  directory: ShownDirectory
}

/**
 * The directory as a public feed of Open Referral UK (HSDS-UK 3.0): no key, any site may read it, nothing personal in it
 * (see `domain/feed/writeService.ts`).
 */
export async function orukRoutes(
  app: App,
  services: Services,
  shown: () => Promise<ShownDirectory>,
): Promise<void> {
  await app.register(async (feed: App) => {
    feed.addHook('onRequest', async (_request, reply) => {
      reply
        .header('access-control-allow-origin', '*')
        .header('access-control-expose-headers', 'etag, last-modified, link')
        .header('cross-origin-resource-policy', 'cross-origin')
    })

    const serve = <Query extends z.ZodType>(
      url: string,
      summary: string,
      querystring: Query,
      answer: (asked: Asked<z.infer<Query>>) => JsonObject | null,
    ) =>
      feed.route({
        method: 'GET',
        url: `/api/oruk${url}`,
        config: { access: 'public' },
        schema: {
          tags: ['open referral'],
          summary,
          querystring,
          params: url.endsWith('/:id') ? byId : nothing,
        },
        handler: async (request, reply) => {
          const directory = await shown()
          if (isKnown(request, reply, directory)) return reply.code(304).send()
          const params = byId.safeParse(request.params)
          const id = params.success ? params.data.id.toLowerCase() : ''
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the validator has read it by this very schema
          const document = answer({ query: request.query as z.infer<Query>, id, directory })
          if (document === null) return sendProblem(reply, 'notFound', 'There is nothing by this id')
          return reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(document)
        },
      })

    serve('/services', 'Services, a page at a time', withFilters, ({ query, directory }) => {
      const chosen = [...directory.services.values()].filter((entry) => isChosen(entry, query))
      if (query.minimal) return pageOf(chosen, { page: query.page, per_page: MINIMAL_PAGE }, minimalDocument)
      return pageOf(chosen, query, query.full ? fullDocument : summaryDocument)
    })
    serve('/services/:id', 'One service with all that belongs to it', nothing, ({ id, directory }) => {
      const entry = directory.services.get(id)
      return entry ? fullDocument(entry) : null
    })

    serve('/organizations', 'Organisations, a page at a time', ofOrganisations, ({ query, directory }) =>
      pageOf([...directory.organisations.values()], query, (one) =>
        organisationDocument(one, directory, query.full || query.full_service),
      ),
    )
    serve('/organizations/:id', 'One organisation with its services', nothing, ({ id, directory }) => {
      const one = directory.organisations.get(id)
      return one ? organisationDocument(one, directory, true) : null
    })

    serve(
      '/service_at_locations',
      'Services at their places, a page at a time',
      withFilters,
      ({ query, directory }) => {
        const stays = [...directory.services.values()]
          .filter((entry) => isChosen(entry, query))
          .flatMap(staysOf)
        if (query.minimal)
          return pageOf(stays, { page: query.page, per_page: MINIMAL_PAGE }, ({ id }) => ({ id }))
        return pageOf(stays, query, (stay) => stayDocument(stay, query.full))
      },
    )
    serve('/service_at_locations/:id', 'One service at one of its places', nothing, ({ id, directory }) => {
      const stay = [...directory.services.values()].flatMap(staysOf).find((one) => one.id === id)
      return stay ? stayDocument(stay, true) : null
    })

    serve('/taxonomies', 'What services are filed under', onlyPaging, ({ query }) =>
      pageOf(taxonomies, query, (name) => taxonomyOut(name, idFor)),
    )
    serve('/taxonomies/:id', 'One taxonomy', nothing, ({ id }) => {
      const name = taxonomies.find((one) => taxonomyId(one, idFor) === id)
      return name ? taxonomyOut(name, idFor) : null
    })
    serve(
      '/taxonomy_terms',
      'The terms of the taxonomies, a page at a time',
      onlyPaging,
      ({ query, directory }) => pageOf([...directory.terms.values()], query, (term) => termOut(term, idFor)),
    )
    serve('/taxonomy_terms/:id', 'One term', nothing, ({ id, directory }) => {
      const term = directory.terms.get(id)
      return term ? termOut(term, idFor) : null
    })

    describeFeed(feed, services, shown)
    allowOtherSites(feed)
  })
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object that is not altered
const taxonomies = Object.keys(TAXONOMIES) as TaxonomyName[]

function describeFeed(
  feed: App,
  { ground, tenant, publicUrl }: Services,
  shown: () => Promise<ShownDirectory>,
): void {
  feed.route({
    method: 'GET',
    url: '/api/oruk',
    config: { access: 'public' },
    schema: {
      tags: ['open referral'],
      summary: 'What this feed is: its version, its licence, who publishes it',
    },
    handler: async (request, reply) => {
      const directory = await shown()
      if (isKnown(request, reply, directory)) return reply.code(304).send()
      const invented = [...directory.services.values()].some(({ body }) => body.invented_contact === true)
      return reply.serializer(JSON.stringify).send({
        version: 'HSDS-UK-3.0',
        profile: 'https://docs.openreferraluk.org/',
        openapi_url: 'https://openreferraluk.org/specifications/3.0/openapi.json',
        own_openapi_url: `${publicUrl}/api/docs/json`,
        publisher: await serviceName(ground.database, tenant),
        license: LICENCE,
        services: directory.services.size,
        ...(invented ? { notice: 'Contact details in this directory are made up for demonstration.' } : {}),
      })
    },
  })
}

/** Asked by a browser before another site's page sends a request with headers of its own. */
function allowOtherSites(feed: App): void {
  for (const url of ['/api/oruk', '/api/oruk/*']) {
    feed.route({
      method: 'OPTIONS',
      url,
      config: { access: 'public' },
      schema: { hide: true },
      handler: async (_request, reply) =>
        reply
          .code(204)
          .header('access-control-allow-methods', 'GET, HEAD')
          .header('access-control-allow-headers', 'if-none-match, if-modified-since, accept')
          .header('access-control-max-age', '86400')
          .send(),
    })
  }
}

/** Says how old the directory is, and whether the caller has it already (RFC 9110, 13.2.2). */
function isKnown(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { version, modified }: ShownDirectory,
): boolean {
  const etag = `W/"${SHAPE}-${version}"`
  reply
    .header('etag', etag)
    .header('cache-control', 'public, max-age=300')
    .header('link', `<${LICENCE.url}>; rel="license"`)
  if (modified !== null) reply.header('last-modified', new Date(modified).toUTCString())
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return tags.split(',').some((tag) => ['*', etag, etag.slice(2)].includes(tag.trim()))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return modified !== null && since >= Math.floor(Date.parse(modified) / 1000) * 1000
}
