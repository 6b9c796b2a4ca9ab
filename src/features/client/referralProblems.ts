import { gapsInReferral, type ReferralEntry, type ReferralGap } from '#domain/referral/entered.ts'
import { isDay } from '#ui/dates.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'

/** What keeps a referral from being entered, each with the field where it is put right. */
export function referralProblems(referral: ReferralEntry): FieldProblem[] {
  return [
    ...(isDay(referral.date) ? [] : [{ field: 'field-date', text: 'The day of the referral is needed.' }]),
    ...gapsInReferral(referral).map((gap) => ({ field: `field-${gap}`, text: gapWords[gap] })),
  ]
}

const gapWords: Record<ReferralGap, string> = {
  source: 'Who referred them is needed.',
  danger: 'Say whether anybody has spoken of suicide, or of harm.',
  consent: 'Say whether they agree to the referral.',
  consentNote: 'Say why they were not asked, or what they said.',
}
