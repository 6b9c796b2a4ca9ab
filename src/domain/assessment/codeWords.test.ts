import { expect, test } from 'vitest'
import { NO_KNOWN_RISKS } from '../client/client.ts'
import { areaWords, needWords, riskChoices, riskWords } from './codeWords.ts'

test('codes have the words that the person read', () => {
  expect(riskChoices()[0]).toEqual({ code: NO_KNOWN_RISKS, words: riskWords(NO_KNOWN_RISKS) })
  expect(riskWords(NO_KNOWN_RISKS)).not.toBe(NO_KNOWN_RISKS)
  expect(areaWords('getting-about')).toBe('Getting about')
  expect(needWords('befriending')).not.toBe('befriending')
})

test('own words stand for themselves', () => {
  expect(riskWords('A goose in the yard')).toBe('A goose in the yard')
  expect(needWords('A piano')).toBe('A piano')
  expect(areaWords('the allotment')).toBe('the allotment')
})
