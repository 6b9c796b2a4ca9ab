import type { Criterion } from './criterion.ts'
import type { RuleSetBody } from './ruleSet.ts'

const reason = (code: string): Criterion => ({ is: 'reason', reason: code })

/**
 * The rules that the Bexley Clocktower pilot and the service that grew from it wrote down, in the order of their coming.
 * Source: the published evaluation of the pilot, 2015-17. "Two or more" counts the age among the criteria, as the
 * evaluation prints them.
 */
export const shippedRuleSets: readonly RuleSetBody[] = [
  {
    name: 'Clocktower 2015, first three months',
    version: 1,
    from: '2015-04-01',
    note: 'The first three months of the pilot.',
    rules: { groups: [{ need: 'all', of: [{ is: 'age-from', years: 65 }] }] },
  },
  {
    name: 'Clocktower 2015',
    version: 1,
    from: '2015-07-01',
    note: 'The pilot from its fourth month on.',
    rules: {
      groups: [
        {
          need: 2,
          of: [
            { is: 'age-from', years: 18 },
            reason('isolated'),
            reason('frequent-attender'),
            reason('life-change'),
            { is: 'any-of', of: [reason('health-condition'), { is: 'carer' }] },
          ],
        },
        { need: 1, of: [{ is: 'carer' }, { is: 'long-term' }] },
      ],
      unless: [
        { is: 'suicidal-ideas' },
        { is: 'diagnosis', of: 'psychosis' },
        { is: 'diagnosis', of: 'personality-disorder' },
        { is: 'diagnosis', of: 'organic-disorder' },
      ],
    },
  },
  {
    name: 'Community Connect 2017',
    version: 1,
    from: '2017-04-01',
    note: 'The service of the whole borough.',
    rules: { groups: [{ need: 'all', of: [{ is: 'age-from', years: 18 }, { is: 'registered' }] }] },
  },
]
