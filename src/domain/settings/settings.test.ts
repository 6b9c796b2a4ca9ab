import { expect, test } from 'vitest'
import { defaultSettings, settingsInForce } from './settings.ts'

test('before anything is set, or has arrived, what is shipped holds', () => {
  expect(settingsInForce(undefined)).toEqual({ ...defaultSettings, urgentNumbers: [] })
})

test('what is set holds, and an emptied number is no number', () => {
  const set = settingsInForce({ quietDays: 14, safeguardingNumber: '020 7946 0001', medicalNumber: '' })
  expect(set).toEqual({
    ...defaultSettings,
    urgentNumbers: [],
    quietDays: 14,
    safeguardingNumber: '020 7946 0001',
  })
})
