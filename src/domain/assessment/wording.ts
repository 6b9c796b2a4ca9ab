import type { Item, Questionnaire } from '../form/questionnaire.ts'
import type { Pack } from '../measure/pack.ts'

const SCALE = 'wellbeing.wemwbs'

/**
 * The form with WEMWBS as the pack words it: to be shown, not to be kept. Codes and scores of the answers stay as they
 * are, so whatever is shown, the same is recorded.
 */
export function inWordsOf(pack: Pack, form: Questionnaire): Questionnaire {
  return { ...form, item: form.item.map((item) => worded(item, pack)) }
}

function worded(item: Item, pack: Pack): Item {
  if (item.linkId === `${SCALE}.cues`) return { ...item, text: pack.instructions }
  const asked = item.linkId.startsWith(`${SCALE}.`) ? Number(item.linkId.slice(SCALE.length + 1)) : 0
  const own = pack.items[asked - 1]
  if (own) return wordedQuestion(item, own.words, own.answers ?? pack.answers ?? [])
  return item.item ? { ...item, item: item.item.map((child) => worded(child, pack)) } : item
}

function wordedQuestion(
  item: Item,
  text: string,
  answers: readonly { score: number; words: string }[],
): Item {
  const answerOption = item.answerOption?.map((option) => {
    const { valueCoding } = option
    const answer = answers.find(({ score }) => String(score) === valueCoding?.code)
    return valueCoding && answer
      ? { ...option, valueCoding: { ...valueCoding, display: answer.words } }
      : option
  })
  return { ...item, text, ...(answerOption ? { answerOption } : {}) }
}
