import type { Answer, Answered } from '#domain/eligibility/answer.ts'
import { type Criterion, type SingleCriterion, understood } from '#domain/eligibility/criterion.ts'
import type { AnsweredGroup } from '#domain/eligibility/evaluate.ts'
import { referralReason, wordFor } from './codes.ts'

/** What a criterion asks for, as a person reads it: "18 or older". */
export function criterionWords(criterion: Criterion): string {
  const known = understood(criterion)
  if (!known) return 'Something that a newer Doorstep asks for'
  return known.is === 'any-of' ? orWords(known.of.map(singleWords)) : singleWords(known)
}

function singleWords(criterion: SingleCriterion): string {
  switch (criterion.is) {
    case 'age-from':
      return `${criterion.years} or older`
    case 'registered':
      return 'With a GP practice in the borough'
    case 'reason':
      return reasonWords(criterion.reason)
    case 'carer':
      return 'Cares for somebody'
    case 'long-term':
      return 'Has a long-term condition'
    case 'suicidal-ideas':
      return 'Thoughts of suicide now'
    case 'diagnosis':
      return diagnosisWords[criterion.of]
  }
}

const diagnosisWords: Record<Extract<SingleCriterion, { is: 'diagnosis' }>['of'], string> = {
  psychosis: 'Psychosis, now or earlier',
  'personality-disorder': 'A personality disorder, now or earlier',
  'organic-disorder': 'Dementia or another organic mental disorder',
}

function reasonWords(reason: string): string {
  return reason === 'health-condition'
    ? 'Struggles with a health condition'
    : (wordFor(referralReason, reason) ?? reason)
}

/** How much of a group is asked for, as a heading above its criteria. */
export function needWords({
  need,
  criteria,
}: Pick<AnsweredGroup, 'need'> & { criteria: { length: number } }): string {
  if (criteria.length === 1) return 'This is needed'
  if (need === 'all' || need >= criteria.length) return 'All of these are needed'
  return need === 1 ? 'One of these is needed' : `${numberWords(need)} or more of these are needed`
}

function numberWords(number: number): string {
  return ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'][number] ?? String(number)
}

export const answerWords: Record<Answer, string> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-known': 'Not known',
}

/** Of what speaks against somebody, "met" would be the wrong word. */
export const againstWords: Record<Answer, string> = {
  met: 'Yes',
  'not-met': 'No',
  'not-known': 'Not known',
}

/** Why: what it rests on, or what would have to be asked. `practiceName` of an id. */
export function becauseWords({ because }: Answered, practiceName: (id: string) => string): string {
  switch (because.why) {
    case 'age':
      return `${because.age} years old today.`
    case 'no-birth-date':
      return 'No date of birth is on the file.'
    case 'practice':
      return `${practiceName(because.practice)}.`
    case 'practice-elsewhere':
      return 'Their practice is not among the borough’s.'
    case 'no-practice':
      return 'No practice is on the file.'
    case 'reason-named':
      return `The referral says: ${reasonWords(because.reason).toLowerCase()}.`
    case 'reason-not-named':
      return 'Not among the reasons of the referral.'
    case 'no-reasons':
      return 'The referral gives no reasons.'
    case 'carer-on-file':
      return 'The file says that they are a carer.'
    case 'no-carer-on-file':
      return 'The file says that they are not.'
    case 'carer-not-asked':
      return 'Nobody has asked yet.'
    case 'conditions':
      return `On the file: ${because.conditions.join(', ')}.`
    case 'no-conditions':
      return 'The file says that there is none.'
    case 'conditions-not-asked':
      return 'No conditions are on the file.'
    case 'other-conditions':
      return `Not among those on the file: ${because.conditions.join(', ')}.`
    case 'urgent':
      return `The referral says: ${because.risk}`
    case 'risk-on-file':
      return 'It is among the risks on the file.'
    case 'no-such-risk':
      return 'Not among the risks on the file.'
    case 'risks-not-asked':
      return 'Risks have not been asked about yet.'
    case 'several':
      return severalWords(because.of, practiceName)
    case 'newer-app':
      return 'This Doorstep is too old to tell. Update it in Settings.'
  }
}

/** Of several, those that decide it: what is met, else what is still to be asked, else all. */
function severalWords(of: readonly Answered[], practiceName: (id: string) => string): string {
  const which = (['met', 'not-known', 'not-met'] as const).find((one) =>
    of.some(({ answer }) => answer === one),
  )
  const deciding = of.filter(({ answer }) => answer === which)
  return [...new Set(deciding.map((one) => becauseWords(one, practiceName)))].join(' ')
}

function orWords(parts: readonly string[]): string {
  return parts.map((part, i) => (i === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', or ')
}
