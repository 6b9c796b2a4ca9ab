import { expect, test } from 'vitest'
import { nextSession } from './nextSession.ts'

const mondayTen = '2026-11-23T10:00'
const weekly = (byday: string, opens_at?: string, closes_at?: string) => ({
  id: byday,
  freq: 'WEEKLY',
  byday,
  ...(opens_at ? { opens_at } : {}),
  ...(closes_at ? { closes_at } : {}),
})

test('today while it is open, else the next day of the week', () => {
  expect(nextSession([weekly('MO', '09:00', '12:00')], mondayTen)?.day).toBe('2026-11-23')
  expect(nextSession([weekly('MO', '08:00', '10:00')], mondayTen)?.day).toBe('2026-11-30')
  expect(nextSession([weekly('TU,TH', '14:00')], mondayTen)).toEqual({
    day: '2026-11-24',
    opensAt: '14:00',
    closesAt: undefined,
  })
})

test('of several, the earliest', () => {
  expect(
    nextSession([weekly('WE', '10:00'), weekly('TU', '15:00'), weekly('TU', '09:00:00Z')], mondayTen),
  ).toEqual({
    day: '2026-11-24',
    opensAt: '09:00',
    closesAt: undefined,
  })
})

test('a place in the month', () => {
  const monthly = (byday: string) => nextSession([{ id: 'm', freq: 'MONTHLY', byday }], mondayTen)?.day
  expect(monthly('4MO')).toBe('2026-11-23')
  expect(monthly('1TU')).toBe('2026-12-01')
  expect(monthly('-1FR')).toBe('2026-11-27')
  expect(monthly('-1SU')).toBe('2026-11-29')
  expect(monthly('MO')).toBeUndefined()
})

test('nothing where the schedule is only words', () => {
  expect(nextSession([{ id: 'x', description: 'Ring for times' }], mondayTen)).toBeNull()
  expect(nextSession([], mondayTen)).toBeNull()
})

test('each second week counts from its first day', () => {
  const fortnightly = { id: 'f', freq: 'WEEKLY', byday: 'MO', interval: 2 }
  const next = (dtstart?: string) =>
    nextSession([{ ...fortnightly, ...(dtstart ? { dtstart } : {}) }], mondayTen)?.day
  expect(next('2026-11-09')).toBe('2026-11-23')
  expect(next('2026-11-16')).toBe('2026-11-30')
  expect(next('2027-01-04')).toBe('2027-01-04')
  expect(next()).toBeUndefined()
})

test('a date of the month, and the days from and until which it holds', () => {
  expect(nextSession([{ id: 'd', freq: 'MONTHLY', bymonthday: '5,25' }], mondayTen)?.day).toBe('2026-11-25')
  const ended = { ...weekly('MO', '09:00', '12:00'), valid_to: '2026-11-22' }
  expect(nextSession([ended], mondayTen)).toBeNull()
  expect(nextSession([{ ...weekly('MO'), valid_from: '2026-12-01' }], mondayTen)?.day).toBe('2026-12-07')
})
