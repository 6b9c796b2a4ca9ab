import { questionsOf } from '../form/formIndex.ts'
import { optionsOf } from '../form/options.ts'
import { assessmentSections, holisticAssessment, lifeAreas } from './assessment.ts'

/** A code of the assessment with the words that the person read. */
export interface CodeWords {
  code: string
  words: string
}

/** The words of a risk's code; a risk in somebody's own words stands for itself. */
export function riskWords(risk: string): string {
  return wordsOf(riskChoices(), risk)
}

/** Every risk that the assessment offers, in its order, "no known risks" first. */
export function riskChoices(): readonly CodeWords[] {
  risks ??= choicesOf((linkId) => linkId === 'risks.known')
  return risks
}

/** The words of a need's code in any area of life; a need in somebody's own words stands for itself. */
export function needWords(need: string): string {
  return wordsOf(needChoices(), need)
}

function needChoices(): readonly CodeWords[] {
  needs ??= choicesOf((linkId) => /^area\..+\.needs$/.test(linkId))
  return needs
}

/** The title of an area of life; an area that this version does not know stands for itself. */
export function areaWords(area: string): string {
  return wordsOf(areaChoices(), area)
}

function areaChoices(): readonly CodeWords[] {
  const parts = assessmentSections.flatMap((section) => section.parts)
  return lifeAreas.map((code) => ({
    code,
    words: parts.find((part) => part.linkId === `area.${code}`)?.title ?? code,
  }))
}

let risks: readonly CodeWords[] | undefined
let needs: readonly CodeWords[] | undefined

function choicesOf(isMeant: (linkId: string) => boolean): CodeWords[] {
  return questionsOf(holisticAssessment)
    .filter((question) => isMeant(question.linkId))
    .flatMap((question) => optionsOf(question))
    .flatMap(({ value, label }) =>
      value.type === 'coding' && value.value.code ? [{ code: value.value.code, words: label }] : [],
    )
}

function wordsOf(choices: readonly CodeWords[], code: string): string {
  return choices.find((choice) => choice.code === code)?.words ?? code
}
