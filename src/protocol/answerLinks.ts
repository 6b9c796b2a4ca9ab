import { z } from 'zod'

/**
 * `POST /api/account/answer-links`, co-ordinators and managers who hold the referral: a link by which a provider without
 * an account answers it, once. Shown this once only.
 */
export const answerLinkRequestSchema = z.object({ onwardReferral: z.uuid() })
export const answerLinkSchema = z.object({ link: z.string(), expiresAt: z.string() })
export type AnswerLink = z.infer<typeof answerLinkSchema>

/** `DELETE /api/account/answer-links/:onwardReferral`: takes back those that nobody has used; answers how many. */
export const linksTakenBackSchema = z.object({ takenBack: z.number().int() })
