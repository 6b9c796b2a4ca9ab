import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { problemSchema } from '#protocol/account.ts'
import { answerLinkRequestSchema, answerLinkSchema, linksTakenBackSchema } from '#protocol/answerLinks.ts'
import { countAttempts } from '../accounts/attempts.ts'
import { answerPage, closedPage, thanksPage, waitPage } from '../answers/answerPage.ts'
import { emptyForm, givenIn, readForm } from '../answers/answerForm.ts'
import { giveAnswer } from '../answers/giveAnswer.ts'
import { type Closed, type LinkFault, makeLink, openLink, takeBackLinks } from '../answers/links.ts'
import { viewerOf } from './access.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

const problems = { '4xx': problemSchema, '5xx': problemSchema }
const asking = { access: ['manager', 'coordinator'] } as const
const params = z.object({ token: z.string().max(100) })
/** Guesses at links, by address. */
const GUESSES = { most: 20, window: 10 * 60_000 }
const FORM_BYTES = 60_000

/** Links by which a provider without an account answers: made by whoever asks, answered on a page of the server's own. */
export async function answerRoutes(app: App, services: Services): Promise<void> {
  linkRoutes(app, services)
  // Apart, since forms are read here and nowhere else.
  await app.register(async (apart) => pageRoutes(apart, services))
}

function linkRoutes(app: App, { ground, publicUrl }: Services): void {
  app.route({
    method: 'POST',
    url: '/api/account/answer-links',
    config: asking,
    schema: {
      tags: ['account'],
      summary: 'A link by which a provider without an account answers one referral, once',
      body: answerLinkRequestSchema,
      response: { 200: answerLinkSchema, ...problems },
    },
    handler: async (request, reply) => {
      const made = await makeLink(ground, viewerOf(request), request.body.onwardReferral)
      if (!made.ok) return sendLinkFault(reply, made.error)
      reply.header('cache-control', 'no-store')
      return reply.send({ link: `${publicUrl}/answer/${made.value.token}`, expiresAt: made.value.expiresAt })
    },
  })

  app.route({
    method: 'DELETE',
    url: '/api/account/answer-links/:onwardReferral',
    config: asking,
    schema: {
      tags: ['account'],
      summary: 'Takes back the links to a referral that nobody has used',
      params: z.object({ onwardReferral: z.uuid() }),
      response: { 200: linksTakenBackSchema, ...problems },
    },
    handler: async (request, reply) => {
      const taken = await takeBackLinks(ground, viewerOf(request), request.params.onwardReferral)
      return taken.ok ? reply.send({ takenBack: taken.value }) : sendLinkFault(reply, taken.error)
    },
  })
}

function sendLinkFault(reply: FastifyReply, fault: LinkFault): FastifyReply {
  switch (fault) {
    case 'unknownReferral':
      return sendProblem(reply, 'notFound', 'There is no such referral')
    case 'notAwaited':
      return sendProblem(reply, 'invalid', 'onwardReferral: nobody is to answer it')
  }
}

function pageRoutes(app: App, { ground, tenant, pokes }: Services): void {
  const guesses = countAttempts(GUESSES, () => ground.now().getTime())
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, text, done) => done(null, new URLSearchParams(text.toString())),
  )

  app.route({
    method: 'GET',
    url: '/answer/:token',
    config: { access: 'public' },
    schema: { hide: true, params },
    handler: async ({ params: { token }, ip }, reply) => {
      const wait = guesses.wait(ip)
      if (wait > 0) return sendPage(reply.header('retry-after', wait), 429, waitPage(wait))
      const link = await openLink(ground, tenant, token)
      if (!link.ok) return sendClosed(reply, link.error, ip)
      const { body, entry } = link.value
      return sendPage(reply, 200, answerPage({ body, entry, form: emptyForm(body), problems: [] }))
    },
  })

  app.route({
    method: 'POST',
    url: '/answer/:token',
    config: { access: 'public' },
    schema: { hide: true, params, body: z.instanceof(URLSearchParams) },
    handler: async ({ params: { token }, ip, body: posted }, reply) => {
      const wait = guesses.wait(ip)
      if (wait > 0) return sendPage(reply.header('retry-after', wait), 429, waitPage(wait))
      const link = await openLink(ground, tenant, token)
      if (!link.ok) return sendClosed(reply, link.error, ip)
      const { body, entry } = link.value
      const form = readForm(posted)
      const given = givenIn(form)
      if (!given.ok) return sendPage(reply, 400, answerPage({ body, entry, form, problems: given.error }))
      const answer = await giveAnswer(ground, { tenant, token }, given.value)
      if (!answer.ok) return sendClosed(reply, answer.error, ip)
      pokes.poke(tenant, { seq: answer.value.seq })
      return sendPage(reply, 200, thanksPage(body))
    },
  })

  function sendClosed(reply: FastifyReply, why: Closed, ip: string): FastifyReply {
    if (why !== 'unknown') return sendPage(reply, 410, closedPage(why))
    guesses.failed(ip)
    return sendPage(reply, 404, closedPage(why))
  }
}

/** Kept by nobody and found by no search: the address alone lets somebody answer. */
function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .serializer((text: string) => text)
    .send(page)
}
