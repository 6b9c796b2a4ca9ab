import { z } from 'zod'
import type { ReferralBody } from './referral.ts'

/**
 * A referral as somebody enters it, everything as typed. Headings: PRSB 1.1 "Referral details".
 *
 * What a draft of an earlier app has not is as if it was not answered.
 *
 * - `referrerRole`: PRSB "Role", what they are there
 * - `consentNote`: why the person was not asked, or what they said
 * - `danger`: whether anybody has spoken of suicide, or of harm; '' where that was not answered
 */
export const referralEntrySchema = z.object({
  source: z.string(),
  referrerName: z.string(),
  referrerRole: z.string().default(''),
  referrerOrganisation: z.string(),
  referrerContact: z.string(),
  practice: z.string().default(''),
  date: z.string(),
  method: z.string(),
  reasons: z.array(z.string()),
  presentingIssue: z.string(),
  consent: z.string(),
  consentNote: z.string().default(''),
  danger: z.enum(['', 'no', 'yes']).default(''),
  dangerSaid: z.string().default(''),
  dangerDone: z.string().default(''),
})
export type ReferralEntry = z.infer<typeof referralEntrySchema>

export const blankReferral: ReferralEntry = {
  source: '',
  referrerName: '',
  referrerRole: '',
  referrerOrganisation: '',
  referrerContact: '',
  practice: '',
  date: '',
  method: '',
  reasons: [],
  presentingIssue: '',
  consent: '',
  consentNote: '',
  danger: '',
  dangerSaid: '',
  dangerDone: '',
}

/**
 * What still has to be said before a referral can go in: the mandatory elements of PRSB 1.1, whether the person agreed,
 * and whether anybody is in danger. A person who was not asked is taken too, with the reason.
 */
export type ReferralGap = 'source' | 'consent' | 'consentNote' | 'danger'

export function gapsInReferral({ source, consent, consentNote, danger }: ReferralEntry): ReferralGap[] {
  const unexplained = consent !== '' && consent !== 'given' && consentNote.trim() === ''
  return [
    ...(source === '' ? (['source'] as const) : []),
    ...(danger === '' ? (['danger'] as const) : []),
    ...(consent === '' ? (['consent'] as const) : []),
    ...(unexplained ? (['consentNote'] as const) : []),
  ]
}

/** The referral that was entered, as received. `to`: the name of the service that is asked. */
export function referralEntered(entry: ReferralEntry, to: string): ReferralBody {
  const referrer = {
    ...given('name', entry.referrerName),
    ...given('role', entry.referrerRole),
    ...given('organisation', entry.referrerOrganisation),
    ...given('contact', entry.referrerContact),
  }
  return {
    source: entry.source,
    date: entry.date,
    reasons: entry.reasons,
    status: 'received',
    ...given('referralTo', to),
    ...(Object.keys(referrer).length > 0 ? { referrer: { name: '', ...referrer } } : {}),
    ...given('practice', entry.practice),
    ...given('method', entry.method),
    ...given('presentingIssue', entry.presentingIssue),
    ...given('consent', entry.consent),
    ...given('consentNote', entry.consentNote),
    ...urgentIn(entry),
  }
}

function urgentIn({ danger, dangerSaid, dangerDone }: ReferralEntry): Pick<ReferralBody, 'urgent'> {
  if (danger !== 'yes') return {}
  return { urgent: { risk: dangerSaid.trim(), ...given('action', dangerDone) } }
}

/** A text that was typed, under its field; nothing where nothing was. */
export function given(field: string, typed: string): Record<string, string> {
  const text = typed.trim()
  return text === '' ? {} : { [field]: text }
}
