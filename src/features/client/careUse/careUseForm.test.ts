import { expect, test } from 'vitest'
import { careUse } from '#domain/careUse/careUse.ts'
import { blankCareUse, careUseBody, faultsIn } from './careUseForm.ts'

const typed = (more: object) => ({ ...blankCareUse('x'), what: 'ae', on: '2026-03-04', ...more })

test.each([
  [{}, { what: 'ae', on: '2026-03-04' }],
  [
    { count: '3', cost: '£1,978.80', note: ' of March ' },
    { what: 'ae', on: '2026-03-04', count: 3, cost: 1978.8, note: 'of March' },
  ],
  [
    { what: 'admission', days: '37' },
    { what: 'admission', on: '2026-03-04', days: 37 },
  ],
  [{ days: '37' }, { what: 'ae', on: '2026-03-04' }],
])('%j is a record', (more, body) => {
  expect(faultsIn(typed(more))).toEqual({})
  expect(careUseBody(typed(more))).toEqual(body)
  expect(careUse.body.safeParse(careUseBody(typed(more))).success).toBe(true)
})

test.each([
  [{ what: '' }, 'what'],
  [{ on: '31/2/2026' }, 'on'],
  [{ count: '0' }, 'count'],
  [{ count: 'two' }, 'count'],
  [{ count: '1.5' }, 'count'],
  [{ cost: '-3' }, 'cost'],
  [{ what: 'admission', days: 'many' }, 'days'],
])('%j is not, because of %s', (more, field) => {
  expect(Object.keys(faultsIn(typed(more)))).toEqual([field])
})
