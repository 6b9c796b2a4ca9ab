import { expect, test } from 'vitest'
import { isOverdue, planBoard } from './board.ts'
import type { PlanBody } from './plan.ts'

const plan: PlanBody = {
  needs: [{ id: 'n', area: 'people', need: 'Company' }],
  goals: [
    { id: 'g', need: 'n', goal: 'Meet somebody each week' },
    { id: 'stray', need: 'gone', goal: 'Left over' },
  ],
  actions: [
    { id: 'a', goal: 'g', what: 'Ring the club', who: 'Ida', status: 'to-do' },
    { id: 'b', goal: 'stray', what: 'Ask', who: 'Ida', status: 'to-do', by: '2026-12-01' },
    { id: 'c', goal: 'gone', what: 'Lost', who: 'Ida', status: 'done' },
    { id: 'd', goal: 'g', what: 'Newer', who: 'Ida', status: 'paused' },
  ],
}

test('every step is on the board once, whatever its status and whatever became of its goal', () => {
  const ids = planBoard(plan).flatMap(({ cards }) => cards.map(({ action }) => action.id))
  expect(ids.toSorted()).toEqual(['a', 'b', 'c', 'd'])
})

test('the four columns stand even where they are empty, an unknown one comes last', () => {
  const statuses = (body: PlanBody) => planBoard(body).map(({ status }) => status)
  expect(statuses({ needs: [], goals: [], actions: [] })).toEqual(['to-do', 'doing', 'done', 'dropped'])
  expect(statuses(plan)).toEqual(['to-do', 'doing', 'done', 'dropped', 'paused'])
})

test('by day within a column, and each step with what it is for', () => {
  const [toDo] = planBoard(plan)
  expect(toDo?.cards).toEqual([
    { action: plan.actions[1], goal: plan.goals[1], need: undefined },
    { action: plan.actions[0], goal: plan.goals[0], need: plan.needs[0] },
  ])
})

test.each([
  ['to-do', '2026-12-01', true],
  ['doing', '2026-12-01', true],
  ['paused', '2026-12-01', true],
  ['done', '2026-12-01', false],
  ['dropped', '2026-12-01', false],
  ['to-do', '2026-12-02', false],
  ['to-do', undefined, false],
])('a step that is %s and was due %s is overdue on 2 December: %s', (status, by, overdue) => {
  expect(isOverdue({ status, ...(by === undefined ? {} : { by }) }, '2026-12-02')).toBe(overdue)
})
