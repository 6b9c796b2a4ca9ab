import type { ItemView } from '#domain/form/openForm.ts'
import { sameValue } from '#domain/form/value.ts'

/** A group of choices that all offer the same scored answers: drawn as one scale instead of question by question. */
export function isScale(group: ItemView): boolean {
  const questions = scaleItems(group)
  const [first] = questions
  if (!first || questions.length < 3) return false
  return questions.every((question) => offersTheSame(question, first))
}

export function scaleItems(group: ItemView): readonly ItemView[] {
  return group.items.filter((item) => item.type !== 'display')
}

function offersTheSame(question: ItemView, first: ItemView): boolean {
  return (
    question.type === 'choice' &&
    !question.repeats &&
    question.options.length === first.options.length &&
    question.options.every((option, at) => {
      const other = first.options[at]
      return other !== undefined && option.score !== undefined && sameValue(option.value, other.value)
    })
  )
}
