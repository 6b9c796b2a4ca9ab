import { err, ok, type Result } from '../result.ts'
import type { Answers } from './answers.ts'
import { readValue } from './fhirValue.ts'
import { indexForm, type Place } from './formIndex.ts'
import { canonicalOf, isQuestion, type Questionnaire } from './questionnaire.ts'
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from './response.ts'
import type { Value } from './value.ts'

/**
 * Why a response can't be opened with a form, and where.
 *
 * - `other-form`: it was given to another form, or to another version of it
 * - `unknown-item`: an answer to something that the form doesn't have
 * - `repeated-item`: the same item twice (a repeating group, which the engine doesn't support)
 * - `not-a-question`: an answer to a group or a display
 * - `unsupported-answer`: an answer of a type that the engine doesn't know
 */
export interface ResponseProblem {
  readonly code: 'other-form' | 'unknown-item' | 'repeated-item' | 'not-a-question' | 'unsupported-answer'
  readonly at: string
}

/** The answers of a finished form, to read or amend. Nothing is skipped: what can't be taken over is a problem. */
export function fromResponse(
  form: Questionnaire,
  response: QuestionnaireResponse,
): Result<Answers, ResponseProblem[]> {
  const items = itemsBeneath(response.item ?? [])
  const index = indexForm(form)
  const found = [
    ...formProblem(form, response),
    ...items.flatMap((item) => itemProblems(item, index)),
    ...repeated(items),
  ]
  if (found.length > 0) return err(found)
  const answered = items.map((item) => [item.linkId, (item.answer ?? []).flatMap(readAnswer)] as const)
  return ok(Object.fromEntries(answered.filter(([, values]) => values.length > 0)))
}

function itemsBeneath(items: readonly ResponseItem[]): ResponseItem[] {
  return items.flatMap((item) => [
    item,
    ...itemsBeneath(item.item ?? []),
    ...(item.answer ?? []).flatMap((answer) => itemsBeneath(answer.item ?? [])),
  ])
}

function formProblem(form: Questionnaire, response: QuestionnaireResponse): ResponseProblem[] {
  const own = canonicalOf(form)
  const theirs = response.questionnaire
  if (own === undefined || theirs === undefined || own === theirs) return []
  return [{ code: 'other-form', at: theirs }]
}

function itemProblems(item: ResponseItem, index: ReadonlyMap<string, Place>): ResponseProblem[] {
  const at = item.linkId
  const asked = index.get(at)?.item
  if (!asked) return [{ code: 'unknown-item', at }]
  const answers = item.answer ?? []
  if (answers.length > 0 && !isQuestion(asked)) return [{ code: 'not-a-question', at }]
  return answers.every((answer) => readValue(answer).ok) ? [] : [{ code: 'unsupported-answer', at }]
}

function repeated(items: readonly ResponseItem[]): ResponseProblem[] {
  const seen = new Set<string>()
  const twice = items.map((item) => item.linkId).filter((linkId) => seen.size === seen.add(linkId).size)
  return [...new Set(twice)].map((at) => ({ code: 'repeated-item', at }))
}

function readAnswer(answer: ResponseAnswer): Value[] {
  const read = readValue(answer)
  return read.ok ? [read.value] : []
}
