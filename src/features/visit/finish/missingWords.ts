import { findItem, type FormView } from '#domain/form/openForm.ts'
import type { Missing } from '#domain/visit/missing.ts'
import { fieldId, wordsFor } from '#questions/problemWords.ts'
import { counted, sectionWith, type VisitSection } from '../sections.ts'
import { missingInWords } from '../wellbeing/missingInWords.ts'

export interface MissingLine {
  readonly text: string
  /** Where it is put right, and the element there; neither where nothing on the screen can. */
  readonly section: string | undefined
  readonly field: string | undefined
}

/** What is missing in words, with the way there. */
export function missingLine(
  missing: Missing,
  view: FormView,
  sections: readonly VisitSection[],
): MissingLine {
  switch (missing.code) {
    case 'answer': {
      const { problem } = missing
      const item = findItem(view, problem.linkId)
      const question = item?.text ?? problem.linkId
      const text = problem.code === 'missing' ? question : `${question} ${wordsFor(problem, item?.type)}.`
      return { text, section: sectionWith(sections, problem.linkId, view), field: fieldId(problem.linkId) }
    }
    case 'referral-consent':
      return {
        text: `A yes to the referral to ${missing.name}, or only give the details`,
        section: 'services',
        field: `service-consent-${missing.id}`,
      }
    case 'plan-words':
      return {
        text: `${planPart[missing.part]} in the plan has no words`,
        section: 'plan',
        field: `plan-${missing.id}`,
      }
    case 'wellbeing-items':
      return { text: missingInWords(missing.count, 14), section: 'wellbeing', field: undefined }
    case 'steps-unchecked':
      return {
        text: `${counted(missing.count, 'step')} of the plan not gone through`,
        section: 'steps',
        field: undefined,
      }
    case 'unknown-form':
      return { text: 'This visit needs another version of Doorstep', section: undefined, field: undefined }
  }
}

const planPart = { need: 'A need', goal: 'A goal', action: 'A step' }
