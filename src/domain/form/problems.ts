import { givenValues, type Answers } from './answers.ts'
import { enabledness } from './enabled.ts'
import { extensionValue, understood } from './extensions.ts'
import { indexForm, questionsOf } from './formIndex.ts'
import { optionFor, optionsOf } from './options.ts'
import type { Item, ItemType, Questionnaire } from './questionnaire.ts'
import { isMeasuredIn, unitsOf } from './units.ts'
import { compareValues, isDate, isDateTime, type Value } from './value.ts'

/**
 * What stands between an answer and a finished form, by question. Screens put it in words.
 *
 * - `missing`: required, and nothing said
 * - `too-many`: several values where one is asked for
 * - `wrong-type`: not what the question asks for (text in a number's place, a fraction for an integer)
 * - `not-a-date`: half-typed, or a day that the calendar doesn't have
 * - `too-long`, `too-low`, `too-high`: with the limit as the form states it
 * - `not-an-option`: the choice doesn't offer it
 * - `stands-alone`: chosen together with others, though it means "none of these"; `option` is its label
 * - `unknown-question`: kept for a question that the form doesn't have, so finishing would lose it
 */
export type AnswerProblem =
  | {
      readonly code: 'missing' | 'too-many' | 'wrong-type' | 'not-a-date' | 'not-an-option'
      readonly linkId: string
    }
  | { readonly code: 'unknown-question'; readonly linkId: string }
  | { readonly code: 'too-long'; readonly linkId: string; readonly limit: number }
  | { readonly code: 'too-low' | 'too-high'; readonly linkId: string; readonly limit: Value }
  | { readonly code: 'stands-alone'; readonly linkId: string; readonly option: string }

/** All problems of a form with these answers, in the order of the form; hidden questions have none. */
export function problems(form: Questionnaire, answers: Answers): AnswerProblem[] {
  const isEnabled = enabledness(form, answers)
  const asked = questionsOf(form).filter((item) => isEnabled(item.linkId))
  return [...asked.flatMap((item) => problemsWith(item, answers)), ...unknownQuestions(form, answers)]
}

/** The problems of one question, taken as asked. */
export function problemsWith(item: Item, answers: Answers): AnswerProblem[] {
  const { linkId } = item
  const given = givenValues(answers, linkId)
  if (given.length === 0) return item.required ? [{ code: 'missing', linkId }] : []
  const several: AnswerProblem[] = given.length > 1 && !item.repeats ? [{ code: 'too-many', linkId }] : []
  return [
    ...several,
    ...given.flatMap((value) => valueProblem(item, value) ?? []),
    ...aloneProblem(item, given),
  ]
}

function valueProblem(item: Item, value: Value): AnswerProblem | undefined {
  return typeProblem(item, value) ?? lengthProblem(item, value) ?? limitProblem(item, value)
}

function typeProblem(item: Item, value: Value): AnswerProblem | undefined {
  const { linkId } = item
  if (!accepted[item.type].includes(value.type)) return { code: 'wrong-type', linkId }
  if (value.type === 'integer' && !isFhirInteger(value.value)) return { code: 'wrong-type', linkId }
  if (value.type === 'quantity' && value.value.value === undefined) return { code: 'wrong-type', linkId }
  if (item.type === 'date' && value.type === 'date' && !isDate(value.value))
    return { code: 'not-a-date', linkId }
  if (value.type === 'quantity' && !isMeasuredIn(unitsOf(item), value))
    return { code: 'not-an-option', linkId }
  if (value.type === 'dateTime' && !isDateTime(value.value)) return { code: 'not-a-date', linkId }
  return isOffered(item, value) ? undefined : { code: 'not-an-option', linkId }
}

/** Which answers a question takes. A choice's options may be codings, texts, integers or dates. */
const accepted: Readonly<Record<ItemType, readonly Value['type'][]>> = {
  group: [],
  display: [],
  boolean: ['boolean'],
  integer: ['integer'],
  decimal: ['decimal'],
  date: ['date'],
  dateTime: ['dateTime'],
  string: ['string'],
  text: ['string'],
  choice: ['coding', 'string', 'integer', 'date'],
  'open-choice': ['coding', 'string', 'integer', 'date'],
  quantity: ['quantity'],
}

/** FHIR's integer is a whole number of 32 bits. */
function isFhirInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31
}

/** An open choice takes the person's own words too. */
function isOffered(item: Item, value: Value): boolean {
  if (item.type === 'open-choice' && value.type === 'string') return true
  if (item.type !== 'choice' && item.type !== 'open-choice') return true
  return optionFor(optionsOf(item), value) !== undefined
}

function lengthProblem(item: Item, value: Value): AnswerProblem | undefined {
  if (item.maxLength === undefined || value.type !== 'string') return undefined
  // By characters rather than by UTF-16 units, so that an emoji costs one.
  const tooLong = Array.from(value.value).length > item.maxLength
  return tooLong ? { code: 'too-long', linkId: item.linkId, limit: item.maxLength } : undefined
}

function limitProblem(item: Item, value: Value): AnswerProblem | undefined {
  const low = extensionValue(item.extension, understood.minValue)
  if (low && (compareValues(value, low) ?? 0) < 0) return { code: 'too-low', linkId: item.linkId, limit: low }
  const high = extensionValue(item.extension, understood.maxValue)
  if (high && (compareValues(value, high) ?? 0) > 0)
    return { code: 'too-high', linkId: item.linkId, limit: high }
  return undefined
}

function aloneProblem(item: Item, given: readonly Value[]): AnswerProblem[] {
  if (given.length < 2) return []
  const options = optionsOf(item)
  const chosen = given.flatMap((value) => optionFor(options, value) ?? [])
  const alone = chosen.find((option) => option.exclusive)
  return alone ? [{ code: 'stands-alone', linkId: item.linkId, option: alone.label }] : []
}

function unknownQuestions(form: Questionnaire, answers: Answers): AnswerProblem[] {
  const index = indexForm(form)
  return Object.keys(answers)
    .filter((linkId) => !index.has(linkId) && givenValues(answers, linkId).length > 0)
    .map((linkId) => ({ code: 'unknown-question', linkId }))
}
