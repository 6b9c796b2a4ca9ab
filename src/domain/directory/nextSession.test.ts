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
