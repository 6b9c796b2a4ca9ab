import { indexForm, type Place } from '../form/formIndex.ts'
import { optionFor, optionsOf } from '../form/options.ts'
import { canonicalOf, type Questionnaire } from '../form/questionnaire.ts'
import { jsonObjectSchema, sameJson, type JsonObject } from '../json.ts'
import { holisticAssessment, lifeAreas } from './assessment.ts'
import { reviewForm } from './reviewForm.ts'

/** The forms that come with the app: of visits, and of reviews. */
export const shippedForms: readonly Questionnaire[] = [holisticAssessment, reviewForm]

export function isShipped(form: Questionnaire): boolean {
  return shippedForms.some((one) => canonicalOf(one) === canonicalOf(form))
}

/** Whether visits or reviews are held with it, or with another edition of it. */
export function isOfVisits(form: Questionnaire): boolean {
  return shippedForms.some(({ url }) => url === form.url)
}

/**
 * What the rules of a visit read: consent, what matters most, needs and strengths of each area, the scale, risks, the
 * effect. An edition that a service publishes in the place of a shipped one may ask anything besides, and word all of it
 * anew; these have to be there.
 */
const read: readonly RegExp[] = [
  /^consent\./,
  /^matters\.most$/,
  new RegExp(`^area\\.(${lifeAreas.join('|')})\\.(needs|strengths)$`),
  /^wellbeing\.(how|wemwbs\.\d+)$/,
  /^risks\.(known|note|not-alone)$/,
  /^review\.(impact|words)$/,
]

/** A question, and what of it is not as a visit needs it: `place` is one outside of every group, which are what a visit goes through. */
export interface Lacking {
  linkId: string
  what: 'missing' | 'type' | 'condition' | 'answers' | 'place'
}

/** Why a form cannot stand in the place of the shipped one with its url; nothing where it can, or is another form. */
export function lacksForVisits(form: Questionnaire): Lacking[] {
  const shipped = shippedForms.find(({ url }) => url === form.url)
  if (!shipped) return []
  const own = indexForm(form)
  const outside = form.item.filter(({ type }) => type !== 'group')
  return [
    ...outside.map(({ linkId }): Lacking => ({ linkId, what: 'place' })),
    ...[...indexForm(shipped)].flatMap(([linkId, place]) =>
      read.some((pattern) => pattern.test(linkId)) ? lackOf(linkId, place, own.get(linkId)) : [],
    ),
  ]
}

function lackOf(linkId: string, { item: usual }: Place, own: Place | undefined): Lacking[] {
  if (!own) return [{ linkId, what: 'missing' }]
  const { item } = own
  if (item.type !== usual.type || (item.repeats ?? false) !== (usual.repeats ?? false))
    return [{ linkId, what: 'type' }]
  const offered = optionsOf(item)
  const kept = optionsOf(usual).every(
    (option) => optionFor(offered, option.value)?.score === option.score && optionFor(offered, option.value),
  )
  return [
    ...(sameConditions(item, usual) ? [] : [{ linkId, what: 'condition' as const }]),
    ...(kept ? [] : [{ linkId, what: 'answers' as const }]),
  ]
}

function sameConditions(a: Place['item'], b: Place['item']): boolean {
  return sameJson(conditionsOf(a), conditionsOf(b))
}

function conditionsOf({ enableWhen = [], enableBehavior }: Place['item']): JsonObject {
  return jsonObjectSchema.parse({ enableWhen, enableBehavior: enableBehavior ?? null })
}
