import type { ItemView } from './openForm.ts'
import { isQuestion } from './questionnaire.ts'

/** How far a section has come. Counts questions that are asked now, so it may grow while answering. */
export interface Progress {
  readonly asked: number
  readonly answered: number
  readonly required: number
  readonly requiredAnswered: number
}

/** Of a section, a single question, or (`{ items }`) the whole form. Hidden and read-only questions don't count. */
export function progress(section: Pick<ItemView, 'items'> | ItemView): Progress {
  const asked = questionsIn(section).filter((question) => !question.readOnly)
  const required = asked.filter((question) => question.required)
  return {
    asked: asked.length,
    answered: asked.filter((question) => question.answered).length,
    required: required.length,
    requiredAnswered: required.filter((question) => question.answered).length,
  }
}

function questionsIn(section: Pick<ItemView, 'items'> | ItemView): ItemView[] {
  if (!('linkId' in section)) return section.items.flatMap(questionsIn)
  if (!section.enabled) return []
  return [...(isQuestion(section) ? [section] : []), ...section.items.flatMap(questionsIn)]
}
