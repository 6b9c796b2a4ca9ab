import { expect, test } from 'vitest'
import { weeksIn, waitInWords, withWait } from './wait.ts'

test.each([
  ['6 weeks', 6],
  ['about 6 wks', 6],
  ['1 week', 1],
  ['4-6 weeks', 6],
  ['4 to 6 weeks', 6],
  ['Six to eight weeks', null],
  ['2 months', 9],
  ['10 days', 2],
  ['7 days', 1],
  ['1.5 weeks', 2],
  ['No wait', 0],
  ['none at the moment', 0],
  ['no waiting list', 0],
  ['nonesuch', null],
  ['after Easter', null],
  ['6', null],
  ['', null],
])('“%s” is %s weeks', (words, weeks) => expect(weeksIn(words)).toBe(weeks))

test('weeks are said so that they are understood again', () => {
  for (const weeks of [0, 1, 2, 30]) expect(weeksIn(waitInWords(weeks))).toBe(weeks)
})

test('what was said before goes', () => {
  const entry = {
    organization_id: 'o',
    name: 'S',
    status: 'active',
    waiting_time: '2 weeks',
    waiting_weeks: 2,
  }
  expect(withWait(entry, ' 9 weeks ', '2026-11-23')).toMatchObject({
    waiting_time: '9 weeks',
    waiting_weeks: 9,
    waiting_reported_on: '2026-11-23',
  })
  expect(withWait(entry, 'after Easter', '2026-11-23')).not.toHaveProperty('waiting_weeks')
})
