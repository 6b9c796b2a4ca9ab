import { z } from 'zod'
import { isDay } from '#domain/calendar/day.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  jsonObjectSchema,
  own,
  sameJson,
  withKey,
} from '#domain/json.ts'
import { type ServiceBody, serviceBody } from '#domain/service/service.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import { fieldWords, wordOf } from '#words/records/fields.ts'
import { sentence } from '#words/sentence.ts'
import { type Asked, entryGroups, type FieldAsked } from './entryFields.ts'

/**
 * An entry as it is typed: every single thing as text, ticks by their codes, lists by their elements. `id` is made once,
 * so that saving again after a lost answer says the same.
 */
export const entryFormSchema = z.object({
  id: z.string(),
  organisation: z.string(),
  texts: z.record(z.string(), z.string()),
  ticks: z.record(z.string(), z.array(z.string())),
  lists: z.record(z.string(), z.array(z.record(z.string(), z.string()))),
})
export type EntryForm = z.infer<typeof entryFormSchema>

const fields: Readonly<Record<string, FieldAsked>> = Object.fromEntries(
  entryGroups.flatMap((group) => Object.entries(group.fields)),
)

export function entryFormOf(id: string, entry: Partial<ServiceBody>): EntryForm {
  const body = asJson(entry)
  const form: EntryForm = { id, organisation: entry.organization_id ?? '', texts: {}, ticks: {}, lists: {} }
  for (const [field, asked] of Object.entries(fields)) {
    const value = own(body, field)
    if (asked.as === 'ticks') form.ticks[field] = strings(value)
    else if (asked.as === 'list') form.lists[field] = elements(value).map((one) => typed(one, asked.fields))
    else form.texts[field] = textOf(value, asked)
  }
  return form
}

function typed(element: JsonObject, asked: Readonly<Record<string, Asked>>): Record<string, string> {
  const texts = Object.entries(asked).map(
    ([field, one]) => [field, textOf(own(element, field), one)] as const,
  )
  return { ...Object.fromEntries(texts), id: textOf(own(element, 'id'), { as: 'text' }) }
}

function textOf(value: Json | undefined, { as }: Asked): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (as === 'lines') return strings(value).join('\n')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  return as === 'time' ? (/^\d{2}:\d{2}/.exec(text)?.[0] ?? text) : text
}

/** The entry as the form has it, over the one it was opened with: what was not touched stays exactly as it was. */
export function entryOf(form: EntryForm, opened: Partial<ServiceBody>, today: string): ServiceBody {
  const before = asJson(opened)
  const after = Object.entries(fields).reduce(
    (body, [field, asked]) => withKey(body, field, fieldOf(form, field, asked, own(before, field) ?? null)),
    withKey(before, 'organization_id', form.organisation),
  )
  const says = (field: string) => own(after, field) ?? null
  const isWaitNew = ['waiting_time', 'waiting_weeks'].some(
    (field) => !sameJson(says(field), own(before, field)) && says(field) !== null,
  )
  return serviceBody.parse(isWaitNew ? { ...after, waiting_reported_on: today } : after)
}

function fieldOf(form: EntryForm, field: string, asked: FieldAsked, before: Json): Json {
  if (asked.as === 'ticks') return unlessSame(form.ticks[field] ?? [], before)
  if (asked.as === 'list') {
    const were = new Map(elements(before).map((element) => [own(element, 'id'), element]))
    const list = (form.lists[field] ?? [])
      .map((element) => elementOf(element, asked.fields, were.get(element['id'] ?? '') ?? {}))
      .filter((element) => were.has(own(element, 'id')) || saysSomething(element, asked))
    return unlessSame(list, before)
  }
  return valueOf(form.texts[field] ?? '', asked, before)
}

/** What a new element begins with says nothing by itself. */
function saysSomething(element: JsonObject, { begin }: Extract<FieldAsked, { as: 'list' }>): boolean {
  return Object.entries(element).some(([name, value]) => name !== 'id' && value !== begin?.[name])
}

function elementOf(
  element: Readonly<Record<string, string>>,
  asked: Readonly<Record<string, Asked>>,
  before: JsonObject,
): JsonObject {
  return Object.entries(asked).reduce<JsonObject>(
    (body, [field, one]) =>
      withKey(body, field, valueOf(element[field] ?? '', one, own(before, field) ?? null)),
    { ...before, id: element['id'] ?? '' },
  )
}

function valueOf(text: string, asked: Asked, before: Json): Json {
  if (text === textOf(before, asked)) return before
  const said = text.trim()
  if (said === '') return null
  switch (asked.as) {
    case 'number':
      return Number(said)
    case 'yesNo':
      return said === 'yes'
    case 'lines':
      return [...new Set(linesIn(said))]
    default:
      return said
  }
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What is empty stays absent where it was; a list that was emptied is an empty one, so that it merges as a list. */
function unlessSame(list: Json[], before: Json): Json {
  return list.length === 0 && (before === null || sameJson(before, list)) ? before : list
}

/** What has to be put right before it can be saved, each saying how. */
export function entryProblems(form: EntryForm): FieldProblem[] {
  const name = form.texts['name']?.trim() ?? ''
  return [
    ...(name === '' ? [{ field: 'field-name', text: 'Write what the service is called.' }] : []),
    ...(form.organisation === ''
      ? [{ field: 'field-organisation', text: 'Choose the organisation that runs it.' }]
      : []),
    ...Object.entries(fields).flatMap(([field, asked]) => problemsOf(form, field, asked)),
  ]
}

function problemsOf(form: EntryForm, field: string, asked: FieldAsked): FieldProblem[] {
  const word = wordOf(fieldWords.service, field)
  if (asked.as === 'ticks') return []
  if (asked.as !== 'list')
    return problemOf(`field-${field}`, sentence(word.label), form.texts[field] ?? '', asked)
  const inner = word.shape.as === 'list' ? word.shape : null
  return (form.lists[field] ?? []).flatMap((element) =>
    Object.entries(asked.fields).flatMap(([name, one]) => {
      const label = sentence(inner ? wordOf(inner.fields, name).label : name)
      return problemOf(elementFieldId(field, element['id'] ?? '', name), label, element[name] ?? '', one)
    }),
  )
}

export function elementFieldId(field: string, element: string, name: string): string {
  return `field-${field}-${element}-${name}`
}

function problemOf(field: string, label: string, text: string, asked: Asked): FieldProblem[] {
  const said = text.trim()
  if (said === '') return []
  if (asked.as === 'day' && !isDay(said)) return [{ field, text: `${label}: there is no such day.` }]
  if (asked.as !== 'number') return []
  const { least, most, whole } = asked
  const number = Number(said)
  const fits = Number.isFinite(number) && number >= least && number <= most
  if (fits && (!whole || Number.isInteger(number))) return []
  return [{ field, text: `${label}: type a ${whole ? 'whole ' : ''}number from ${least} to ${most}.` }]
}

function elements(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function asJson(body: object): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(body)))
}
