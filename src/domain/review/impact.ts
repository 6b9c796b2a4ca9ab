import { type Answers, givenValues } from '../form/answers.ts'
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
    .map(({ body }) => impactBeneath(body.item))
  return (
    said.find((impact) => impact !== undefined) ?? referrals.findLast(({ body }) => body.impact)?.body.impact
  )
}

/** The answer to that question in the items of a FHIR QuestionnaireResponse, however deep it lies in them. */
export function impactBeneath(items: unknown): string | undefined {
  if (!Array.isArray(items)) return undefined
  const list: unknown[] = items
  for (const item of list) {
    if (!isObject(item)) continue
    const found = item['linkId'] === QUESTION ? impactAnswered(item['answer']) : impactBeneath(item['item'])
    if (found !== undefined) return found
  }
  return undefined
}

function impactAnswered(answers: unknown): string | undefined {
  const list: unknown[] = Array.isArray(answers) ? answers : []
  const first = list[0]
  const coding = isObject(first) ? first['valueCoding'] : undefined
  const code = isObject(coding) ? coding['code'] : undefined
  return typeof code === 'string' ? code : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
