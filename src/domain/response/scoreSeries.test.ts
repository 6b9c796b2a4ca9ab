import { expect, test } from 'vitest'
import { scoreSeries } from './scoreSeries.ts'

function response(id: string, authored: string, total: number | null, amends?: string) {
  const scores = [{ measure: 'wemwbs', total, metric: 20.73, how: 'self' }]
  const body = { questionnaire: 'q', authored, author: 's', item: [], scores, ...(amends ? { amends } : {}) }
  return { id, file: 'c', body }
}

test('in the order they were taken, without those that have no total', () => {
  const series = scoreSeries(
    [
      response('b', '2026-06-01T10:00:00Z', 45),
      response('a', '2026-01-01T10:00:00Z', 38),
      response('c', '2026-03', null),
    ],
    'WEMWBS',
  )
  expect(series.map(({ response: id, total }) => [id, total])).toEqual([
    ['a', 38],
    ['b', 45],
  ])
})

test('an amendment takes the place of what it amends', () => {
  const series = scoreSeries(
    [response('a', '2026-01-01', 38), response('b', '2026-01-01', 39, 'a')],
    'wemwbs',
  )
  expect(series.map(({ total }) => total)).toEqual([39])
})
