import type { Result } from '#domain/result.ts'
import {
  type Decided,
  decidedSchema,
  type Decision,
  type ReviewItem,
  reviewItemSchema,
  type ReviewList,
  reviewListSchema,
  type ReviewState,
} from '#protocol/review.ts'
import { type HttpFault, request } from './http.ts'

// What managers decide about work that the service did not simply take, online only.

export function listReview(
  state: ReviewState,
  after?: Pick<ReviewItem, 'received' | 'hash'>,
  limit = 50,
): Promise<Result<ReviewList, HttpFault>> {
  const before = after && `${after.received} ${after.hash}`
  const query = new URLSearchParams({ state, limit: String(limit), ...(before && { before }) })
  return request(reviewListSchema, { path: `/api/account/refused?${query.toString()}` })
}

export function readReview(hash: string): Promise<Result<ReviewItem, HttpFault>> {
  return request(reviewItemSchema, { path: `/api/account/refused/${encodeURIComponent(hash)}` })
}

export function decideReview(
  hash: string,
  decision: Decision['decision'],
  note = '',
): Promise<Result<Decided, HttpFault>> {
  const path = `/api/account/refused/${encodeURIComponent(hash)}`
  return request(decidedSchema, { method: 'POST', path, body: { decision, note } })
}
