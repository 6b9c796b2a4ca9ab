import type { Result } from '#domain/result.ts'
import {
  type MemberChange,
  memberSchema,
  membersSchema,
  type MemberView,
  teamSchema,
  teamsSchema,
  type TeamView,
} from '#protocol/members.ts'
import { PROTOCOL } from '#protocol/version.ts'
import { type HttpFault, request } from './http.ts'

// What managers do about people, online only.

export async function listMembers(): Promise<Result<MemberView[], HttpFault>> {
  const headers = { 'doorstep-protocol': String(PROTOCOL) }
  const answer = await request(membersSchema, { path: '/api/account/members', headers })
  return answer.ok ? { ok: true, value: answer.value.members } : answer
}

export function alterMember(staff: string, change: MemberChange): Promise<Result<MemberView, HttpFault>> {
  return request(memberSchema, { method: 'PATCH', path: `/api/account/members/${staff}`, body: change })
}

export async function listTeams(): Promise<Result<TeamView[], HttpFault>> {
  const answer = await request(teamsSchema, { path: '/api/account/teams' })
  return answer.ok ? { ok: true, value: answer.value.teams } : answer
}

export function addTeam(name: string): Promise<Result<TeamView, HttpFault>> {
  return request(teamSchema, { method: 'POST', path: '/api/account/teams', body: { name } })
}

export function renameTeam({ id, name }: TeamView): Promise<Result<TeamView, HttpFault>> {
  return request(teamSchema, { method: 'PATCH', path: `/api/account/teams/${id}`, body: { name } })
}
