import { err, ok, type Result } from '../result.ts'
import { givenValues, type Answers } from './answers.ts'
import { enabledness } from './enabled.ts'
import { writeValue } from './fhirValue.ts'
import { problems, type AnswerProblem } from './problems.ts'
import { canonicalOf, isQuestion, type Item, type Questionnaire } from './questionnaire.ts'
import type { QuestionnaireResponse, Reference, ResponseItem } from './response.ts'

export interface Authorship {
  /** When, as a FHIR dateTime with zone, from the caller's clock. */
  readonly authored: string
  readonly author: Reference
}

/**
 * The finished form. Refused with every problem while there is one. Hidden answers, emptied boxes, displays and
 * groups without answers are left out; the wording of each question is kept with its answer, so that the response
 * can be read without its form in years to come.
 */
export function toResponse(
  form: Questionnaire,
  answers: Answers,
  { authored, author }: Authorship,
): Result<QuestionnaireResponse, AnswerProblem[]> {
  const found = problems(form, answers)
  if (found.length > 0) return err(found)
  const questionnaire = canonicalOf(form)
  return ok({
    resourceType: 'QuestionnaireResponse',
    ...(questionnaire === undefined ? {} : { questionnaire }),
    status: 'completed',
    authored,
    author,
    item: responseItems(form, answers),
  })
}

/** What was said so far, as the items of a response. For whoever may finish with some questions left open. */
export function responseItems(form: Questionnaire, answers: Answers): ResponseItem[] {
  const isEnabled = enabledness(form, answers)
  return form.item.flatMap((item) => responseItem(item, answers, isEnabled))
}

function responseItem(item: Item, answers: Answers, isEnabled: (linkId: string) => boolean): ResponseItem[] {
  if (item.type === 'display' || !isEnabled(item.linkId)) return []
  const nested = (item.item ?? []).flatMap((child) => responseItem(child, answers, isEnabled))
  const values = isQuestion(item) ? givenValues(answers, item.linkId) : []
  if (values.length === 0 && nested.length === 0) return []
  return [
    {
      linkId: item.linkId,
      ...(item.text === undefined ? {} : { text: item.text }),
      ...content(values, nested),
    },
  ]
}

/** Beneath an answered question, nested items belong to the answer (FHIR R4 invariant qrs-1: never to both). */
function content(values: ReturnType<typeof givenValues>, nested: ResponseItem[]): Partial<ResponseItem> {
  if (values.length === 0) return { item: nested }
  const answer = values.map((value) => writeValue(value))
  if (nested.length === 0) return { answer }
  return { answer: answer.map((value) => ({ ...value, item: nested })) }
}
