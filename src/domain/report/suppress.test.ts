import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HIDDEN, keyOf, type Report, type Table } from './report.ts'
import { reportSchema } from './report.ts'
import { suppress } from './suppress.ts'
import { column, figure, row, share, single, table } from './table.ts'

const asReport = (...tables: Table[]): Report => ({
  name: 'referrals',
  title: 'Referrals',
  about: [],
  made: '2026-11-23',
  suppressed: false,
  notes: [],
  tables,
})

/** A table of categories, with what is missing of all of them. */
function partition(id: string, counts: readonly number[], missing = 0, ofKey = `${id}/of`): Table {
  const n = counts.reduce((sum, count) => sum + count, 0)
  return table({
    id,
    title: id,
    of: figure(ofKey, 'referrals', n + missing),
    n: figure(`${id}/n`, 'with a practice', n),
    missing: [figure(`${id}/missing`, 'without', missing)],
    columns: [column('count', 'Referrals', 'count'), column('share', 'Share', 'share', 'count')],
    rows: counts.map((count, i) => row(`r${i}`, `Practice ${i}`, count, share(count, n))),
    adds: ['count'],
    mostFirst: true,
  })
}

const shownCounts = (of: Report, at = 0) =>
  Object.fromEntries(of.tables[at]?.rows.map(({ id, cells }) => [id, cells[0]]) ?? [])

describe('what is hidden', () => {
  test('a count under five, its share, and the next smallest, from which it could be told', () => {
    const told = suppress(asReport(partition('t', [40, 12, 3])))
    expect(shownCounts(told)).toEqual({ r0: 40, r1: HIDDEN, r2: HIDDEN })
    expect(told.tables[0]?.rows.find(({ id }) => id === 'r2')?.cells).toEqual([HIDDEN, HIDDEN])
    expect(reportSchema.parse(told)).toEqual(told)
  })

  test('nothing, where all are five or more, or none', () => {
    const of = asReport(partition('t', [40, 12, 5]), partition('u', [9, 0]))
    expect(suppress(of).tables).toEqual(of.tables)
  })

  test('one more, where two hidden come to one each', () => {
    expect(shownCounts(suppress(asReport(partition('t', [20, 9, 1, 1]))))).toEqual({
      r0: 20,
      r1: HIDDEN,
      r2: HIDDEN,
      r3: HIDDEN,
    })
  })

  test('how many are missing, with the number counted and all shares', () => {
    const [told] = suppress(asReport(partition('t', [20, 9], 2))).tables
    expect([told?.of.count, told?.n.count, told?.missing[0]?.count]).toEqual([31, HIDDEN, HIDDEN])
    expect(told?.rows.map(({ cells }) => cells)).toEqual([
      [20, HIDDEN],
      [HIDDEN, HIDDEN],
    ])
  })

  test('a table of fewer than five altogether', () => {
    const [told] = suppress(asReport(partition('t', [3, 1]))).tables
    expect(told).toMatchObject({ withheld: true, rows: [], missing: [], of: { count: HIDDEN } })
  })

  test('the same quantity wherever it stands', () => {
    const parts = partition('t', [30, 6, 2])
    const six = partition('u', [6], 0, keyOf('t', 'r1', 0, parts.columns))
    const told = suppress(asReport(parts, six))
    expect(shownCounts(told)).toEqual({ r0: 30, r1: HIDDEN, r2: HIDDEN })
    expect(told.tables[1]?.of.count).toBe(HIDDEN)
  })

  test('what tells of one person goes, and the place of a hidden row says nothing', () => {
    const of = table({
      ...partition('t', [2, 30, 1, 20]),
      columns: [column('count', 'Referrals', 'count'), single(column('longest', 'Longest', 'days'))],
      rows: [
        row('r1', 'Most', 30, 9),
        row('r3', 'Many', 20, 9),
        row('r0', 'Zoe’s', 2, 9),
        row('r2', 'Adam’s', 1, 9),
        single(row('oldest', 'Oldest', null, 93)),
      ],
      adds: [],
    })
    const [told] = suppress(asReport(of)).tables
    expect(told?.columns.map(({ id }) => id)).toEqual(['count'])
    expect(told?.rows.map(({ id }) => id)).toEqual(['r1', 'r3', 'r2', 'r0'])
  })

  test('each pair of scores', () => {
    const of = {
      ...partition('t', [30, 9]),
      chart: { is: 'pairs' as const, pairs: [[40, 44]] as [number, number][], unit: 'WEMWBS' },
    }
    expect(suppress(asReport(of)).tables[0]?.chart).toBeNull()
  })
})

/**
 * Somebody who knows the rule and adds up. `unknowns`: what is hidden; each is one at least, or it would not be listed.
 * Whether what is shown leaves a second value for a quantity that really is `value`.
 */
function leavesAnother(key: string, value: number, told: Report, most: number): boolean {
  const { shown, sums } = knownFrom(told)
  const unknowns = [...new Set([key, ...sums.flatMap(({ parts, whole }) => [...parts, whole])])].filter(
    (each) => !shown.has(each),
  )
  return tryAll(unknowns, 0, new Map(shown))

  function tryAll(of: string[], at: number, values: Map<string, number>): boolean {
    if (!sums.every(({ parts, whole }) => canHold(parts, whole, values))) return false
    const next = of[at]
    if (next === undefined) return true
    for (let guess = 1; guess <= most; guess += 1) {
      if (next === key && guess === value) continue
      values.set(next, guess)
      if (tryAll(of, at + 1, values)) return true
      values.delete(next)
    }
    return false
  }
}

function canHold(parts: readonly string[], whole: string, values: ReadonlyMap<string, number>): boolean {
  const known = parts.flatMap((part) => values.get(part) ?? [])
  const sum = known.reduce((all, each) => all + each, 0)
  const [left, all] = [parts.length - known.length, values.get(whole)]
  if (all === undefined) return true
  return left === 0 ? sum === all : sum + left <= all
}

function knownFrom(told: Report) {
  const shown = new Map<string, number>()
  const sums: { parts: string[]; whole: string }[] = []
  for (const { id, of, n, leftOut, missing, rows, columns, adds, withheld } of told.tables) {
    for (const each of [of, n, ...leftOut, ...missing])
      if (each.count !== HIDDEN) shown.set(each.key, each.count)
    for (const { id: row, cells } of rows) {
      const cell = cells[0]
      if (typeof cell === 'number') shown.set(keyOf(id, row, 0, columns), cell)
    }
    if (withheld) continue
    sums.push({ parts: [n, ...leftOut, ...missing].map(({ key }) => key), whole: of.key })
    if (adds.length > 0)
      sums.push({ parts: rows.map(({ id: row }) => keyOf(id, row, 0, columns)), whole: n.key })
  }
  return { shown, sums }
}

/** Every small count of a report, by its key. */
function smallCounts({ tables }: Report): [string, number][] {
  return tables
    .flatMap(({ id, of, n, missing, rows, columns }) => [
      ...[of, n, ...missing].map(({ key, count }): [string, number] => [key, Number(count)]),
      ...rows.map(({ id: row, cells }): [string, number] => [keyOf(id, row, 0, columns), Number(cells[0])]),
    ])
    .filter(([, count]) => count > 0 && count < 5)
}

describe('whoever adds up', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 })

  test('works out no small count from the totals of a table', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 7 }), (rows, missing) => {
        const of = asReport(partition('t', rows, missing))
        const told = suppress(of)
        for (const [key, value] of smallCounts(of)) expect(leavesAnother(key, value, told, 80)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('nor from several tables that share a quantity', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(counts, counts, (rows, parts) => {
        const first = partition('t', [...rows, parts.reduce((sum, each) => sum + each, 0)])
        const key = keyOf('t', `r${rows.length}`, 0, first.columns)
        const of = asReport(first, partition('u', parts, 0, key))
        const told = suppress(of)
        for (const [small, value] of smallCounts(of)) expect(leavesAnother(small, value, told, 80)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('and no small count is printed anywhere', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 7 }), (rows, missing) => {
        const { tables } = suppress(asReport(partition('t', rows, missing)))
        const printed = tables.flatMap(({ of, n, missing: left, rows: told }) => [
          ...[of, n, ...left].map(({ count }) => count),
          ...told.map(({ cells }) => cells[0]),
        ])
        expect(printed.filter((each) => typeof each === 'number' && each > 0 && each < 5)).toEqual([])
      }),
    )
  })
})
