import { expect, test } from 'vitest'
import { editRecord } from '../change/write.ts'
import type { PlanBody } from './plan.ts'
import {
  cameOf,
  dueBy,
  goalCameTo,
  reviewedOn,
  withAction,
  withBack,
  withGoal,
  withNeed,
  withoutAction,
  withoutGoal,
  withoutNeed,
} from './edits.ts'

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

const record = { id: 'p', kind: 'plan', version: 1, contested: {} }

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

test('undoing a removal twice equals undoing it once', () => {
  const { plan: left, removed } = withoutNeed(plan, 'n1')
  expect(withBack(withBack(left, removed), removed)).toEqual(withBack(left, removed))
})

test('a part is added where it is not, and takes the place of the one with its id where it is', () => {
  const more = { id: 'n3', area: 'money', need: 'Benefits' }
  expect(withNeed(plan, more).needs).toEqual([...plan.needs, more])
  const goal = { id: 'g1', need: 'n1', goal: 'Out three times a week' }
  expect(withGoal(plan, goal).goals).toEqual([goal, plan.goals[1]])
  const action = { id: 'a2', goal: 'g2', what: 'Ring the landlord', who: 'Iris', status: 'doing' }
  expect(withAction(plan, action)).toEqual({ ...plan, actions: [plan.actions[0], action] })
})

test('what was opened, then changed, differs only in what its author changed, however the plan has moved on', () => {
  const [opened] = plan.actions
  if (!opened) throw new Error('The plan has no action')
  const movedOn = withAction(plan, { ...opened, status: 'doing' })
  const seen = withAction(movedOn, opened)
  const after = withAction(movedOn, dueBy(opened, '2026-12-07'))
  expect(editRecord({ ...record, body: seen }, after)).toMatchObject({
    fields: { actions: { from: seen.actions, to: [{ ...opened, by: '2026-12-07' }, plan.actions[1]] } },
  })
})

test('what came of a part is kept without blanks, and none is no outcome', () => {
  const [ring] = plan.actions
  const [out] = plan.goals
  if (!ring || !out) throw new Error('The plan is empty')
  expect(cameOf(ring, ' Goes on Tuesdays ')).toEqual({ ...ring, outcome: 'Goes on Tuesdays' })
  expect(cameOf(cameOf(ring, 'Goes'), '  ')).toEqual(ring)
  expect(goalCameTo(goalCameTo(out, 'Twice a week'), '')).toEqual(out)
})
