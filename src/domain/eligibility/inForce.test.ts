import { expect, test } from 'vitest'
import { decided, standing } from './decision.ts'
import { everyRuleSet, nextVersion, ruleSetsInForce } from './inForce.ts'
import type { RuleSetBody } from './ruleSet.ts'

const rules = { groups: [{ need: 'all' as const, of: [{ is: 'carer' }] }] }
const published = (id: string, body: Partial<RuleSetBody>) => ({
  id,
  body: { name: 'Community Connect 2017', version: 2, from: '2026-11-01', rules, ...body },
})
const inForce = (records: ReturnType<typeof published>[], today = '2026-11-23') =>
  ruleSetsInForce(everyRuleSet(records), today).map(({ record, body }) => [record, body.name, body.version])

const clocktower = [
  [null, 'Clocktower 2015', 1],
  [null, 'Clocktower 2015, first three months', 1],
]

test('what came with the app is in force until something newer is', () => {
  expect(inForce([])).toEqual([[null, 'Community Connect 2017', 1], ...clocktower])
})

test('a new version takes the place of the one of its name, from its day on', () => {
  const two = published('two', {})
  expect(inForce([two])[0]).toEqual(['two', 'Community Connect 2017', 2])
  expect(inForce([two])).toHaveLength(3)
  expect(inForce([two], '2026-10-31')[0]).toEqual([null, 'Community Connect 2017', 1])
})

test('the newest beginning comes first, of whatever name', () => {
  const old = published('old', { name: 'Clocktower 2015' })
  expect(inForce([old]).map(([, name]) => name)).toEqual([
    'Clocktower 2015',
    'Community Connect 2017',
    'Clocktower 2015, first three months',
  ])
})

test('withdrawn: the version before it holds again', () => {
  expect(inForce([published('two', { status: 'withdrawn' })])[0]).toEqual([null, 'Community Connect 2017', 1])
})

test('what came with the app is withdrawn by a record in its place, and its number is not given again', () => {
  const first = published('one', { version: 1, from: '2017-04-01', status: 'withdrawn' })
  expect(inForce([first])).toEqual(clocktower)
  expect(nextVersion(everyRuleSet([first]), 'Community Connect 2017')).toBe(2)
})

test('two managers who published the same number at the same time: the same one holds for everybody', () => {
  const [a, b] = [published('a', {}), published('b', {})]
  expect(inForce([a, b])[0]).toEqual(inForce([b, a])[0])
  expect(nextVersion(everyRuleSet([a, b]), 'Community Connect 2017')).toBe(3)
})

test('the first version of a name of its own', () => {
  expect(nextVersion(everyRuleSet([]), 'Winter pilot')).toBe(1)
})

test('a decision says which version, and keeps what the rules said beside what a person decided', () => {
  const [ruleSet] = everyRuleSet([published('two', {})])
  if (!ruleSet) throw new Error('No rules')
  const common = { ruleSet, outcome: 'not-eligible', by: 'grace', on: '2026-11-23' } as const
  const followed = decided({ ...common, override: null })
  expect(followed).toEqual({
    ruleSet: 'Community Connect 2017',
    version: 2,
    record: 'two',
    outcome: 'not-eligible',
    on: '2026-11-23',
    by: 'grace',
  })
  const overridden = decided({ ...common, override: { to: 'eligible', reason: ' Has nobody else. ' } })
  expect(overridden).toEqual({ ...followed, override: { to: 'eligible', reason: 'Has nobody else.' } })
  expect([standing(followed), standing(overridden)]).toEqual(['not-eligible', 'eligible'])
})
