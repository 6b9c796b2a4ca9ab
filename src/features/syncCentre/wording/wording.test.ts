import { describe, expect, it } from 'vitest'
import type { Json } from '#domain/json.ts'
import { isKindName, type KindName, kinds } from '#domain/kind/kinds.ts'
import { fieldWords } from '#words/records/fields.ts'
import { fieldOfSubject } from './subject.ts'
import { readOut, shapeOfPath, wordsOfPath } from '#words/records/value.ts'

const names: Record<string, string> = { ada: 'Amara Ade', hurst: 'Hurst Place Surgery', grace: 'Grace Obi' }
const nameOf = (_kind: KindName, id: string) => names[id] ?? null

describe('words for records', () => {
  it.each(Object.keys(kinds).filter(isKindName))('has a word for every field of a %s', (kind) => {
    const fields = Object.keys(kinds[kind].body.shape)
    expect(Object.keys(fieldWords[kind]).toSorted()).toEqual(fields.toSorted())
  })

  it.each<[KindName, string, Json, string]>([
    ['client', 'dateOfBirth', '1941-03-04', '4 March 1941'],
    ['client', 'dateOfBirth', '4/3/41', '4/3/41'],
    [
      'client',
      'address',
      { lines: ['1 High Street', 'Sidcup'], postcode: 'DA14 6AA' },
      '1 High Street\nSidcup\nDA14 6AA',
    ],
    ['client', 'practice', 'hurst', 'Hurst Place Surgery'],
    ['client', 'practice', 'gone', 'Somebody or something not on this device'],
    ['client', 'accessNeeds', ['Large print', 'Step-free'], 'Large print\nStep-free'],
    ['client', 'doNotVisitAlone', false, 'No'],
    ['client', 'sex', 'F', 'Female'],
    ['client', 'sex', 'X', 'X'],
    ['client', 'phone', null, ''],
    ['client', 'risks', [{ id: '1', risk: 'Dog bites', by: 'grace' }], 'Dog bites; recorded by: Grace Obi'],
    ['client', 'risks/1', { id: '1', risk: 'Dog bites' }, 'Dog bites'],
    ['client', 'merged', { into: 'ada', by: 'grace', said: { phone: '1' } }, 'Amara Ade; by: Grace Obi'],
    [
      'referral',
      'urgent',
      { risk: 'Has had enough', action: 'GP rung' },
      'Has had enough; what was done: GP rung',
    ],
    [
      'referral',
      'eligibility',
      {
        ruleSet: 'Clocktower 2015',
        version: 1,
        outcome: 'not-eligible',
        by: 'grace',
        override: { to: 'eligible', reason: 'Has nobody else' },
      },
      'Does not meet the criteria; decided otherwise: Meets the criteria; because: Has nobody else; by the rules: Clocktower 2015; version: 1; by: Grace Obi',
    ],
    ['plan', 'actions/7/status', 'to-do', 'To do'],
    ['visit', 'startsAt', '2024-11-25T10:30', 'Mon 25 Nov 2024, 10:30'],
    ['client', 'newerField', { a: ['b'], c: 1 }, 'b\n1'],
  ])('reads %s %s of %j out as %j', (kind, path, value, words) =>
    expect(readOut(value, shapeOfPath(kind, path), nameOf)).toBe(words),
  )

  it('names a field inside a list by the element it is of', () => {
    const body = { actions: [{ id: '7', what: 'Ring the befriending line', who: 'Grace' }] }
    expect(wordsOfPath('plan', 'actions/7/status', body)).toBe('action “Ring the befriending line”: status')
    expect(wordsOfPath('plan', 'actions/8', body)).toBe('action')
    expect(wordsOfPath('client', 'leafletSent', {})).toBe('leaflet sent')
  })

  it('says whose it is', () => {
    expect(fieldOfSubject({ kind: 'client', id: 'ada', file: 'ada' }, 'phone number', nameOf)).toBe(
      'Amara Ade’s phone number',
    )
    expect(fieldOfSubject({ kind: 'plan', id: 'p', file: 'ada' }, 'review date', nameOf)).toBe(
      'Amara Ade’s plan: review date',
    )
    expect(fieldOfSubject({ kind: 'practice', id: 'hurst', file: null }, 'phone number', nameOf)).toBe(
      'The practice “Hurst Place Surgery”: phone number',
    )
  })
})
