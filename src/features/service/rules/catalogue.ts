import { type Criterion, diagnoses } from '#domain/eligibility/criterion.ts'
import { referralReasons } from '#domain/referral/referral.ts'

const ages = [16, 18, 25, 50, 55, 60, 65, 70, 75]

/** What can be asked for. */
export const askedFor: readonly Criterion[] = [
  ...ages.map((years) => ({ is: 'age-from', years })),
  { is: 'registered' },
  ...referralReasons.map((reason) => ({ is: 'reason', reason })),
  { is: 'carer' },
  { is: 'long-term' },
  { is: 'any-of', of: [{ is: 'reason', reason: 'health-condition' }, { is: 'carer' }] },
]

/** What can speak against somebody: first of all what the pilot called not suited. */
export const speaksAgainst: readonly Criterion[] = [
  { is: 'suicidal-ideas' },
  ...diagnoses.map((of) => ({ is: 'diagnosis', of })),
  { is: 'reason', reason: 'dementia' },
]
