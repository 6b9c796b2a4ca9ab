import { howTakenFrom, wemwbsAnswers } from '../assessment/assessment.ts'
import type { Questionnaire } from '../form/questionnaire.ts'
import { responseItems } from '../form/toResponse.ts'
import { jsonSchema, type Json } from '../json.ts'
import { wemwbsInstrument } from '../measure/shipped.ts'
import { measureScores } from '../measure/taken.ts'
import type { MeasureScore, ResponseBody } from '../response/response.ts'
import type { Finishing } from './clientAfterVisit.ts'
import type { VisitDraft } from './visitDraft.ts'

/** The finished form with its scores, worked out now and never again. */
export function visitResponse(form: Questionnaire, draft: VisitDraft, finishing: Finishing): ResponseBody {
  const scores = scoresFrom(draft)
  return {
    questionnaire: draft.form,
    visit: draft.seen.visit.id,
    purpose: purposeOf(draft.seen.visit.body.purpose),
    authored: finishing.now,
    author: finishing.person.id,
    item: asJson(responseItems(form, draft.answers)),
    ...(scores.length > 0 ? { scores } : {}),
  }
}

function purposeOf(purpose: string): string {
  return purpose === 'first' ? 'baseline' : purpose
}

/** A scale that wasn't begun has no score; one that lacks an answer has no total, and says what was answered. */
export function scoresFrom({ answers, loaded }: Pick<VisitDraft, 'answers' | 'loaded'>): MeasureScore[] {
  const given = wemwbsAnswers(answers)
  if (given.every((item) => item === undefined)) return []
  return measureScores(wemwbsInstrument, given, { how: howTakenFrom(answers), loaded })
}

function asJson(items: readonly object[]): Json[] {
  return items.map((item) => jsonSchema.parse(JSON.parse(JSON.stringify(item))))
}
