import { expect, test } from 'vitest'
import { settingsFormOf, settingsOf, settingsProblems } from './settingsForm.ts'

const blank = settingsFormOf(undefined)
const crisis = { id: 'a', label: 'Crisis line', number: '020 7946 0999', note: '' }

test('nothing set, nothing typed: nothing is written', () => {
  expect(settingsOf(blank, undefined)).toEqual({})
  expect(settingsProblems(blank)).toEqual([])
})

test('what is not touched stays exactly as it was, what is emptied goes', () => {
  const opened = {
    urgentNumbers: [{ ...crisis, note: 'at night', colour: 'red' }],
    quietDays: 14,
    medicalNumber: '020 7946 0100',
    ofANewerVersion: true,
  }
  expect(settingsOf(settingsFormOf(opened), opened)).toEqual(opened)
  expect(settingsOf({ ...settingsFormOf(opened), quietDays: ' ', medicalNumber: '' }, opened)).toEqual({
    urgentNumbers: opened.urgentNumbers,
    ofANewerVersion: true,
  })
  expect(settingsOf({ ...settingsFormOf(opened), numbers: [] }, opened).urgentNumbers).toEqual([])
})

test.each([
  [{ numbers: [crisis] }, []],
  [{ numbers: [{ ...crisis, label: ' ' }] }, ['label-a']],
  [{ numbers: [{ ...crisis, number: '' }] }, ['number-a']],
  [{ numbers: [{ ...crisis, number: 'ask Mo' }] }, ['number-a']],
  [{ safeguardingNumber: '+44 20 7946 0150' }, []],
  [{ safeguardingNumber: 'the lead' }, ['safeguardingNumber']],
  [{ quietDays: '0' }, ['quietDays']],
  [{ quietDays: '2.5' }, ['quietDays']],
  [{ quietDays: 'ten' }, ['quietDays']],
  [{ callBackMonths: '3' }, []],
  [{ retentionYears: '7' }, ['retentionYears']],
  [{ retentionYears: '20' }, []],
])('%j: %j', (typed, fields) => {
  expect(settingsProblems({ ...blank, ...typed }).map(({ field }) => field)).toEqual(fields)
})
