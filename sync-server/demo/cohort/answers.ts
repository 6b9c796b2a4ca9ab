import { holisticAssessment, type LifeArea } from '#domain/assessment/assessment.ts'
import type { Answers } from '#domain/form/answers.ts'
import { indexForm } from '#domain/form/formIndex.ts'
import { optionsOf } from '#domain/form/options.ts'
import type { Questionnaire } from '#domain/form/questionnaire.ts'
import type { Value } from '#domain/form/value.ts'
import type { Person, Thread } from './people.ts'
import { drawFor } from './random.ts'
import { reviewForm } from '#domain/assessment/reviewForm.ts'
import { riskNoteOf } from './risks.ts'
import type { ScaleAnswers } from './wellbeing.ts'

/** What was said on the first visit. `threads` are the needs that came up, as the plan has them. */
export function baselineAnswers(person: Person, threads: readonly Thread[], scale: ScaleAnswers): Answers {
  return {
    'consent.keep': yes,
    'consent.share': [option('consent.share', 'yes')],
    'consent.share-with': [
      option('consent.share-with', 'practice'),
      option('consent.share-with', 'services'),
    ],
    'consent.how': [option('consent.how', 'spoken')],
    'matters.most': text(person.matters),
    ...livingAnswers(person),
    ...caringAnswers(person, threads),
    ...needAnswers(threads),
    ...strengthAnswers(person),
    ...scaleAnswers(scale, howTaken(person)),
    ...riskAnswers(person),
  }
}

export function reviewAnswers(
  person: Person,
  { impact, words, scale }: { impact: string; words: string; scale: ScaleAnswers },
): Answers {
  return {
    'review.impact': [option('review.impact', impact, reviewForm)],
    'review.words': text(words),
    ...scaleAnswers(scale, howTaken(person)),
  }
}

function livingAnswers({ lives, reasons, conditions, access }: Person): Answers {
  const sees = reasons.includes('isolated') ? 'hardly' : lives === 'alone' ? 'less' : 'most-days'
  const how = (access ?? []).some((need) => /wheelchair|walks with|frame/i.test(need)) ? 'aid' : 'bus'
  return {
    'area.people.sees': [option('area.people.sees', sees)],
    'area.home.lives-with': [option('area.home.lives-with', lives)],
    'area.health.condition': [{ type: 'boolean', value: conditions.length > 0 }],
    ...(conditions.length > 0 ? { 'area.health.conditions': text(conditions.join(', ')) } : {}),
    'area.getting-about.how': [option('area.getting-about.how', how)],
  }
}

/** Needs as a carer are asked of those who care or are cared for; somebody with such a need is one of them. */
function caringAnswers({ reasons }: Person, threads: readonly Thread[]): Answers {
  const cares = reasons.includes('carer')
  const caredFor = !cares && threads.some(({ area }) => area === 'caring')
  return {
    'area.caring.cares': [{ type: 'boolean', value: cares }],
    ...(caredFor ? { 'area.caring.cared-for': yes } : {}),
  }
}

function needAnswers(threads: readonly Thread[]): Answers {
  const areas = [...new Set(threads.map(({ area }) => area))]
  return Object.fromEntries(areas.map((area) => [`area.${area}.needs`, needsIn(area, threads)]))
}

function needsIn(area: LifeArea, threads: readonly Thread[]): Value[] {
  const codes = new Set(threads.filter((thread) => thread.area === area).map(({ code }) => code))
  return [...codes].map((code) => option(`area.${area}.needs`, code))
}

const strengths = [
  ['people', 'neighbours'],
  ['people', 'family-near'],
  ['people', 'faith'],
  ['home', 'settled'],
  ['home', 'safe-warm'],
  ['health', 'good-care'],
  ['health', 'positive'],
  ['getting-about', 'bus-pass'],
  ['interests', 'hobby'],
  ['interests', 'sociable'],
  ['safety', 'trusted'],
] as const

/** Two things that go well, of different areas of life. */
function strengthsOf({ n }: Person): (readonly [string, string])[] {
  const draw = drawFor(`strengths/${n}`)
  const first = draw.pick(strengths)
  return [first, draw.pick(strengths.filter(([area]) => area !== first[0]))]
}

function strengthAnswers(person: Person): Answers {
  return Object.fromEntries(
    strengthsOf(person).map(([area, code]) => [
      `area.${area}.strengths`,
      [option(`area.${area}.strengths`, code)],
    ]),
  )
}

/** The same two in words, as the plan keeps them. */
export function strengthWords(person: Person): string[] {
  return strengthsOf(person).map(([area, code]) => {
    const value = option(`area.${area}.strengths`, code)
    return value.type === 'coding' ? (value.value.display ?? code) : code
  })
}

function howTaken({ age, reasons }: Person): string {
  return age > 82 || reasons.includes('dementia') ? 'read-aloud' : 'self'
}

function scaleAnswers(scale: ScaleAnswers, how: string): Answers {
  if (scale === 'not-today') return { 'wellbeing.how': [option('wellbeing.how', 'not-today')] }
  const given = scale.flatMap((item, i) =>
    item === null
      ? []
      : [[`wellbeing.wemwbs.${i + 1}`, [option(`wellbeing.wemwbs.${i + 1}`, String(item))]] as const],
  )
  return { 'wellbeing.how': [option('wellbeing.how', how)], ...Object.fromEntries(given) }
}

function riskAnswers({ risk }: Person): Answers {
  if (risk === undefined) return { 'risks.known': [option('risks.known', 'no-known-risks')] }
  return {
    'risks.known': [option('risks.known', risk)],
    'risks.note': text(riskNoteOf(risk)),
    'risks.not-alone': [{ type: 'boolean', value: false }],
  }
}

const yes: Value[] = [{ type: 'boolean', value: true }]
const text = (value: string): Value[] => [{ type: 'string', value }]

const indexes = new Map([holisticAssessment, reviewForm].map((form) => [form, indexForm(form)]))

/** An answer that the form offers; one that it doesn't is a slip in the demo and throws. */
function option(linkId: string, code: string, form: Questionnaire = holisticAssessment): Value {
  const item = indexes.get(form)?.get(linkId)?.item
  const found = (item ? optionsOf(item) : []).find(
    ({ value }) => value.type === 'coding' && value.value.code === code,
  )
  if (!found) throw new Error(`${linkId} offers no ${code}`)
  return found.value
}
