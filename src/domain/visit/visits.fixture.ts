import { answer, type Answers } from '../form/answers.ts'
import { holisticAssessment } from '../assessment/assessment.ts'
import { questionsOf } from '../form/formIndex.ts'
import { optionsOf } from '../form/options.ts'
import type { Value } from '../form/value.ts'
import type { ClientBody } from '../client/client.ts'
import type { PlanBody } from '../plan/plan.ts'
import { beginVisit, mutable, type ChosenService, type VisitDraft } from './visitDraft.ts'
import type { VisitBody } from './visit.ts'

const clientId = '019a8f00-0000-7000-8000-000000000001'
export const visitId = '019a8f00-0000-7000-8000-000000000002'
export const planId = '019a8f00-0000-7000-8000-000000000003'
export const responseId = '019a8f00-0000-7000-8000-000000000004'
export const grace = '019a8f00-0000-7000-8000-000000000005'

export const finishing = {
  person: { id: grace, name: 'Grace Lanternby', service: 'Doorstep', phone: '020 7946 0000' },
  now: '2026-11-25T16:00:00.000Z',
  today: '2026-11-25',
  referrals: { referrals: [], progress: [] },
  reviewMonths: 6,
}

export const iris: ClientBody = {
  firstName: 'Iris',
  familyName: 'Ade',
  preferredName: 'Mrs Ade',
  communicationNeeds: ['Speak slowly', 'Large print'],
  team: '019a8f00-0000-7000-8000-000000000006',
  status: 'waiting',
}

const firstVisit: VisitBody = {
  startsAt: '2026-11-23T10:30',
  place: 'home',
  coordinator: grace,
  purpose: 'first',
  status: 'planned',
}

const seen = { version: 1, contested: {} }

/** A visit that began on 23 November; the client, the plan and the kind of visit as given. */
export function visitBegun({
  client = {},
  visit = {},
  plan = null,
}: {
  client?: Partial<ClientBody>
  visit?: Partial<VisitBody>
  plan?: PlanBody | null
} = {}): VisitDraft {
  return beginVisit(
    {
      visit: { ...seen, id: visitId, kind: 'visit', body: { ...firstVisit, ...visit } },
      client: { ...seen, id: clientId, kind: 'client', body: { ...iris, ...client } },
      plan: plan && { ...seen, id: planId, kind: 'plan', body: plan },
    },
    { ids: { response: responseId, plan: planId }, begunAt: '2026-11-23T10:35:00.000Z' },
  )
}

export function withAnswers(draft: VisitDraft, said: Answers): VisitDraft {
  const answers = Object.entries(said).reduce<Answers>(
    (before, [linkId, values]) => answer(before, linkId, values),
    draft.answers,
  )
  return { ...draft, answers: mutable(answers) }
}

export const yes: Value[] = [{ type: 'boolean', value: true }]
export const no: Value[] = [{ type: 'boolean', value: false }]
export const words = (value: string): Value[] => [{ type: 'string', value }]
/** Options of a question of the assessment, by their codes. */
export function chosen(linkId: string, ...codes: string[]): Value[] {
  const item = questionsOf(holisticAssessment).find((question) => question.linkId === linkId)
  const offered = item ? optionsOf(item).map((option) => option.value) : []
  return codes.map((code) => {
    const value = offered.find((option) => option.type === 'coding' && option.value.code === code)
    if (!value) throw new Error(`${linkId} does not offer ${code}`)
    return value
  })
}

/** The least that a visit needs to be finished. */
export const enough: Answers = { 'consent.keep': yes, 'risks.known': chosen('risks.known', 'no-known-risks') }

export function scale(scores: readonly (number | undefined)[]): Answers {
  const given = scores.flatMap((score, at) =>
    score === undefined
      ? []
      : [[`wellbeing.wemwbs.${at + 1}`, chosen(`wellbeing.wemwbs.${at + 1}`, String(score))] as const],
  )
  return { 'wellbeing.how': chosen('wellbeing.how', 'self'), ...Object.fromEntries(given) }
}

export const menInSheds: ChosenService = {
  id: '019a8f00-0000-7000-8000-000000000007',
  as: 'referral',
  service: '019a8f00-0000-7000-8000-000000000008',
  organisation: '019a8f00-0000-7000-8000-000000000009',
  name: 'Men in Sheds',
  consent: true,
  agreedToShare: ['contact'],
}
