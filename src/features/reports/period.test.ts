import { expect, test } from 'vitest'
import { daysOf, type Period } from './period.ts'

const typed = { from: '2026-02-03', to: '2026-02-04' }

test.each<[Period, string, string, string]>([
  ['this-quarter', '2026-11-28', '2026-10-01', '2026-11-28'],
  ['this-quarter', '2026-01-01', '2026-01-01', '2026-01-01'],
  ['last-quarter', '2026-11-28', '2026-07-01', '2026-09-30'],
  ['last-quarter', '2026-02-10', '2025-10-01', '2025-12-31'],
  ['year', '2026-11-28', '2026-04-01', '2026-11-28'],
  ['year', '2026-03-31', '2025-04-01', '2026-03-31'],
  ['year', '2026-04-01', '2026-04-01', '2026-04-01'],
  ['own', '2026-11-28', '2026-02-03', '2026-02-04'],
])('%s on %s is %s to %s', (period, today, from, to) => {
  expect(daysOf(period, today, typed)).toEqual({ from, to })
})
