import { givenValues, keptValues, type Answers } from './answers.ts'
import { enabledness } from './enabled.ts'
import { optionsOf, type Option } from './options.ts'
import { problems, problemsWith, type AnswerProblem } from './problems.ts'
import { progress, type Progress } from './progress.ts'
import { isQuestion, type Item, type ItemType, type Questionnaire } from './questionnaire.ts'
import { unitsOf, type Unit } from './units.ts'
import type { Extension, Value } from './value.ts'

/**
 * One item as the screen draws it. `enabled`: draw it; an item that isn't enabled keeps its `answers` (they're back
 * when it is), but has no problems. `answers` holds what is kept, half-typed included; `answered` says whether
 * something was said. `open`: the person's own words are taken besides the options.
 */
export interface ItemView {
  readonly linkId: string
  readonly type: ItemType
  readonly text: string
  readonly prefix: string | undefined
  readonly enabled: boolean
  readonly required: boolean
  readonly repeats: boolean
  readonly readOnly: boolean
  readonly maxLength: number | undefined
  readonly open: boolean
  readonly options: readonly Option[]
  /** Of a quantity: what it may be measured in, the one to begin with first; none where the form leaves it open. */
  readonly units: readonly Unit[]
  readonly answers: readonly Value[]
  readonly answered: boolean
  readonly problems: readonly AnswerProblem[]
  readonly extension: readonly Extension[]
  readonly items: readonly ItemView[]
}

export interface FormView {
  readonly items: readonly ItemView[]
  /** Of the whole form, in its order: for the summary at the top. */
  readonly problems: readonly AnswerProblem[]
  readonly progress: Progress
}

/**
 * The contract between engine and screen: a form (checked by `checkQuestionnaire`) with its answers, as one plain
 * tree. After each answer, open it again: `openForm(form, answer(answers, linkId, values))`.
 */
export function openForm(form: Questionnaire, answers: Answers): FormView {
  const isEnabled = enabledness(form, answers)
  const items = form.item.map((item) => viewOf(item, answers, isEnabled))
  return { items, problems: problems(form, answers), progress: progress({ items }) }
}

/** The item with this linkId, at any depth. */
export function findItem(view: Pick<FormView, 'items'>, linkId: string): ItemView | undefined {
  for (const item of view.items) {
    const found = item.linkId === linkId ? item : findItem(item, linkId)
    if (found) return found
  }
  return undefined
}

function viewOf(item: Item, answers: Answers, isEnabled: (linkId: string) => boolean): ItemView {
  const enabled = isEnabled(item.linkId)
  return {
    linkId: item.linkId,
    type: item.type,
    text: item.text ?? '',
    prefix: item.prefix,
    enabled,
    required: item.required ?? false,
    repeats: item.repeats ?? false,
    readOnly: item.readOnly ?? false,
    maxLength: item.maxLength,
    open: item.type === 'open-choice',
    options: optionsOf(item),
    units: unitsOf(item),
    answers: keptValues(answers, item.linkId),
    answered: givenValues(answers, item.linkId).length > 0,
    problems: enabled && isQuestion(item) ? problemsWith(item, answers) : [],
    extension: item.extension ?? [],
    items: (item.item ?? []).map((child) => viewOf(child, answers, isEnabled)),
  }
}
