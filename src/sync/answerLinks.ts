import type { Result } from '#domain/result.ts'
import { type AnswerLink, answerLinkSchema, linksTakenBackSchema } from '#protocol/answerLinks.ts'
import { type HttpFault, request } from './http.ts'

// Links for providers without an account, online only.

export function makeAnswerLink(onwardReferral: string): Promise<Result<AnswerLink, HttpFault>> {
  return request(answerLinkSchema, {
    method: 'POST',
    path: '/api/account/answer-links',
    body: { onwardReferral },
  })
}

export async function takeBackAnswerLinks(onwardReferral: string): Promise<Result<number, HttpFault>> {
  const answer = await request(linksTakenBackSchema, {
    method: 'DELETE',
    path: `/api/account/answer-links/${onwardReferral}`,
  })
  return answer.ok ? { ok: true, value: answer.value.takenBack } : answer
}
