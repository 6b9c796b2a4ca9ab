import { expect, test } from 'vitest'
import type { Happened } from '#domain/directory/happened.ts'
import { happenedLines, reportedWords, saysAndWaited } from './upkeepWords.ts'

const nothing: Happened = {
  made: 7,
  started: { n: 0, medianDays: null },
  declined: { n: 0, why: { full: 0, 'not-suited': 0, other: 0 } },
  didNotStart: 0,
  unanswered: 0,
}

test.each<[Partial<Happened>, string[]]>([
  [{}, []],
  [{ started: { n: 4, medianDays: 35 } }, ['4 started after 5 weeks (median)']],
  [{ started: { n: 4, medianDays: 8 } }, ['4 started after 1 week (median)']],
  [{ started: { n: 3, medianDays: 2 } }, ['3 started at once']],
  [{ started: { n: 2, medianDays: null } }, ['2 started']],
  [{ declined: { n: 2, why: { full: 2, 'not-suited': 0, other: 0 } } }, ['2 declined: 2 as full']],
  [
    { declined: { n: 4, why: { full: 2, 'not-suited': 1, other: 1 } } },
    ['4 declined: 2 as full, 1 as not suitable, 1 for other reasons'],
  ],
  [{ declined: { n: 1, why: { full: 0, 'not-suited': 0, other: 1 } } }, ['1 declined']],
  [{ didNotStart: 1, unanswered: 2 }, ['1 did not start', '2 got no answer']],
])('%j: %j', (part, lines) => expect(happenedLines({ ...nothing, ...part })).toEqual(lines))

test('a report says what is wrong and how long ago', () => {
  const now = new Date('2026-11-28T12:00:00Z')
  const report = { service: 's', side: 'staff', by: 'val', at: '2026-11-26T12:00:00Z', status: 'open' }
  expect(reportedWords({ ...report, what: 'wrong-phone' }, now)).toBe(
    'Reported: phone or email is wrong, 2 days ago',
  )
  expect(reportedWords({ ...report, what: 'haunted' }, now)).toBe('Reported: haunted, 2 days ago')
  expect(reportedWords(report, now)).toBe('Reported: something is wrong, 2 days ago')
})

test('what it says beside what was waited', () => {
  expect(saysAndWaited(2, 9)).toBe('says 2 weeks; our referrals waited 9')
  expect(saysAndWaited(0, 4)).toBe('says no wait; our referrals waited 4')
})
