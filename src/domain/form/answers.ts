import { z } from 'zod'
import { questionsOf } from './formIndex.ts'
import { initialValues } from './initial.ts'
import type { Questionnaire } from './questionnaire.ts'
import { isBlank, valueSchema, type Value } from './value.ts'

/**
 * The working answers of a form, and all that a draft needs to keep: linkId -> values, in plain JSON.
 * Answers to questions that are hidden at the moment stay here, so they're back when the question is.
 */
export const answersSchema = z.record(z.string(), z.array(valueSchema))
export type Answers = Readonly<Record<string, readonly Value[]>>

/** The answers that a new form begins with: FHIR's `initial` and `initialSelected`. */
export function startAnswers(form: Questionnaire): Answers {
  const started = questionsOf(form).map((item) => [item.linkId, initialValues(item)] as const)
  return Object.fromEntries(started.filter(([, values]) => values.length > 0))
}

/** New answers in which one question is answered anew; no values means: not answered. Never refuses. */
export function answer(answers: Answers, linkId: string, values: readonly Value[]): Answers {
  if (values.length > 0) return { ...answers, [linkId]: values }
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== linkId))
}

/** What is kept for a question, half-typed and emptied values included. */
export function keptValues(answers: Answers, linkId: string): readonly Value[] {
  return Object.hasOwn(answers, linkId) ? (answers[linkId] ?? []) : []
}

/** What was really said: without emptied boxes. */
export function givenValues(answers: Answers, linkId: string): readonly Value[] {
  return keptValues(answers, linkId).filter((value) => !isBlank(value))
}
