import type { AnswerProblem } from '../form/problems.ts'
import { problems } from '../form/problems.ts'
import { consentFrom } from '../assessment/assessment.ts'
import { wemwbsAnswers } from '../assessment/assessment.ts'
import { stepsToCheck } from './reviewSteps.ts'
import { formOf, type VisitDraft } from './visitDraft.ts'

/**
 * What is not there, or not right, when a visit is to be finished.
 *
 * - `answer`: a question of the form, with its problem
 * - `referral-consent`: a referral that the client hasn't agreed to; it could be a signpost
 * - `plan-words`: a need, goal or action without words
 * - `wellbeing-items`: the scale was begun and so many of its answers are missing: no total
 * - `steps-unchecked`: so many steps of the plan were not gone through at a review
 * - `unknown-form`: the visit was begun with an edition of the form that this version of the app doesn't have
 */
export type Missing =
  | { readonly code: 'answer'; readonly problem: AnswerProblem }
  | { readonly code: 'referral-consent'; readonly id: string; readonly name: string }
  | { readonly code: 'plan-words'; readonly part: 'need' | 'goal' | 'action'; readonly id: string }
  | { readonly code: 'wellbeing-items'; readonly count: number }
  | { readonly code: 'steps-unchecked'; readonly count: number }
  | { readonly code: 'unknown-form'; readonly form: string }

/**
 * What must be there: consent to hold a record and the risks (PRSB Social Prescribing 1.1 makes both mandatory). A
 * visit may end before every question was asked, but never with an answer that contradicts itself.
 */
const mustBeAnswered: readonly string[] = ['consent.keep', 'risks.known']

/** What stands in the way of finishing, in the order of the visit. */
export function whatBlocks(draft: VisitDraft): Missing[] {
  return [
    ...formProblems(draft).filter(blocks),
    ...(keepsRecord(draft) ? [...blankInPlan(draft), ...withoutConsent(draft)] : []),
  ]
}

/** What is missing and may stay so. */
export function whatIsOpen(draft: VisitDraft): Missing[] {
  const given = wemwbsAnswers(draft.answers).filter((item) => item !== undefined).length
  const count = wemwbsAnswers(draft.answers).length - given
  const unchecked = stepsToCheck(draft).filter(({ checked }) => !checked).length
  return [
    ...formProblems(draft).filter((found) => !blocks(found)),
    ...(given > 0 && count > 0 ? [{ code: 'wellbeing-items' as const, count }] : []),
    ...(unchecked > 0 ? [{ code: 'steps-unchecked' as const, count: unchecked }] : []),
  ]
}

/** Whoever says no to a record has no plan, referral or signpost kept either. */
export function keepsRecord(draft: Pick<VisitDraft, 'answers'>): boolean {
  return consentFrom(draft.answers).keep !== false
}

function formProblems(draft: VisitDraft): Missing[] {
  const form = formOf(draft)
  if (!form) return [{ code: 'unknown-form', form: draft.form }]
  return problems(form, draft.answers).map((problem) => ({ code: 'answer', problem }))
}

function blocks(missing: Missing): boolean {
  if (missing.code !== 'answer' || missing.problem.code !== 'missing') return true
  return mustBeAnswered.includes(missing.problem.linkId)
}

function blankInPlan({ plan }: VisitDraft): Missing[] {
  const parts = [
    ...plan.needs.map(({ id, need }) => ({ part: 'need' as const, id, words: need })),
    ...plan.goals.map(({ id, goal }) => ({ part: 'goal' as const, id, words: goal })),
    ...plan.actions.map(({ id, what }) => ({ part: 'action' as const, id, words: what })),
  ]
  return parts
    .filter(({ words }) => words.trim() === '')
    .map(({ part, id }) => ({ code: 'plan-words', part, id }))
}

function withoutConsent({ services }: VisitDraft): Missing[] {
  return services
    .filter((chosen) => chosen.as === 'referral' && chosen.consent !== true)
    .map(({ id, name }) => ({ code: 'referral-consent', id, name }))
}
