import { expect, test } from 'vitest'
import { NO_KNOWN_RISKS } from './client.ts'
import { knownRisks } from './risks.ts'

const dog = { id: '1', risk: 'animals', note: 'Large dog' }
const none = { id: '2', risk: NO_KNOWN_RISKS }

test('no known risks is an answer; no entry is none', () => {
  expect(knownRisks({})).toEqual({ state: 'not-asked' })
  expect(knownRisks({ risks: [] })).toEqual({ state: 'not-asked' })
  expect(knownRisks({ risks: [none] })).toEqual({ state: 'none' })
})

test('a risk counts, whatever else two people recorded', () => {
  expect(knownRisks({ risks: [none, dog] })).toEqual({ state: 'known', risks: [dog] })
})
