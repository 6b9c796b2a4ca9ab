import { expect, test } from 'vitest'
import type { PlanBody } from './plan.ts'
import { planProgress, planSteps, withActionStatus } from './steps.ts'

const plan: PlanBody = {
  needs: [{ id: 'n', area: 'people', need: 'Company' }],
  goals: [
    { id: 'g', need: 'n', goal: 'Meet somebody each week' },
    { id: 'stray', need: 'gone', goal: 'Left over' },
  ],
  actions: [
    { id: 'a', goal: 'g', what: 'Ring the club', who: 'Ida', status: 'to-do' },
    { id: 'b', goal: 'stray', what: 'Ask', who: 'Ida', status: 'done' },
    { id: 'c', goal: 'gone', what: 'Lost', who: 'Ida', status: 'dropped' },
  ],
}

test('every goal and every action is somewhere in the tree', () => {
  const { needs, strayGoals, strayActions } = planSteps(plan)
  expect(needs[0]?.goals.map(({ goal, actions }) => [goal.id, ...actions.map(({ id }) => id)])).toEqual([
    ['g', 'a'],
  ])
  expect(strayGoals.map(({ goal, actions }) => [goal.id, ...actions.map(({ id }) => id)])).toEqual([
    ['stray', 'b'],
  ])
  expect(strayActions.map(({ id }) => id)).toEqual(['c'])
})

test('one status is set and nothing else', () => {
  const after = withActionStatus(plan, 'a', 'done')
  expect(after.actions.map(({ status }) => status)).toEqual(['done', 'done', 'dropped'])
  expect({ ...after, actions: plan.actions }).toEqual(plan)
  expect(planProgress(plan)).toEqual({ done: 1, of: 2 })
  expect(planProgress(after)).toEqual({ done: 2, of: 2 })
})
