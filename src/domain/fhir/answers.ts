import { shippedInstruments } from '../measure/shipped.ts'
import type { BodyOf } from '../kind/kinds.ts'
import type { MeasureScore } from '../response/response.ts'
import { momentOrNone, partId, resource, type Resource, to } from './resource.ts'

/** A filled-in form, and each score that was worked out from it. */
export function responseOf(id: string, file: string, body: BodyOf<'response'>): Resource[] {
  const answers = resource('QuestionnaireResponse', id, {
    questionnaire: body.questionnaire,
    status: body.amends === undefined ? 'completed' : 'amended',
    subject: to('Patient', file),
    encounter: to('Encounter', body.visit),
    authored: momentOrNone(body.authored),
    author: to('Practitioner', body.author),
    item: body.item,
  })
  return [answers, ...(body.scores ?? []).flatMap((score) => observationOf(id, file, body, score) ?? [])]
}

/** No score, no observation: a number is never made up. The short scale is reported on its own metric. */
function observationOf(
  id: string,
  file: string,
  { authored, author, visit }: BodyOf<'response'>,
  score: MeasureScore,
): Resource | null {
  const value = score.metric ?? score.total
  if (value === null) return null
  const rule = shippedInstruments
    .flatMap(({ scores }) => scores)
    .find(({ measure }) => measure === score.measure)
  return resource('Observation', partId(id, score.measure), {
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] },
    ],
    code: {
      coding:
        rule?.snomed === undefined ? undefined : [{ system: 'http://snomed.info/sct', code: rule.snomed }],
      text: rule?.name ?? score.measure,
    },
    subject: to('Patient', file),
    encounter: to('Encounter', visit),
    effectiveDateTime: momentOrNone(authored),
    performer: [to('Practitioner', author)],
    valueQuantity: { value, unit: 'score', system: 'http://unitsofmeasure.org', code: '{score}' },
    derivedFrom: [to('QuestionnaireResponse', id)],
  })
}
