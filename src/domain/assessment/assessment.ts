import { NO_KNOWN_RISKS } from '../client/client.ts'
import { givenValues, type Answers } from '../form/answers.ts'
import { checkQuestionnaire } from '../form/checkQuestionnaire.ts'
import { enabledness } from '../form/enabled.ts'
import { indexForm } from '../form/formIndex.ts'
import { labelOf, optionFor, optionsOf } from '../form/options.ts'
import type { Item, Questionnaire } from '../form/questionnaire.ts'
import type { Value } from '../form/value.ts'
import { howTakenCodes, wemwbs, type HowTaken } from '../measure/wemwbs.ts'
import json from './holistic-assessment.json' with { type: 'json' }

/**
 * The form of a first home visit, shipped as data. Its linkIds and codes are stable: what was said under one keeps
 * its meaning; a changed question gets a new linkId, and the form a new version.
 *
 * Whoever doesn't want a record kept isn't asked further, except for risks: those are held for the safety of staff,
 * and PRSB Social Prescribing 1.1 requires an entry.
 */
export const holisticAssessment: Questionnaire = parsed()

/** The areas of life in the order of the form. Each has `area.<name>.needs`, `.strengths` and `.note`. */
export const lifeAreas = [
  'people',
  'home',
  'money',
  'health',
  'caring',
  'work',
  'getting-about',
  'interests',
  'safety',
] as const
export type LifeArea = (typeof lifeAreas)[number]

/** A part of the visit to go to; `parts` are the areas of life within theirs. */
export interface Section {
  readonly linkId: string
  readonly title: string
  readonly parts: readonly Section[]
}

/** Consent, what matters, areas of life (nine parts), wellbeing, risks. */
export const assessmentSections: readonly Section[] = holisticAssessment.item.map((item) => ({
  ...sectionOf(item),
  parts: item.linkId === 'areas' ? (item.item ?? []).map(sectionOf) : [],
}))

/** What was said: an option (with its code), or the person's own words (without). */
export interface Said {
  readonly code: string | undefined
  readonly text: string
}

export interface Consent {
  /** To keep a record. `undefined` where it wasn't asked yet. */
  readonly keep: boolean | undefined
  /** To pass it on: `yes`, `some` (only with those in `shareWith`) or `no`. */
  readonly share: string | undefined
  readonly shareWith: readonly Said[]
  readonly limits: string | undefined
  readonly whyNot: string | undefined
}

export function consentFrom(answers: Answers): Consent {
  const said = reader(answers)
  const [keep] = said('consent.keep')
  const reason = words(said('consent.keep-why-not')) ?? words(said('consent.why-not'))
  return {
    keep: keep?.type === 'boolean' ? keep.value : undefined,
    share: codeOf(said('consent.share')),
    shareWith: said('consent.share-with').map(toSaid),
    limits: words(said('consent.share-limits')),
    whyNot: reason,
  }
}

/** Every need that was named, with its area, so that the plan is built from what was said. */
export function needsFrom(answers: Answers): { area: LifeArea; need: Said }[] {
  const said = reader(answers)
  return lifeAreas.flatMap((area) =>
    said(`area.${area}.needs`).map((value) => ({ area, need: toSaid(value) })),
  )
}

/** Every strength that was named, with its area. */
export function strengthsFrom(answers: Answers): { area: LifeArea; strength: Said }[] {
  const said = reader(answers)
  return lifeAreas.flatMap((area) =>
    said(`area.${area}.strengths`).map((value) => ({ area, strength: toSaid(value) })),
  )
}

/**
 * The fourteen answers for `scoreWemwbs` and `scoreSwemwbs`, in the order of the scale, each 1 to 5; `undefined`
 * where there's none, or none that the form offers. All `undefined` when the person would rather not today.
 */
export function wemwbsAnswers(answers: Answers): (number | undefined)[] {
  const said = reader(answers)
  return wemwbs.cues.map((_, position) => {
    const linkId = `wellbeing.wemwbs.${position + 1}`
    const [value] = said(linkId)
    return value && optionFor(optionsOf(itemAt(linkId)), value)?.score
  })
}

/** How WEMWBS was taken, or that it wasn't. `undefined` where nothing was said yet. */
export function howTakenFrom(answers: Answers): HowTaken | 'not-today' | undefined {
  const code = codeOf(reader(answers)('wellbeing.how'))
  return [...howTakenCodes, 'not-today' as const].find((known) => known === code)
}

export interface Risks {
  /** `unanswered`, `none` ("no known risks"), or `known`: at least one risk, whatever else was said. */
  readonly state: 'unanswered' | 'none' | 'known'
  readonly risks: readonly Said[]
  readonly note: string | undefined
  /** `undefined` where it wasn't decided. */
  readonly doNotVisitAlone: boolean | undefined
}

/**
 * The risks of the visit. "No known risks" beside a risk is a problem of the form (`stands-alone`), which can't be
 * finished like that; until it's settled the risk counts.
 */
export function risksFrom(answers: Answers): Risks {
  const said = reader(answers)
  const entries = said('risks.known').map(toSaid)
  const risks = entries.filter((risk) => risk.code !== NO_KNOWN_RISKS)
  const [notAlone] = said('risks.not-alone')
  return {
    state: risks.length > 0 ? 'known' : entries.length > 0 ? 'none' : 'unanswered',
    risks,
    note: words(said('risks.note')),
    doNotVisitAlone: notAlone?.type === 'boolean' ? notAlone.value : undefined,
  }
}

/** What was said to a question that is asked: hidden answers are not part of what was said. */
function reader(answers: Answers): (linkId: string) => readonly Value[] {
  const isEnabled = enabledness(holisticAssessment, answers)
  return (linkId) => (isEnabled(itemAt(linkId).linkId) ? givenValues(answers, linkId) : [])
}

/** A linkId that the form doesn't have is a slip in this file, not an answer of "nothing". */
function itemAt(linkId: string): Item {
  const place = index.get(linkId)
  if (!place) throw new Error(`The holistic assessment has no item ${linkId}`)
  return place.item
}

const index = indexForm(holisticAssessment)

function toSaid(value: Value): Said {
  return { code: value.type === 'coding' ? value.value.code : undefined, text: labelOf(value) }
}

function codeOf(values: readonly Value[]): string | undefined {
  const [value] = values
  return value?.type === 'coding' ? value.value.code : undefined
}

function words(values: readonly Value[]): string | undefined {
  const [value] = values
  return value?.type === 'string' ? value.value : undefined
}

function sectionOf(item: Item): Section {
  return { linkId: item.linkId, title: item.text ?? '', parts: [] }
}

function parsed(): Questionnaire {
  const checked = checkQuestionnaire(json)
  if (!checked.ok) throw new Error(`The holistic assessment is not sound: ${JSON.stringify(checked.error)}`)
  return checked.value
}
