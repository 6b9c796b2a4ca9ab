import { holisticAssessment } from '#domain/assessment/assessment.ts'
import type { Answers } from '#domain/form/answers.ts'
import { canonicalOf, type Questionnaire } from '#domain/form/questionnaire.ts'
import { responseItems } from '#domain/form/toResponse.ts'
import { jsonSchema } from '#domain/json.ts'
import type { ResponseBody } from '#domain/response/response.ts'
import { scoresFrom } from '#domain/visit/visitResponse.ts'
import { baselineAnswers, reviewAnswers } from './answers.ts'
import type { Impact } from './impact.ts'
import type { Person, Thread } from './people.ts'
import { reviewForm } from '#domain/assessment/reviewForm.ts'
import { staffId } from './staff.ts'
import { momentOf, visitId } from './visits.ts'
import type { ScaleAnswers } from './wellbeing.ts'

/** The form of the first visit, finished on that day. */
export function baselineResponse(
  person: Person,
  on: string,
  said: { threads: readonly Thread[]; scale: ScaleAnswers },
): ResponseBody {
  const answers = baselineAnswers(person, said.threads, said.scale)
  return finished(person, holisticAssessment, answers, {
    on,
    visit: visitId(person, 'first'),
    purpose: 'baseline',
  })
}

export function reviewResponse(
  person: Person,
  on: string,
  said: { impact: Impact; words: string; scale: ScaleAnswers },
): ResponseBody {
  const answers = reviewAnswers(person, said)
  return finished(person, reviewForm, answers, { on, visit: visitId(person, 'review'), purpose: 'review' })
}

function finished(
  person: Person,
  form: Questionnaire,
  answers: Answers,
  { on, visit, purpose }: { on: string; visit: string; purpose: string },
): ResponseBody {
  const scores = scoresFrom({
    answers: Object.fromEntries(Object.entries(answers).map(([k, v]) => [k, [...v]])),
  })
  return {
    questionnaire: canonicalOf(form) ?? '',
    visit,
    purpose,
    authored: momentOf(on, '15:45'),
    author: staffId(person.coordinator),
    item: responseItems(form, answers).map((item) => jsonSchema.parse(JSON.parse(JSON.stringify(item)))),
    ...(scores.length > 0 ? { scores } : {}),
  }
}
