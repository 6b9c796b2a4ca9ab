import { expect, test } from 'vitest'
import type { GapBody } from '#domain/gap/gap.ts'
import { gapsCsv, gapTable } from './table.ts'

const gaps = (often: number, more: Partial<GapBody>): GapBody[] =>
  Array.from({ length: often }, () => ({
    need: 'interests',
    why: 'nothing-found',
    metAt: 'visit',
    on: '2026-03-02',
    by: 'grace',
    area: 'DA16',
    ...more,
  }))
const all = [
  ...gaps(6, { wanted: 'gardening' }),
  ...gaps(1, { wanted: 'a choir for Wilhelmina' }),
  ...gaps(2, { need: 'money', area: 'DA5', why: 'full', wanted: 'debt' }),
  ...gaps(3, { need: 'home', area: 'DA5' }),
]

test('within the service all is told', () => {
  const { total, rows, bars } = gapTable(all, { forPartners: false })
  expect(total).toBe(12)
  expect(rows[0]).toEqual({
    need: 'Interests',
    area: 'DA16',
    count: 7,
    why: 'Nothing found (7)',
    wanted: 'gardening (6), a choir for Wilhelmina',
  })
  expect(bars.map(({ label, count }) => [label, count])).toEqual([
    ['Interests', 7],
    ['Home', 3],
    ['Money', 2],
  ])
})

test('for partners nothing under five is told, nor what was said by so few', () => {
  const table = gapTable(all, { forPartners: true })
  expect(table.rows.map(({ need, count }) => [need, count])).toEqual([
    ['Interests', 7],
    ['Home', null],
    ['Money', null],
  ])
  const csv = gapsCsv(table)
  expect(csv).toContain('"Interests","DA16","7","Nothing found (7)","gardening (6)"')
  expect(csv).toContain('"Money","DA5","not told","",""')
  for (const few of ['Wilhelmina', 'debt', 'Full']) expect(csv).not.toContain(few)
})
