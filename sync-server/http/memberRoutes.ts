import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { problemSchema } from '#protocol/account.ts'
import {
  memberChangeSchema,
  memberSchema,
  membersSchema,
  type MemberView,
  teamChangeSchema,
  teamSchema,
  teamsSchema,
} from '#protocol/members.ts'
import { alterMember, listMembers, type MemberFault } from '../accounts/members.ts'
import { addTeam, renameTeam, teamsOf } from '../accounts/teams.ts'
import { callerOf } from './access.ts'
import { sendProblem } from './problems.ts'
import type { App, Services } from './types.ts'

const problems = { '4xx': problemSchema, '5xx': problemSchema }
const managers = { access: ['manager'] } as const

/** Who belongs to the service, what they may do, and the teams. */
export function memberRoutes(app: App, { ground, pokes }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/account/members',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'Everybody of the service, with those whose access has ended',
      headers: z.object({ 'doorstep-protocol': z.coerce.number().int().default(2).catch(2) }),
      response: { 200: membersSchema, ...problems },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const members = await listMembers(ground.database, callerOf(request).tenant)
      const known = request.headers['doorstep-protocol'] >= 3 ? members : members.filter(isOfBeforeThree)
      return reply.send({ members: known })
    },
  })

  app.route({
    method: 'PATCH',
    url: '/api/account/members/:staff',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'Alters somebody’s role or team, or ends or reopens their access; their devices follow',
      params: z.object({ staff: z.uuid() }),
      body: memberChangeSchema,
      response: { 200: memberSchema, ...problems },
    },
    handler: async (request, reply) => {
      const { tenant, person } = callerOf(request)
      const { staff } = request.params
      const altered = await alterMember(ground, { tenant, by: person.id, staff, change: request.body })
      if (!altered.ok) return sendMemberFault(reply, altered.error)
      pokes.poke(tenant, { seq: altered.value.seq })
      return reply.send(altered.value.member)
    },
  })

  app.route({
    method: 'GET',
    url: '/api/account/teams',
    config: managers,
    schema: { tags: ['account'], summary: 'The teams', response: { 200: teamsSchema, ...problems } },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return reply.send({ teams: await teamsOf(ground.database, callerOf(request).tenant) })
    },
  })

  app.route({
    method: 'POST',
    url: '/api/account/teams',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'A new team',
      body: teamChangeSchema,
      response: { 200: teamSchema, ...problems },
    },
    handler: async (request, reply) => {
      const added = await addTeam(ground, callerOf(request).tenant, request.body.name)
      return added.ok ? reply.send(added.value) : sendTeamFault(reply, added.error)
    },
  })

  app.route({
    method: 'PATCH',
    url: '/api/account/teams/:team',
    config: managers,
    schema: {
      tags: ['account'],
      summary: 'Another name for a team',
      params: z.object({ team: z.uuid() }),
      body: teamChangeSchema,
      response: { 200: teamSchema, ...problems },
    },
    handler: async (request, reply) => {
      const team = { id: request.params.team, name: request.body.name }
      const renamed = await renameTeam(ground, callerOf(request).tenant, team)
      return renamed.ok ? reply.send(renamed.value) : sendTeamFault(reply, renamed.error)
    },
  })
}

/** An app of before protocol 3, which does not say what it speaks here, could read no list with newer roles in it. */
function isOfBeforeThree({ role }: MemberView): boolean {
  return role !== 'referrer' && role !== 'provider'
}

function sendMemberFault(reply: FastifyReply, fault: MemberFault): FastifyReply {
  switch (fault) {
    case 'unknownMember':
      return sendProblem(reply, 'notFound', 'There is no such member')
    case 'unknownTeam':
      return sendProblem(reply, 'invalid', 'team: there is no such team')
    case 'unknownOrganisation':
      return sendProblem(reply, 'invalid', 'organisation: there is no such organisation in the directory')
    case 'lastManager':
      return sendProblem(reply, 'lastManager', 'Nobody would be left who could manage the service')
  }
}

function sendTeamFault(reply: FastifyReply, fault: 'nameTaken' | 'unknownTeam'): FastifyReply {
  if (fault === 'unknownTeam') return sendProblem(reply, 'notFound', 'There is no such team')
  return sendProblem(reply, 'nameTaken', 'name: another team has this name')
}
