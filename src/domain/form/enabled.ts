import { givenValues, type Answers } from './answers.ts'
import { readValue } from './fhirValue.ts'
import { indexForm, type Place } from './formIndex.ts'
import type { EnableOperator, EnableWhen, Item, Questionnaire } from './questionnaire.ts'
import { compareValues, sameValue, type Value } from './value.ts'

/**
 * Which items are asked with these answers. FHIR R4 `Questionnaire.item.enableWhen`:
 *
 * - no condition: asked; several: all or any of them hold (`enableBehavior`, all when not said)
 * - beneath an item that isn't asked, nothing is asked
 * - a question that isn't asked counts as unanswered, even while its answer is kept
 *
 * | operator       | unanswered            | answered                                   |
 * |----------------|-----------------------|--------------------------------------------|
 * | `exists`       | true if answer false  | true if answer true                        |
 * | `=`            | false                 | some answer is equal                       |
 * | `!=`           | **true**              | no answer is equal                         |
 * | `> < >= <=`    | false                 | some answer compares so (same type, unit)  |
 *
 * Throws on a circle of conditions, which `checkQuestionnaire` refuses.
 */
export function enabledness(form: Questionnaire, answers: Answers): (linkId: string) => boolean {
  const index = indexForm(form)
  const known = new Map<string, boolean | 'deciding'>()

  function isEnabled(linkId: string): boolean {
    const before = known.get(linkId)
    if (before === 'deciding') throw new Error(`Conditions lead in a circle at ${linkId}`)
    if (before !== undefined) return before
    known.set(linkId, 'deciding')
    const enabled = decide(index.get(linkId))
    known.set(linkId, enabled)
    return enabled
  }

  function decide(place: Place | undefined): boolean {
    if (!place) return false
    if (place.parent && !isEnabled(place.parent.linkId)) return false
    return conditionsHold(place.item, (condition) => holds(condition, valuesOf(condition.question)))
  }

  function valuesOf(linkId: string): readonly Value[] {
    return isEnabled(linkId) ? givenValues(answers, linkId) : []
  }

  return isEnabled
}

function conditionsHold(item: Item, test: (condition: EnableWhen) => boolean): boolean {
  const conditions = item.enableWhen ?? []
  if (conditions.length === 0) return true
  return item.enableBehavior === 'any' ? conditions.some(test) : conditions.every(test)
}

function holds(condition: EnableWhen, given: readonly Value[]): boolean {
  const expected = readValue(condition, 'answer')
  if (!expected.ok) throw new Error(`A condition on ${condition.question} has no answer that can be read`)
  return compares(condition.operator, given, expected.value)
}

function compares(operator: EnableOperator, given: readonly Value[], expected: Value): boolean {
  const some = (test: (order: number) => boolean) =>
    given.some((value) => {
      const order = compareValues(value, expected)
      return order !== undefined && test(order)
    })
  switch (operator) {
    case 'exists':
      return given.length > 0 === expected.value
    case '=':
      return given.some((value) => sameValue(value, expected))
    case '!=':
      return !given.some((value) => sameValue(value, expected))
    case '>':
      return some((order) => order > 0)
    case '<':
      return some((order) => order < 0)
    case '>=':
      return some((order) => order >= 0)
    case '<=':
      return some((order) => order <= 0)
  }
}
