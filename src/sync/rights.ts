import type { Result } from '#domain/result.ts'
import {
  type AuditPage,
  auditPageSchema,
  type DestroyReply,
  destroyReplySchema,
  type DestroyRequest,
  type Destruction,
  destructionsSchema,
  type FileHistory,
  fileHistorySchema,
} from '#protocol/rights.ts'
import { type HttpFault, request } from './http.ts'

// What managers do about people's rights, and the audit, online only.

/** What the audit is narrowed to; empty where it is not. `from` and `to` are moments. */
export interface AuditFilter {
  file: string
  by: string
  act: string
  from: string
  to: string
}

export function readAudit(
  filter: AuditFilter,
  before = '',
  limit = 100,
): Promise<Result<AuditPage, HttpFault>> {
  const given = Object.entries({ ...filter, before }).filter(([, value]) => value !== '')
  const query = new URLSearchParams([...given, ['limit', String(limit)]])
  return request(auditPageSchema, { path: `/api/account/audit?${query.toString()}` })
}

export function readFileHistory(client: string): Promise<Result<FileHistory, HttpFault>> {
  return request(fileHistorySchema, { path: `/api/account/files/${client}/history` })
}

/** Writing the database anew takes its time. */
const DESTROY_SECONDS = 120

export function destroyFile(client: string, body: DestroyRequest): Promise<Result<DestroyReply, HttpFault>> {
  const path = `/api/account/files/${client}/destroy`
  return request(destroyReplySchema, { method: 'POST', path, body, seconds: DESTROY_SECONDS })
}

export async function listDestructions(): Promise<Result<Destruction[], HttpFault>> {
  const answer = await request(destructionsSchema, { path: '/api/account/destructions' })
  return answer.ok ? { ok: true, value: answer.value.destructions } : answer
}
