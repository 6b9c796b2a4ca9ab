import { type Answers, givenValues } from '../form/answers.ts'
import { questionnaireResponseSchema, type ResponseItem } from '../form/response.ts'
import type { Held } from '../record/held.ts'
import type { ReferralBody } from '../referral/referral.ts'
import type { ResponseBody } from '../response/response.ts'

const QUESTION = 'review.impact'

/** What the person says of the effect on their quality of life, in answers of the review form. */
export function impactSaid(answers: Answers): string | undefined {
  const [value] = givenValues(answers, QUESTION)
  return value?.type === 'coding' ? value.value.code : undefined
}

/**
 * The effect on the person's quality of life as they said it last. The review's response is what holds: it is theirs,
 * dated, and never edited. What stands on the referral counts only where no review said anything: in files that came
 * from elsewhere.
 */
export function perceivedImpact(
  responses: readonly Held<ResponseBody>[],
  referrals: readonly Held<Pick<ReferralBody, 'impact'>>[],
): string | undefined {
  const amended = new Set(responses.flatMap(({ body }) => body.amends ?? []))
  const said = responses
    .filter(({ id }) => !amended.has(id))
    .toSorted((a, b) => b.body.authored.localeCompare(a.body.authored))
    .map(({ body }) => impactIn(body))
  return (
    said.find((impact) => impact !== undefined) ?? referrals.findLast(({ body }) => body.impact)?.body.impact
  )
}

function impactIn(body: ResponseBody): string | undefined {
  const form = { resourceType: 'QuestionnaireResponse', status: 'completed', item: body.item }
  const read = questionnaireResponseSchema.safeParse(form)
  return read.success ? impactBeneath(read.data.item ?? []) : undefined
}

function impactBeneath(items: readonly ResponseItem[]): string | undefined {
  for (const { linkId, answer, item = [] } of items) {
    const found = linkId === QUESTION ? answer?.[0]?.valueCoding?.code : impactBeneath(item)
    if (found !== undefined) return found
  }
  return undefined
}
