import { expect, test } from 'vitest'
import type { PlanBody } from '../plan/plan.ts'
import { dueBy, reviewedOn, withBack, withoutAction, withoutGoal, withoutNeed } from './planSteps.ts'

const plan: PlanBody = {
  needs: [
    { id: 'n1', area: 'people', need: 'Company' },
    { id: 'n2', area: 'home', need: 'Repairs' },
  ],
  goals: [
    { id: 'g1', need: 'n1', goal: 'Out twice a week' },
    { id: 'g2', need: 'n2', goal: 'A dry wall' },
  ],
  actions: [
    { id: 'a1', goal: 'g1', what: 'Ring the club', who: 'Grace', status: 'to-do' },
    { id: 'a2', goal: 'g2', what: 'Write to the landlord', who: 'Iris', status: 'to-do' },
  ],
}

test('a need takes its goals and their actions along, and nobody else’s', () => {
  const { plan: left } = withoutNeed(plan, 'n1')
  expect(left).toEqual({ needs: [plan.needs[1]], goals: [plan.goals[1]], actions: [plan.actions[1]] })
})

test('a goal takes its actions along, an action nothing', () => {
  expect(withoutGoal(plan, 'g1').plan.actions).toEqual([plan.actions[1]])
  expect(withoutGoal(plan, 'g1').plan.needs).toEqual(plan.needs)
  expect(withoutAction(plan, 'a1').plan.goals).toEqual(plan.goals)
})

test('undo brings all of it back, and leaves what was written in between', () => {
  const { plan: left, removed } = withoutNeed(plan, 'n1')
  const meanwhile = { ...left, strengths: ['Kind neighbours'] }
  const back = withBack(meanwhile, removed)
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
  expect(back.strengths).toEqual(['Kind neighbours'])
  expect(back.needs.toSorted(byId)).toEqual(plan.needs)
  expect(back.goals.toSorted(byId)).toEqual(plan.goals)
  expect(back.actions.toSorted(byId)).toEqual(plan.actions)
})

test('a day that is emptied is no day, not an empty one', () => {
  const [ring] = plan.actions
  if (!ring) throw new Error('The plan has no action')
  expect(dueBy(dueBy(ring, '2026-12-07'), '')).toEqual(ring)
  expect(dueBy(ring, '2026-12-07')).toEqual({ ...ring, by: '2026-12-07' })
  expect(reviewedOn(reviewedOn(plan, '2026-12-07'), '')).toEqual(plan)
})
