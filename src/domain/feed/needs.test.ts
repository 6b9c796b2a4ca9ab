import { expect, test } from 'vitest'
import { lifeAreas } from '../assessment/assessment.ts'
import { needsOf } from './needs.ts'
import needWords from './needWords.json' with { type: 'json' }

test.each([
  [['Telephone befriending'], ['people']],
  [
    ['Debt advice', 'Housing'],
    ['home', 'money'],
  ],
  [['Support for carers'], ['caring']],
  [['Painting and drawing'], []],
  [['Refugees'], []],
  [['Arts & crafts'], ['interests']],
  [['Community transport'], ['getting-about']],
  [[], []],
])('%o is for %o', (terms, needs) => {
  expect(needsOf(terms)).toEqual(needs)
})

test('every area of life has words, each a word that a term can begin with', () => {
  expect(Object.keys(needWords)).toEqual([...lifeAreas])
  for (const word of Object.values(needWords).flat()) expect(word).toMatch(/^[a-z][a-z -]+$/)
})
