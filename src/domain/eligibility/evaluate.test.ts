import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { ReferralBody } from '../referral/referral.ts'
import type { Rules } from './criterion.ts'
import { rulesProblem } from './criterion.ts'
import { referred, soundClient } from './eligibility.fixture.ts'
import { evaluate } from './evaluate.ts'
import { shippedRuleSets } from './shipped.ts'

type Row = [
  what: string,
  client: Partial<ClientBody>,
  referral: Partial<ReferralBody>,
  outcome: 'eligible' | 'not-eligible' | 'not-known',
]

function rulesNamed(name: string): Rules {
  const found = shippedRuleSets.find((one) => one.name === name)
  if (!found) throw new Error(`No rules ${name}`)
  return found.rules
}

function table(name: string, rows: Row[]) {
  describe(`the rules of ${name}`, () => {
    test.each(rows)('%s', (_what, client, referral, outcome) => {
      expect(evaluate(rulesNamed(name), referred(client, referral)).outcome).toBe(outcome)
    })
  })
}

table('Clocktower 2015, first three months', [
  ['65 today', { dateOfBirth: '1961-11-23' }, {}, 'eligible'],
  ['65 tomorrow', { dateOfBirth: '1961-11-24' }, {}, 'not-eligible'],
  ['no birth date', {}, { reasons: ['isolated', 'frequent-attender'] }, 'not-known'],
])

const sound = soundClient
const asked = (reasons: string[]): Partial<ReferralBody> => ({ reasons })
const { longTermConditions: _conditions, ...withoutConditions } = sound
const { dateOfBirth: _birth, ...withoutBirth } = sound
const { risks: _risks, ...withoutRisks } = sound
const carer: Partial<ClientBody> = { ...sound, carerStatus: 'carer', longTermConditions: ['None'] }

table('Clocktower 2015', [
  ['an adult with one reason more', sound, asked(['isolated']), 'eligible'],
  ['an adult who is often at the surgery', sound, asked(['frequent-attender']), 'eligible'],
  ['an adult with a life change', sound, asked(['life-change']), 'eligible'],
  ['an adult who struggles with a condition', sound, asked(['health-condition']), 'eligible'],
  ['an adult carer, who needs no condition', carer, asked(['carer']), 'eligible'],
  ['an adult with no other criterion', sound, asked(['dementia']), 'not-eligible'],
  [
    'a child with two reasons',
    { ...sound, dateOfBirth: '2012-01-01' },
    asked(['isolated', 'life-change']),
    'eligible',
  ],
  ['a child with one', { ...sound, dateOfBirth: '2012-01-01' }, asked(['isolated']), 'not-eligible'],
  ['no birth date, two reasons', withoutBirth, asked(['isolated', 'life-change']), 'eligible'],
  ['no birth date, one reason', withoutBirth, asked(['isolated']), 'not-known'],
  ['no reason given', sound, asked([]), 'not-known'],
  [
    'not a carer, no condition',
    { ...sound, longTermConditions: ['None'] },
    asked(['isolated']),
    'not-eligible',
  ],
  ['not a carer, conditions not asked', withoutConditions, asked(['isolated']), 'not-known'],
  ['risks not asked', withoutRisks, asked(['isolated']), 'not-known'],
  [
    'thoughts of suicide',
    { ...sound, risks: [{ id: '1', risk: 'self-harm' }] },
    asked(['isolated']),
    'not-eligible',
  ],
  ['psychosis', { ...sound, longTermConditions: ['psychosis'] }, asked(['isolated']), 'not-eligible'],
  [
    'a personality disorder',
    { ...sound, longTermConditions: ['personality disorder'] },
    asked(['isolated']),
    'not-eligible',
  ],
  ['dementia, as one in five of the pilot’s own', sound, asked(['isolated', 'dementia']), 'not-eligible'],
  ['not suited, whatever else is not known', withoutBirth, asked(['dementia']), 'not-eligible'],
])

table('Community Connect 2017', [
  ['an adult of a practice here', sound, {}, 'eligible'],
  [
    'an adult whom a practice here referred',
    { dateOfBirth: '1990-01-01' },
    { practice: 'westwood' },
    'eligible',
  ],
  ['an adult of a practice elsewhere', { ...sound, practice: 'elsewhere' }, {}, 'not-eligible'],
  ['a child', { ...sound, dateOfBirth: '2010-01-01' }, {}, 'not-eligible'],
  ['a child of who knows which practice', { dateOfBirth: '2010-01-01' }, {}, 'not-eligible'],
  ['no birth date', withoutBirth, {}, 'not-known'],
  ['no practice', { dateOfBirth: '1990-01-01' }, {}, 'not-known'],
])

describe('groups', () => {
  const met = { is: 'age-from', years: 18 }
  const not = { is: 'age-from', years: 99 }
  const unknown = { is: 'of-a-newer-version' }
  const over = (need: number | 'all', ...of: { is: string }[]) =>
    evaluate({ groups: [{ need, of }] }, referred(sound)).groups[0]?.answer

  test.each([
    ['all', [met, met], 'met'],
    ['all', [met, not, unknown], 'not-met'],
    ['all', [met, unknown], 'not-known'],
    [1, [not, met], 'met'],
    [1, [not, not], 'not-met'],
    [1, [not, unknown], 'not-known'],
    [2, [met, unknown, not], 'not-known'],
    [2, [met, unknown, met], 'met'],
    [2, [unknown, not, not], 'not-met'],
    [2, [unknown, unknown, not], 'not-known'],
  ] as const)('%s of %j: %s', (need, of, expected) => {
    expect(over(need, ...of)).toBe(expected)
  })

  test('every criterion is answered, whatever the outcome', () => {
    const rules = rulesNamed('Clocktower 2015')
    const { groups, unless } = evaluate(rules, referred())
    expect(groups.map(({ criteria }) => criteria.length)).toEqual([5, 2])
    expect(unless).toHaveLength(4)
  })
})

/** Filling in what is missing never turns a yes into a no, or a no into a yes: only "not known" may change. */
test('what becomes known decides only what was not known', () => {
  const reasons = fc.subarray(['isolated', 'life-change', 'health-condition', 'carer', 'dementia'], {
    minLength: 1,
  })
  const full = fc.record({
    dateOfBirth: fc.constantFrom('1940-01-01', '2012-01-01'),
    carerStatus: fc.constantFrom('carer', 'neither'),
    practice: fc.constantFrom('westwood', 'elsewhere'),
    longTermConditions: fc.constantFrom<string[]>(['None'], ['arthritis'], ['psychosis']),
    risks: fc.constantFrom<NonNullable<ClientBody['risks']>>(
      [{ id: 'r', risk: 'no-known-risks' }],
      [{ id: 'r', risk: 'self-harm' }],
    ),
  })
  const names = fc.constantFrom(...shippedRuleSets)
  const left = fc.subarray(['dateOfBirth', 'carerStatus', 'practice', 'longTermConditions', 'risks'] as const)
  fc.assert(
    fc.property(full, reasons, names, left, (client, named, { rules }, out) => {
      const partly = Object.fromEntries(
        Object.entries(client).filter(([key]) => !out.some((one) => one === key)),
      )
      const before = evaluate(rules, referred(partly, { reasons: named })).outcome
      const after = evaluate(rules, referred(client, { reasons: named })).outcome
      expect(before === 'not-known' || before === after).toBe(true)
      expect(after).not.toBe('not-known')
    }),
  )
})

test.each([
  [{ groups: [] }, 'no-criteria'],
  [{ groups: [{ need: 1, of: [] }] }, 'empty-group'],
  [{ groups: [{ need: 2, of: [{ is: 'carer' }] }] }, 'needs-too-many'],
  [{ groups: [{ need: 'all', of: [{ is: 'carer' }] }] }, null],
] as const)('%j: %s', (rules, problem) => {
  expect(rulesProblem({ groups: rules.groups.map(({ need, of }) => ({ need, of: [...of] })) })).toBe(problem)
})

test('what is shipped could be published', () => {
  expect(shippedRuleSets.map(({ rules }) => rulesProblem(rules))).toEqual([null, null, null])
})
