import { extensionValue, understood } from './extensions.ts'
import { readValue } from './fhirValue.ts'
import type { AnswerOption, Item } from './questionnaire.ts'
import { sameValue, type Value } from './value.ts'

/**
 * One answer that a choice offers.
 * `value`: what to keep when it's chosen; `label`: the words to show; `score`: its number where the form gives one
 * (FHIR `ordinalValue`); `exclusive`: stands alone ("none of these").
 */
export interface Option {
  readonly value: Value
  readonly label: string
  readonly score: number | undefined
  readonly exclusive: boolean
}

/** The answers that an item offers, in order; none for a question that is not a choice. */
export function optionsOf(item: Item): Option[] {
  return (item.answerOption ?? []).flatMap((option) => {
    const read = readValue(option)
    return read.ok ? [offered(option, read.value)] : []
  })
}

/** The option that was chosen with this value, if it's one of them. */
export function optionFor(options: readonly Option[], value: Value): Option | undefined {
  return options.find((option) => sameValue(option.value, value))
}

/** The words of a value: a coding's display, a text itself. Numbers and dates plainly; features may say it better. */
export function labelOf(value: Value): string {
  switch (value.type) {
    case 'coding':
      return value.value.display ?? value.value.code ?? ''
    case 'quantity':
      return [value.value.value, value.value.unit].filter((part) => part !== undefined).join(' ')
    default:
      return String(value.value)
  }
}

function offered(option: AnswerOption, value: Value): Option {
  const exclusive = extensionValue(option.extension, understood.optionExclusive)
  return {
    value: withoutExtensions(value),
    label: labelOf(value),
    score: scoreOf(option),
    exclusive: exclusive?.type === 'boolean' && exclusive.value,
  }
}

/** The score lies on the coding, or on the option. http://hl7.org/fhir/R4/extension-ordinalvalue.html */
function scoreOf(option: AnswerOption): number | undefined {
  const places = [option.valueCoding?.extension, option.extension]
  const [score] = places.flatMap((place) => extensionValue(place, understood.ordinalValue) ?? [])
  return score?.type === 'decimal' || score?.type === 'integer' ? score.value : undefined
}

/** The form keeps an option's extensions; an answer needs only the concept. */
function withoutExtensions(value: Value): Value {
  if (value.type !== 'coding') return value
  const { extension: _, ...coding } = value.value
  return { type: 'coding', value: coding }
}
