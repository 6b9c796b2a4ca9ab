import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import {
  invitationReplySchema,
  invitationRequestSchema,
  invitationSchema,
  joinSchema,
  personSchema,
  problemSchema,
  recoverySchema,
  signInSchema,
} from '#protocol/account.ts'
import { countAttempts } from '../accounts/attempts.ts'
import { findMember } from '../accounts/callers.ts'
import { serviceName } from '../accounts/ground.ts'
import { findInvitation, invite } from '../accounts/invitations.ts'
import { join, type JoinFault } from '../accounts/join.ts'
import { recoveryKey } from '../accounts/recovery.ts'
import type { Credentials } from '../accounts/signIns.ts'
import { callerOf } from './access.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

const problems = { '4xx': problemSchema, '5xx': problemSchema }
const done = z.null().describe('Nothing further')

/** Signing in and out, joining by invitation, and the key of the recovery slot. */
export function accountRoutes(app: App, services: Services): void {
  const { ground, signIns, pokes, secret, publicUrl, limits } = services
  const now = () => ground.now().getTime()
  const byAccount = countAttempts(limits.account, now)
  const byAddress = countAttempts(limits.address, now)

  const enter = async (reply: FastifyReply, credentials: Credentials) => {
    const signedIn = await signIns.signIn(credentials)
    const member = signedIn && (await findMember(ground.database, signedIn.user))
    if (!signedIn || !member) return null
    reply.header('set-cookie', signedIn.setCookies).header('cache-control', 'no-store')
    return { ...member.person, email: credentials.email.toLowerCase() }
  }

  app.route({
    method: 'POST',
    url: '/api/account/sign-in',
    config: { access: 'public' },
    schema: {
      tags: ['account'],
      summary: 'Signs in and sets the session cookie',
      body: signInSchema,
      response: { 200: personSchema, ...problems },
    },
    handler: async (request, reply) => {
      const account = request.body.email.toLowerCase()
      const wait = Math.max(byAccount.wait(account), byAddress.wait(request.ip))
      if (wait > 0) {
        reply.header('retry-after', wait)
        return sendProblem(reply, 'tooMany', 'Too many failed tries; wait before the next one')
      }
      // Counted before the password is tried, so that many tries at once are not one.
      byAccount.failed(account)
      byAddress.failed(request.ip)
      const person = await enter(reply, request.body)
      if (!person) return sendProblem(reply, 'unauthenticated', 'Email and password do not belong together')
      byAccount.forgive(account)
      // Who knows one password does not thereby get more tries at others.
      byAddress.takeBack(request.ip)
      return reply.send(person)
    },
  })

  app.route({
    method: 'POST',
    url: '/api/account/sign-out',
    config: { access: 'formerToo' },
    schema: { tags: ['account'], summary: 'Ends the session', response: { 200: done, ...problems } },
    handler: async (request, reply) => {
      const { session } = callerOf(request)
      reply.header('set-cookie', await signIns.signOut(request.headers.cookie ?? ''))
      pokes.closeSession(session)
      return reply.send(null)
    },
  })

  app.route({
    method: 'GET',
    url: '/api/account/me',
    config: { access: 'formerToo' },
    schema: { tags: ['account'], summary: 'Who is signed in', response: { 200: personSchema, ...problems } },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.send(callerOf(request).person)
    },
  })

  app.route({
    method: 'PUT',
    url: '/api/account/recovery/:device',
    config: { access: 'formerToo' },
    schema: {
      tags: ['account'],
      summary: 'The key of the person’s recovery slot on a device: made once, the same ever after',
      params: z.object({ device: z.uuid() }),
      response: { 200: recoverySchema, ...problems },
    },
    handler: async (request, reply) => {
      const { tenant, person } = callerOf(request)
      const slot = { tenant, staff: person.id, device: request.params.device }
      reply.header('cache-control', 'no-store')
      return reply.send({ key: await recoveryKey(ground.database, secret, slot) })
    },
  })

  app.route({
    method: 'POST',
    url: '/api/account/invitations',
    config: { access: ['manager'] },
    schema: {
      tags: ['account'],
      summary: 'A link by which one person joins, once',
      body: invitationRequestSchema,
      response: { 200: invitationReplySchema, ...problems },
    },
    handler: async (request, reply) => {
      const { tenant, person } = callerOf(request)
      const invited = await invite(ground, { tenant, by: person.id }, request.body)
      if (!invited.ok) {
        const what = invited.error === 'unknownTeam' ? 'team' : 'organisation'
        return sendProblem(reply, 'invalid', `${what}: there is no such ${what}`)
      }
      const { token, expiresAt } = invited.value
      return reply.send({ link: `${publicUrl}/join/${token}`, expiresAt })
    },
  })

  app.route({
    method: 'GET',
    url: '/api/account/invitations/:token',
    config: { access: 'public' },
    schema: {
      tags: ['account'],
      summary: 'For whom a link is',
      params: z.object({ token: z.string().max(100) }),
      response: { 200: invitationSchema, ...problems },
    },
    handler: async (request, reply) => {
      const invitation = await findInvitation(ground, request.params.token)
      if (!invitation) return sendProblem(reply, 'notFound', 'The link is used up or has run out')
      const { first, name, email, tenant } = invitation
      reply.header('cache-control', 'no-store')
      return reply.send({ first, name, email, service: (await serviceName(ground.database, tenant)) ?? '' })
    },
  })

  app.route({
    method: 'POST',
    url: '/api/account/join',
    config: { access: 'public' },
    schema: {
      tags: ['account'],
      summary: 'Uses up a link: makes the account and signs in',
      body: joinSchema,
      response: { 200: personSchema, ...problems },
    },
    handler: async (request, reply) => {
      const joined = await join(ground, signIns, request.body)
      if (!joined.ok) return sendJoinFault(reply, joined.error)
      pokes.poke(joined.value.tenant, { seq: joined.value.seq })
      const person = await enter(reply, request.body)
      if (!person) throw new Error('Somebody who has just joined could not sign in')
      return reply.send(person)
    },
  })
}

function sendJoinFault(reply: FastifyReply, fault: JoinFault): FastifyReply {
  switch (fault) {
    case 'noInvitation':
      return sendProblem(reply, 'notFound', 'The link is used up or has run out')
    case 'emailTaken':
      return sendProblem(reply, 'invalid', 'email: somebody has joined with this address already')
    case 'serviceUnnamed':
      return sendProblem(reply, 'invalid', 'service: the first to join names the service')
  }
}
