import { expect, test } from 'vitest'
import { createRecord } from '../change/write.ts'
import { isAnotherLook, isOnlyLines } from './looks.ts'

const now = new Date('2026-03-10T12:00:00Z')

test.each([
  ['nobody has looked yet', undefined, true],
  ['a moment ago', '2026-03-10T11:59:59Z', false],
  ['almost a quarter of an hour ago', '2026-03-10T11:45:01Z', false],
  ['a quarter of an hour ago', '2026-03-10T11:45:00Z', true],
  ['later than now: the clock was set back', '2026-03-10T12:00:01Z', true],
])('%s', (_, last, another) => {
  expect(isAnotherLook(last === undefined ? undefined : new Date(last), now)).toBe(another)
})

const id = '01900000-0000-7000-8000-000000000001'
const line = createRecord('audit', id, null, { act: 'opened', at: now.toISOString(), by: 'grace' })
const note = createRecord('note', id, id, { text: 'x', at: now.toISOString(), author: 'grace' })

test('a change that only adds to the log is no work', () => {
  expect([
    isOnlyLines({ edits: [line] }),
    isOnlyLines({ edits: [line, note] }),
    isOnlyLines({ edits: [note] }),
  ]).toEqual([true, false, false])
})
