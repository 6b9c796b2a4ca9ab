import { expect, test } from 'vitest'
import { overdueActions } from './overdue.ts'
import type { PlanBody } from './plan.ts'

const today = '2026-12-02'
const step = (id: string, by: string, status = 'to-do') => ({
  id,
  goal: 'g',
  what: id,
  who: 'Ida',
  by,
  status,
})
const plan = (file: string, actions: PlanBody['actions']) => ({
  id: `plan-${file}`,
  file,
  body: { needs: [], goals: [], actions },
})
const client = (status: string, coordinator = 'grace') => ({ body: { status, coordinator } })

const clients = new Map([
  ['open', client('open')],
  ['closed', client('closed')],
  ['hers', client('open', 'sam')],
])

test('the longest overdue first, of open files of one’s own, and nothing that has ended or is due today', () => {
  const plans = [
    plan('open', [step('later', '2026-12-01'), step('first', '2026-11-01'), step('today', today)]),
    plan('open', [step('ended', '2026-11-01', 'done'), step('dropped', '2026-11-01', 'dropped')]),
    plan('closed', [step('closed', '2026-11-01')]),
    plan('hers', [step('hers', '2026-11-01')]),
    plan('elsewhere', [step('elsewhere', '2026-11-01')]),
  ]
  const found = overdueActions(plans, clients, { coordinator: 'grace', today })
  expect(found.map(({ action, file }) => [action.id, file])).toEqual([
    ['first', 'open'],
    ['later', 'open'],
  ])
})
