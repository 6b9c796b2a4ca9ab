import { readValue } from './fhirValue.ts'
import type { Item } from './questionnaire.ts'
import type { Value } from './value.ts'

/** What a question starts with. A malformed value is refused by `checkQuestionnaire`, so none is met here. */
export function initialValues(item: Item): Value[] {
  const selected = (item.answerOption ?? []).filter((option) => option.initialSelected === true)
  return [...(item.initial ?? []), ...selected].flatMap((holder) => {
    const read = readValue(holder)
    return read.ok ? [read.value] : []
  })
}
