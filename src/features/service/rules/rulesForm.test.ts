import { expect, test } from 'vitest'
import { everyRuleSet } from '#domain/eligibility/inForce.ts'
import { rulesFormOf, rulesFormProblems, ruleSetOf } from './rulesForm.ts'

const today = '2026-11-23'
const all = everyRuleSet([])
const clocktower = all.find(({ body }) => body.name === 'Clocktower 2015')
let ids = 0
const begun = rulesFormOf(clocktower, today, () => `group ${(ids += 1)}`)

test('a new version begins as the one before it, and published unaltered says the same', () => {
  expect(rulesFormProblems(begun, today)).toEqual([])
  expect(ruleSetOf(begun, all, 'mo')).toEqual({
    name: 'Clocktower 2015',
    version: 2,
    from: today,
    publishedBy: 'mo',
    rules: clocktower?.body.rules,
    status: 'published',
  })
})

test('under a name of its own it is the first version', () => {
  expect(ruleSetOf({ ...begun, name: ' Winter pilot ', note: 'Until March' }, all, 'mo')).toMatchObject({
    name: 'Winter pilot',
    version: 1,
    note: 'Until March',
  })
})

test.each([
  [{ name: ' ' }, 'rules-name'],
  [{ from: '2026-11-22' }, 'rules-from'],
  [{ from: '31/2/2027' }, 'rules-from'],
  [{ groups: [] }, 'rules-groups'],
  [{ groups: [{ id: 'g', need: 'all' as const, of: [] }] }, 'rules-groups'],
  [{ groups: [{ id: 'g', need: 2, of: [{ is: 'carer' }] }] }, 'rules-groups'],
])('%j: %s', (part, field) => {
  expect(rulesFormProblems({ ...begun, ...part }, today).map((problem) => problem.field)).toEqual([field])
})
