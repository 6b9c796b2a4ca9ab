import { describe, expect, test } from 'vitest'
import type { Held } from '../record/held.ts'
import type { ConcernBody } from './concern.ts'
import type { ConcernActionBody } from './concernAction.ts'
import { concernThreads, daysUntilWritten } from './standing.ts'

const concern = (id: string, at: string): Held<ConcernBody> => ({
  id,
  file: null,
  body: { about: 'safeguarding', at, by: 'grace', people: ['grace'], facts: 'No food in the house.' },
})

const action = (
  id: string,
  of: string,
  at: string,
  state?: ConcernActionBody['state'],
): Held<ConcernActionBody> => ({
  id,
  file: null,
  body: { concern: of, people: ['grace'], at, by: 'mo', what: 'Rang.', ...(state && { state }) },
})

const order = (...actions: Held<ConcernActionBody>[]) =>
  concernThreads([concern('old', '2026-01-01T10:00'), concern('new', '2026-02-01T10:00')], actions).map(
    ({ concern: { id }, open }) => `${id} ${open ? 'open' : 'closed'}`,
  )

describe('a concern', () => {
  test('is open until it is closed, and the longest open comes first', () => {
    expect(order()).toEqual(['old open', 'new open'])
    expect(order(action('a', 'old', '2026-03-01T10:00', 'closed'))).toEqual(['new open', 'old closed'])
  })

  test('what is done about a closed one does not open it; opening it again does', () => {
    const closed = action('a', 'old', '2026-03-01T10:00', 'closed')
    expect(order(closed, action('b', 'old', '2026-03-02T10:00'))).toEqual(['new open', 'old closed'])
    expect(order(closed, action('b', 'old', '2026-03-02T10:00', 'open'))).toEqual(['new open', 'old closed'])
    expect(order(action('b', 'old', '2026-03-02T10:00', 'reopened'), closed)).toEqual([
      'old open',
      'new open',
    ])
  })

  test('has its own actions, in the order of what was done', () => {
    const [thread] = concernThreads(
      [concern('old', '2026-01-01T10:00')],
      [
        action('b', 'old', '2026-03-02T10:00'),
        action('x', 'new', '2026-01-01T10:00'),
        action('a', 'old', '2026-03-01T10:00'),
      ],
    )
    expect(thread?.actions.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test.each([
    ['2026-03-02T10:00', '2026-03-02T18:00', 0],
    ['2026-03-02T10:00', '2026-03-04T09:00', 2],
    ['2026-03-02T10:00', undefined, null],
    ['when she was ill', '2026-03-02T10:00', null],
  ])('seen %s and written %s: %s days', (at, writtenAt, days) => {
    expect(daysUntilWritten({ at, ...(writtenAt !== undefined && { writtenAt }) })).toBe(days)
  })
})
