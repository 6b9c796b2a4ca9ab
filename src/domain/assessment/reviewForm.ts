import { checkQuestionnaire } from '../form/checkQuestionnaire.ts'
import type { Item, Questionnaire } from '../form/questionnaire.ts'
import { holisticAssessment } from './assessment.ts'

/**
 * The form of a review: the person's own view of the effect on their quality of life, and the wellbeing part of the assessment under the same linkIds, so that the two can be compared.
 */
export const reviewForm: Questionnaire = checked({
  resourceType: 'Questionnaire',
  url: 'urn:doorstep:form:six-month-review',
  version: '1.0.0',
  name: 'SixMonthReview',
  title: 'Review at six months',
  status: 'active',
  subjectType: ['Patient'],
  publisher: 'Doorstep',
  copyright: holisticAssessment.copyright,
  item: [
    {
      linkId: 'review',
      type: 'group',
      text: 'Looking back',
      item: [
        {
          linkId: 'review.impact',
          type: 'choice',
          text: 'How much difference has this made to your quality of life?',
          answerOption: [
            impact('none', 'None'),
            impact('some', 'Some'),
            impact('significant', 'A significant difference'),
            impact('major', 'A major difference'),
          ],
        },
        { linkId: 'review.words', type: 'text', text: 'What has changed, in your own words?' },
      ],
    },
    wellbeing(),
  ],
})

function impact(code: string, display: string): object {
  return { valueCoding: { system: 'urn:doorstep:impact', code, display } }
}

/** Without its condition, which asks about consent in the first visit's form. */
function wellbeing(): Item {
  const item = holisticAssessment.item.find(({ linkId }) => linkId === 'wellbeing')
  if (!item) throw new Error('The holistic assessment has no wellbeing part')
  const { enableWhen: _, ...kept } = item
  return kept
}

function checked(json: unknown): Questionnaire {
  const form = checkQuestionnaire(JSON.parse(JSON.stringify(json)))
  if (!form.ok) throw new Error(`The review form is not sound: ${JSON.stringify(form.error)}`)
  return form.value
}
