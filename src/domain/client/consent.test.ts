import { describe, expect, test } from 'vitest'
import { type Consent, consentHistory, consentTo } from './consent.ts'

const said = (id: string, to: 'hold' | 'share', given: boolean, on: string): Consent => ({
  id,
  to,
  given,
  on,
})

describe('consent with its history', () => {
  const consents = [
    said('3', 'share', false, '2026-03-01'),
    said('1', 'share', true, '2026-01-01'),
    said('2', 'hold', true, '2026-01-01'),
    said('4', 'share', true, '2026-04-01'),
    said('5', 'share', false, '2026-05-01'),
  ]

  test('every answer stays, and the latest of each purpose holds', () => {
    expect(
      consentHistory({ consents }).map(({ consent, decided, holds }) => [consent.id, decided, holds]),
    ).toEqual([
      ['5', 'withdrawn', true],
      ['4', 'given', false],
      ['3', 'withdrawn', false],
      ['2', 'given', true],
      ['1', 'given', false],
    ])
  })

  test('a no that came first was not a withdrawal', () => {
    const [only] = consentHistory({ consents: [said('1', 'hold', false, '2026-01-01')] })
    expect(only).toMatchObject({ decided: 'refused', holds: true })
  })

  test('two answers of one day: the one written later holds, and is shown first', () => {
    const sameDay = [said('1', 'share', true, '2026-01-01'), said('2', 'share', false, '2026-01-01')]
    expect(consentTo({ consents: sameDay }, 'share')?.id).toBe('2')
    expect(consentHistory({ consents: sameDay }).map(({ decided }) => decided)).toEqual([
      'withdrawn',
      'given',
    ])
  })

  test('nobody has asked', () => {
    expect(consentHistory({})).toEqual([])
    expect(consentTo({}, 'hold')).toBeUndefined()
  })
})
