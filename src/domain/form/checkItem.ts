import { problemAt, type DefinitionProblem, type DefinitionProblemCode } from './definitionProblem.ts'
import { extensionValue, refusedExtensions, understood } from './extensions.ts'
import { readValue } from './fhirValue.ts'
import type { Place } from './formIndex.ts'
import { initialValues } from './initial.ts'
import { optionsOf } from './options.ts'
import { problemsWith } from './problems.ts'
import { isQuestion, type Item } from './questionnaire.ts'
import { unitsOf } from './units.ts'
import { sameValue, type Value } from './value.ts'

/** Everything about one item that can be told without its conditions. */
export function checkItem(place: Place, places: readonly Place[]): DefinitionProblem[] {
  const { item } = place
  const at = { path: place.path, linkId: item.linkId }
  const carriers = [item, ...(item.answerOption ?? []), ...(item.enableWhen ?? [])]
  return [
    ...linkIdProblems(item, places),
    ...nestingProblems(item),
    ...optionProblems(item),
    ...initialProblems(item),
    ...limitProblems(item),
    ...unitProblems(item),
  ]
    .map((found) => (typeof found === 'string' ? problemAt(place, found) : problemAt(place, ...found)))
    .concat(keysNotAllowed(item).map((key) => problemAt(place, 'not-allowed-here', key)))
    .concat(carriers.flatMap((carrier) => checkExtensions(carrier, at)))
}

/** FHIR: whoever doesn't know a modifier extension must not process what it's on. */
export function checkExtensions(
  carrier: Readonly<Record<string, unknown>>,
  at: Pick<DefinitionProblem, 'path' | 'linkId'>,
): DefinitionProblem[] {
  const refused = urlsIn(carrier['extension']).filter((url) => refusedExtensions.has(url))
  return [
    ...refused.map((about) => ({ ...at, code: 'unsupported-extension' as const, about })),
    ...urlsIn(carrier['modifierExtension']).map((about) => ({
      ...at,
      code: 'modifier-extension' as const,
      about,
    })),
  ]
}

function urlsIn(extensions: unknown): string[] {
  if (!Array.isArray(extensions)) return extensions === undefined ? [] : ['']
  return extensions.map((extension: unknown) => {
    const url: unknown = typeof extension === 'object' && extension !== null && Reflect.get(extension, 'url')
    return typeof url === 'string' ? url : ''
  })
}

type Found = DefinitionProblemCode | readonly [DefinitionProblemCode, string]

function linkIdProblems(item: Item, places: readonly Place[]): Found[] {
  const first = places.find((place) => place.item.linkId === item.linkId)
  return [
    ...(first?.item === item ? [] : (['duplicate-link-id'] as const)),
    // A key that no plain JSON map can hold safely.
    ...(item.linkId === '__proto__' || item.linkId.trim() === '' ? (['bad-link-id'] as const) : []),
  ]
}

function nestingProblems(item: Item): Found[] {
  const nested = (item.item ?? []).length > 0
  if (item.type === 'group')
    return [...(nested ? [] : ['empty-group' as const]), ...repeating(item, 'repeating-group')]
  if (item.type === 'display') return nested ? ['display-with-items'] : []
  return nested ? repeating(item, 'repeating-question-with-items') : []
}

function repeating(item: Item, code: DefinitionProblemCode): Found[] {
  return item.repeats ? [code] : []
}

/** http://hl7.org/fhir/R4/questionnaire.html invariants que-6, que-8, que-9, que-10 and the engine's own limits. */
function keysNotAllowed(item: Item): string[] {
  const isChoice = item.type === 'choice' || item.type === 'open-choice'
  const isText = item.type === 'string' || item.type === 'text' || item.type === 'open-choice'
  const asks = isQuestion(item)
  return [
    ...(item.answerOption && !isChoice ? ['answerOption'] : []),
    ...(item.maxLength !== undefined && !isText ? ['maxLength'] : []),
    ...(item.initial && !asks ? ['initial'] : []),
    // A group's `required` means "at least one answer within", which the engine doesn't check.
    ...(item.required && !asks ? ['required'] : []),
    ...(item.readOnly && !asks ? ['readOnly'] : []),
    ...(item.repeats && item.type === 'display' ? ['repeats'] : []),
  ]
}

function optionProblems(item: Item): Found[] {
  if ('answerValueSet' in item) return ['value-set']
  if (item.type !== 'choice' && item.type !== 'open-choice') return []
  const options = item.answerOption ?? []
  if (options.length === 0) return ['no-options']
  const unreadable = options.some((option) => !isOptionValue(readValue(option)))
  const values = optionsOf(item).map((option) => option.value)
  return [...(unreadable ? (['bad-option'] as const) : []), ...duplicates(values)]
}

function isOptionValue(read: ReturnType<typeof readValue>): boolean {
  return read.ok && ['coding', 'string', 'integer', 'date'].includes(read.value.type)
}

function duplicates(values: readonly Value[]): Found[] {
  const twice = values.some((value, i) => values.slice(0, i).some((before) => sameValue(before, value)))
  return twice ? ['duplicate-option'] : []
}

/** A start value must be one that the question would take as an answer. */
function initialProblems(item: Item): Found[] {
  if (!isQuestion(item)) return []
  const unreadable = (item.initial ?? []).some((holder) => !readValue(holder).ok)
  const values = initialValues(item)
  const unfit = problemsWith({ ...item, required: false }, { [item.linkId]: values }).length > 0
  const stuck = item.required && item.readOnly && values.length === 0
  return [
    ...(unreadable || unfit || (item.initial && item.answerOption) ? (['bad-initial'] as const) : []),
    ...(stuck ? (['read-only-required'] as const) : []),
  ]
}

/** A unit is a coding on a quantity, or nobody could answer in it. */
function unitProblems(item: Item): Found[] {
  return [understood.unit, understood.unitOption]
    .filter((url) => {
      const stated = (item.extension ?? []).filter((extension) => extension.url === url)
      return stated.some((extension) => unitsOf({ type: item.type, extension: [extension] }).length === 0)
    })
    .map((url) => ['bad-unit', url] as const)
}

function limitProblems(item: Item): Found[] {
  const ordered = ['integer', 'decimal', 'date', 'dateTime']
  return [understood.minValue, understood.maxValue]
    .filter((url) => item.extension?.some((extension) => extension.url === url))
    .filter((url) => !ordered.includes(item.type) || extensionValue(item.extension, url)?.type !== item.type)
    .map((url) => ['bad-limit', url] as const)
}
