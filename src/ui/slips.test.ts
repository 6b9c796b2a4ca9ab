import { expect, test } from 'vitest'
import { isBeginningWithASlip } from './slips.ts'

test.each([
  ['befrend', 'befriending'],
  ['beffrien', 'befriending'],
  ['befroen', 'befriending'],
  ['befirend', 'befriending'],
  ['mrash', 'marsh'],
  ['tendolkarny', 'tendolkarni'],
  ['cutlestone', 'cuttlestone'],
  ['bef', 'befriending'],
  ['xmarsh', 'marsh'],
])('%s may mean %s', (typed, word) => expect(isBeginningWithASlip(typed, word)).toBe(true))

test.each([
  ['bfe', 'befriending'],
  ['befrnding', 'befriending'],
  ['mrahs', 'marsh'],
  ['garden', 'money'],
  ['marshes', 'marsh'],
])('%s does not mean %s', (typed, word) => expect(isBeginningWithASlip(typed, word)).toBe(false))
