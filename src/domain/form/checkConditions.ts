import { problemAt, type DefinitionProblem } from './definitionProblem.ts'
import { readValue } from './fhirValue.ts'
import type { Place } from './formIndex.ts'
import { optionFor, optionsOf } from './options.ts'
import { isQuestion, type EnableWhen, type Item } from './questionnaire.ts'
import type { Value } from './value.ts'

/** Everything about the conditions of a form: where they point, what they compare, whether they lead in a circle. */
export function checkConditions(places: readonly Place[]): DefinitionProblem[] {
  const index = new Map(places.map((place) => [place.item.linkId, place]))
  return places.flatMap((place) => [
    ...(place.item.enableWhen ?? []).flatMap((condition) => conditionProblems(place, condition, index)),
    ...behaviorProblems(place),
    ...(dependsOnItself(place, index) ? [problemAt(place, 'circular-condition')] : []),
  ])
}

function behaviorProblems(place: Place): DefinitionProblem[] {
  const several = (place.item.enableWhen ?? []).length > 1
  return several && !place.item.enableBehavior ? [problemAt(place, 'behavior-missing')] : []
}

function conditionProblems(
  place: Place,
  condition: EnableWhen,
  index: ReadonlyMap<string, Place>,
): DefinitionProblem[] {
  const asked = index.get(condition.question)?.item
  if (!asked) return [problemAt(place, 'unknown-question', condition.question)]
  if (!isQuestion(asked)) return [problemAt(place, 'not-a-question', condition.question)]
  return isComparable(asked, condition) ? [] : [problemAt(place, 'bad-condition', condition.question)]
}

function isComparable(asked: Item, condition: EnableWhen): boolean {
  const expected = readValue(condition, 'answer')
  if (!expected.ok) return false
  switch (condition.operator) {
    case 'exists':
      return expected.value.type === 'boolean'
    case '=':
    case '!=':
      return mayBeAnswered(asked, expected.value)
    case '>':
    case '<':
    case '>=':
    case '<=':
      return ordered.includes(asked.type) && asked.type === expected.value.type
  }
}

const ordered = ['integer', 'decimal', 'date', 'dateTime', 'quantity']

/** A comparison that could never be true is a slip of whoever wrote the form: a code that isn't offered, say. */
function mayBeAnswered(asked: Item, expected: Value): boolean {
  switch (asked.type) {
    case 'choice':
      return optionFor(optionsOf(asked), expected) !== undefined
    case 'open-choice':
      return expected.type === 'string' || optionFor(optionsOf(asked), expected) !== undefined
    case 'string':
    case 'text':
      return expected.type === 'string'
    default:
      return asked.type === expected.type
  }
}

/** Whether an item is asked rests on its parent, and on whether the questions of its conditions are asked. */
function dependsOnItself(start: Place, index: ReadonlyMap<string, Place>): boolean {
  const seen = new Set<string>()
  const open = restsOn(start)
  for (let linkId = open.pop(); linkId !== undefined; linkId = open.pop()) {
    if (linkId === start.item.linkId) return true
    const next = index.get(linkId)
    if (!next || seen.has(linkId)) continue
    seen.add(linkId)
    open.push(...restsOn(next))
  }
  return false
}

function restsOn(place: Place): string[] {
  const asked = (place.item.enableWhen ?? []).map((condition) => condition.question)
  return place.parent ? [place.parent.linkId, ...asked] : asked
}
