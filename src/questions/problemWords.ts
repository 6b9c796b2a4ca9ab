import type { ItemView } from '#domain/form/openForm.ts'
import { labelOf } from '#domain/form/options.ts'
import type { AnswerProblem } from '#domain/form/problems.ts'
import type { ItemType } from '#domain/form/questionnaire.ts'

/** The id of a question's element on the screen, for links to it. */
export function fieldId(linkId: string): string {
  return `question-${linkId}`
}

/** The first problem of a question in words. What is only missing isn't said before somebody wants to finish. */
export function problemInWords(item: ItemView, checked: boolean): string | undefined {
  const [problem] = item.problems.filter(({ code }) => checked || code !== 'missing')
  return problem && wordsFor(problem, item.type)
}

export function wordsFor(problem: AnswerProblem, asked?: ItemType): string {
  switch (problem.code) {
    case 'missing':
      return 'This is needed'
    case 'too-many':
      return 'Choose one answer'
    case 'wrong-type':
      return asked === 'integer' ? 'This needs to be a whole number' : 'This needs to be a number'
    case 'not-a-date':
      return 'This is not a day in the calendar yet'
    case 'not-an-option':
      return 'Choose one of the answers'
    case 'unknown-question':
      return 'This answer belongs to another version of the form'
    case 'too-long':
      return `This is too long: at most ${problem.limit} characters`
    case 'too-low':
      return `This needs to be ${labelOf(problem.limit)} or more`
    case 'too-high':
      return `This needs to be ${labelOf(problem.limit)} or less`
    case 'stands-alone':
      return `“${problem.option}” cannot be chosen together with others`
  }
}
