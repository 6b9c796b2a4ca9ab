import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { JsonObject } from '../json.ts'
import { service } from '../service/service.ts'
import { serviceFeedFields } from './feedFields.ts'
import { followFeed } from './follow.ts'

const follow = (here: JsonObject, before: JsonObject, after: JsonObject) =>
  followFeed(here, before, after, serviceFeedFields, service.rules)

describe('a field', () => {
  test('that was left alone follows the feed, one that was corrected stays', () => {
    const before = { name: 'Lunch', description: 'On Mondays', fees_description: '£5' }
    const here = { ...before, name: 'Lunch club', access: ['step-free'] }
    expect(follow(here, before, { name: 'Luncheon', description: 'On Tuesdays' })).toEqual({
      name: 'Lunch club',
      description: 'On Tuesdays',
      access: ['step-free'],
    })
  })

  test('that the feed says nothing new of stays as it is, contested or not', () => {
    expect(follow({ name: 'B' }, { name: 'A' }, { name: 'A' })).toEqual({ name: 'B' })
  })
})

describe('a list', () => {
  const phone = (id: string, number: string, more: JsonObject = {}) => ({ id, number, ...more })
  const phones = (...list: JsonObject[]) => ({ phones: list })

  test('follows element by element, and inside an element field by field', () => {
    const before = phones(phone('a', '1'), phone('b', '2'), phone('c', '3'))
    const here = phones(phone('a', '1 corrected'), phone('b', '2'), phone('own', '9'))
    const after = phones(phone('a', '1 new', { type: 'text' }), phone('b', '2 new'), phone('d', '4'))
    expect(follow(here, before, after)).toEqual(
      phones(
        phone('a', '1 corrected', { type: 'text' }),
        phone('b', '2 new'),
        phone('own', '9'),
        phone('d', '4'),
      ),
    )
  })

  test('what was taken away here stays away, what was corrected here survives its going', () => {
    const before = phones(phone('a', '1'), phone('b', '2'))
    expect(follow(phones(phone('b', '2 corrected')), before, phones(phone('a', '1 new')))).toEqual(
      phones(phone('b', '2 corrected')),
    )
  })

  test('a set keeps what was added here and takes what the feed adds', () => {
    expect(
      follow({ needs: ['people', 'money'] }, { needs: ['people', 'home'] }, { needs: ['home', 'work'] }),
    ).toEqual({ needs: ['money', 'work'] })
  })

  test('of which nothing is left is no longer there', () => {
    expect(follow(phones(phone('a', '1')), phones(phone('a', '1')), {})).toEqual({})
  })
})

test('laws: nothing new changes nothing; what nobody touched is what the feed says; twice is once', () => {
  const value = fc.constantFrom('x', 'y', 'z')
  const body = fc.record(
    {
      name: value,
      alert: value,
      needs: fc.uniqueArray(value, { minLength: 1 }),
      phones: fc.uniqueArray(fc.record({ id: value, number: value }), {
        selector: ({ id }) => id,
        minLength: 1,
      }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(body, body, body, (here, before, after) => {
      expect(follow(here, before, before)).toEqual(here)
      expect(follow(before, before, after)).toEqual(after)
      const once = follow(here, before, after)
      expect(follow(once, after, after)).toEqual(once)
    }),
  )
})
