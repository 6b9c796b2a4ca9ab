import { expect, test } from 'vitest'
import { dayWords, scheduleLines } from './scheduleWords.ts'

test.each([
  [
    { freq: 'WEEKLY', byday: 'TU,TH', opens_at: '10:00', closes_at: '15:00' },
    ['Every Tuesday and Thursday, 10:00 to 15:00'],
  ],
  [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00:00Z' }, ['Monday to Friday, from 09:00']],
  [{ freq: 'WEEKLY', byday: 'TH,MO,SA' }, ['Every Monday, Thursday and Saturday']],
  [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', closes_at: '21:00' }, ['Every day, until 21:00']],
  [{ freq: 'WEEKLY', byday: 'WE', interval: 3 }, ['Every 3 weeks on Wednesday']],
  [
    { freq: 'MONTHLY', byday: '1TH,-1FR', opens_at: '18:00' },
    ['First Thursday and last Friday of the month, from 18:00'],
  ],
  [{ freq: 'MONTHLY', byday: '2TU', interval: 2 }, ['Second Tuesday of every 2 months']],
  [{ freq: 'MONTHLY', bymonthday: '1,15' }, ['On day 1, 15 of the month']],
  [{ byday: 'weekdays', description: 'Ring for times' }, ['Ring for times']],
  [{ valid_from: '2026-12-01', valid_to: 'spring' }, ['From 1 December 2026 until spring']],
  [{}, []],
])('%o in words', (schedule, lines) => {
  expect(scheduleLines({ id: 'schedule', ...schedule })).toEqual(lines)
})

test('a day in words', () => {
  expect(dayWords('2026-11-05')).toBe('5 November 2026')
})
