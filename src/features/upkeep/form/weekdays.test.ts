import { expect, test } from 'vitest'
import { bydayOf, weekdaysIn } from './weekdays.ts'

test.each([
  ['', { days: [], nth: '' }],
  ['TU', { days: ['TU'], nth: '' }],
  ['TH, mo', { days: ['MO', 'TH'], nth: '' }],
  ['1TU', { days: ['TU'], nth: '1' }],
  ['+2WE', { days: ['WE'], nth: '2' }],
  ['-1FR,-1SA', { days: ['FR', 'SA'], nth: '-1' }],
  ['1TU,3TU', null],
  ['Tuesdays', null],
])('“%s”: %j', (byday, read) => expect(weekdaysIn(byday)).toEqual(read))

test.each(['', 'TU', 'MO,TH', '1TU', '-1FR,-1SA'])('“%s” is written as it was read', (byday) => {
  const read = weekdaysIn(byday)
  expect(read && bydayOf(read)).toBe(byday)
})
