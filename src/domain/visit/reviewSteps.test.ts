import { describe, expect, test } from 'vitest'
import { reviewForm } from '../assessment/reviewForm.ts'
import { canonicalOf } from '../form/questionnaire.ts'
import type { PlanBody } from '../plan/plan.ts'
import { impactSaid, perceivedImpact } from '../review/impact.ts'
import { finishVisit } from './finishVisit.ts'
import { whatIsOpen } from './missing.ts'
import { stepCameTo, stepChecked, stepsToCheck } from './reviewSteps.ts'
import { finishing, scale, visitBegun, withAnswers } from './visits.fixture.ts'

const plan: PlanBody = {
  needs: [{ id: 'n', area: 'people', need: 'Company' }],
  goals: [{ id: 'g', need: 'n', goal: 'Out each week' }],
  actions: [
    { id: 'open', goal: 'g', what: 'Ring the club', who: 'Grace', status: 'to-do' },
    { id: 'doing', goal: 'g', what: 'Go to the club', who: 'Iris', status: 'doing' },
    { id: 'done', goal: 'g', what: 'Ask Nesta', who: 'Iris', status: 'done' },
  ],
}
const review = () => visitBegun({ visit: { purpose: 'review' }, plan, client: { status: 'open' } })
const major = {
  'review.impact': [
    {
      type: 'coding' as const,
      value: { system: 'urn:doorstep:impact', code: 'major', display: 'A major difference' },
    },
  ],
}

describe('the steps of a review', () => {
  test('are those that were open when it began, and no other visit has any', () => {
    expect(stepsToCheck(review()).map(({ action }) => action.id)).toEqual(['open', 'doing'])
    expect(stepsToCheck(visitBegun({ plan }))).toEqual([])
  })

  test('stay in the list once they are done, with what came of them', () => {
    const draft = stepCameTo(stepChecked(review(), 'open', 'done'), 'open', 'Goes on Tuesdays')
    expect(stepsToCheck(draft)).toEqual([
      { action: { ...plan.actions[0], status: 'done', outcome: 'Goes on Tuesdays' }, checked: true },
      { action: plan.actions[1], checked: false },
    ])
    expect(stepsToCheck(stepChecked(draft, 'open', 'dropped'))[0]?.action.status).toBe('dropped')
  })

  test('that were not gone through are said, and stand in nobody’s way', () => {
    const draft = stepChecked(review(), 'open', 'done')
    expect(whatIsOpen(draft)).toContainEqual({ code: 'steps-unchecked', count: 1 })
    expect(finishVisit(draft, finishing).ok).toBe(true)
  })
})

test('a finished review: the review form with its scores, the plan as gone through, and the next review to come', () => {
  const answered = withAnswers(review(), { ...scale(Array.from({ length: 14 }, () => 4)), ...major })
  const finished = finishVisit(stepChecked(answered, 'doing', 'done'), finishing)
  if (!finished.ok) throw new Error(JSON.stringify(finished.error))
  const [response, , client, agreed] = finished.value
  expect(response).toMatchObject({
    kind: 'response',
    body: { questionnaire: canonicalOf(reviewForm), purpose: 'review', scores: [{ total: 56 }, {}] },
  })
  expect(client).toMatchObject({ kind: 'client', fields: { reviewOn: { to: '2027-05-25' } } })
  expect(agreed).toMatchObject({
    kind: 'plan',
    fields: { actions: { to: [{ status: 'to-do' }, { status: 'done' }, { status: 'done' }] } },
  })
})

describe('the perceived impact', () => {
  const said = (id: string, authored: string, code: string, amends?: string) => ({
    id,
    file: 'c',
    body: {
      questionnaire: 'urn:doorstep:form:six-month-review|1.0.0',
      authored,
      author: 'grace',
      item: [{ linkId: 'review', item: [{ linkId: 'review.impact', answer: [{ valueCoding: { code } }] }] }],
      ...(amends === undefined ? {} : { amends }),
    },
  })
  const referral = { id: 'r', file: 'c', body: { impact: 'some' } }

  test('is what the person said at their last review, and an amendment takes the place of what it amends', () => {
    const responses = [said('b', '2026-11-01', 'major'), said('a', '2026-05-01', 'none')]
    expect(perceivedImpact(responses, [referral])).toBe('major')
    expect(perceivedImpact([...responses, said('c', '2026-11-01', 'significant', 'b')], [])).toBe(
      'significant',
    )
  })

  test('is what stands on the referral where no review said anything', () => {
    expect(perceivedImpact([], [referral])).toBe('some')
    expect(perceivedImpact([], [])).toBeUndefined()
  })

  test('is read from a draft as from its response', () => {
    expect(impactSaid(withAnswers(review(), major).answers)).toBe('major')
  })
})
