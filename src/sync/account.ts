import { z } from 'zod'
import { err, type Result } from '#domain/result.ts'
import {
  invitationReplySchema,
  type invitationRequestSchema,
  invitationSchema,
  type joinSchema,
  type Person,
  personSchema,
  recoverySchema,
} from '#protocol/account.ts'
import { type Bytes, fromBase64 } from '#vault/bytes.ts'
import { type HttpFault, request } from './http.ts'
import type { SignInFault } from './session.ts'

/** The account calls, online only. */
export async function signIn(email: string, password: string): Promise<Result<Person, SignInFault>> {
  const body = { email, password }
  const answer = await request(personSchema, { method: 'POST', path: '/api/account/sign-in', body })
  return answer.ok ? answer : err(signInFault(answer.error))
}

function signInFault({ fault, status }: HttpFault): SignInFault {
  if (status === 401 || status === 400) return 'wrongPassword'
  if (status === 429) return 'tooMany'
  return fault === 'offline' ? 'offline' : 'fault'
}

/** Who is signed in, as the service sees them now. */
export function whoAmI(): Promise<Result<Person, HttpFault>> {
  return request(personSchema, { path: '/api/account/me' })
}

export function signOut(): Promise<Result<unknown, HttpFault>> {
  return request(z.unknown(), { method: 'POST', path: '/api/account/sign-out', body: {} })
}

/** The key of this person's recovery slot on this device. */
export async function recoveryKey(device: string): Promise<Result<Bytes, HttpFault>> {
  const answer = await request(recoverySchema, {
    method: 'PUT',
    path: `/api/account/recovery/${device}`,
    body: {},
  })
  return answer.ok ? { ok: true, value: fromBase64(answer.value.key) } : answer
}

export function invite(
  invitation: z.infer<typeof invitationRequestSchema>,
): Promise<Result<z.infer<typeof invitationReplySchema>, HttpFault>> {
  return request(invitationReplySchema, {
    method: 'POST',
    path: '/api/account/invitations',
    body: invitation,
  })
}

export function invitation(token: string): Promise<Result<z.infer<typeof invitationSchema>, HttpFault>> {
  return request(invitationSchema, { path: `/api/account/invitations/${encodeURIComponent(token)}` })
}

export function join(by: z.infer<typeof joinSchema>): Promise<Result<Person, HttpFault>> {
  return request(personSchema, { method: 'POST', path: '/api/account/join', body: by })
}
