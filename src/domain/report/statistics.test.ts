import fc from 'fast-check'
import jstat from 'jstat'
import { describe, expect, test } from 'vitest'
import { deviation, mean, paired } from './statistics.ts'

const tQuantile = (p: number, degrees: number) => jstat.jStat.studentt.inv(p, degrees)

describe('the quantile of Student’s t, as printed in tables of statistics', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, upper critical values, 0.975.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [20, 2.086],
    [30, 2.042],
    [48, 2.011],
    [60, 2],
    [100, 1.984],
  ])('%d degrees of freedom', (degrees, printed) => {
    expect(tQuantile(0.975, degrees).toFixed(3)).toBe(printed.toFixed(3))
  })
})

describe('pairs', () => {
  test('the sleep data of Student 1908: additional sleep with two drugs, ten people', () => {
    const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    const told = paired(
      one.map((before, i) => [before, other[i] ?? 0]),
      tQuantile,
    )
    // t.test(extra ~ group, paired = TRUE) of R: mean 1.58, 95% interval 0.7001142 to 2.4598858.
    expect(told.difference).toBeCloseTo(1.58, 10)
    expect(told.deviation).toBeCloseTo(1.229995, 6)
    expect(told.interval?.low).toBeCloseTo(0.7001142, 6)
    expect(told.interval?.high).toBeCloseTo(2.4598858, 6)
    expect(told.median).toBeCloseTo(1.3, 10)
  })

  test('worked by hand: differences 2, 4, 6', () => {
    const told = paired(
      [
        [40, 42],
        [40, 44],
        [40, 46],
      ],
      tQuantile,
    )
    // s = 2, t = 4.302653, reach = 4.302653 · 2 / √3 = 4.968276
    expect(told).toMatchObject({ n: 3, before: 40, after: 44, difference: 4, median: 4, deviation: 2 })
    expect(told.interval?.low).toBeCloseTo(4 - 4.968276, 4)
    expect(told.interval?.high).toBeCloseTo(4 + 4.968276, 4)
  })

  test('nobody has no mean, and one person no interval', () => {
    expect(paired([], tQuantile)).toMatchObject({ n: 0, difference: null, interval: null })
    expect(paired([[40, 44]], tQuantile)).toMatchObject({ n: 1, difference: 4, interval: null })
  })

  test('the difference of the means is the mean of the differences, and lies in its interval', () => {
    const score = fc.integer({ min: 14, max: 70 })
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 60 }), (pairs) => {
        const told = paired(pairs, tQuantile)
        expect((told.after ?? 0) - (told.before ?? 0)).toBeCloseTo(told.difference ?? Number.NaN, 8)
        expect(told.interval?.low).toBeLessThanOrEqual(told.difference ?? Number.NaN)
        expect(told.interval?.high).toBeGreaterThanOrEqual(told.difference ?? Number.NaN)
      }),
    )
  })

  test('who came first does not matter', () => {
    const score = fc.integer({ min: 14, max: 70 })
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 2 }), (pairs) => {
        const [one, other] = [paired(pairs, tQuantile), paired(pairs.toReversed(), tQuantile)]
        expect(one.interval?.low).toBeCloseTo(other.interval?.low ?? Number.NaN, 8)
        expect(one.median).toBe(other.median)
      }),
    )
  })
})

test('mean and deviation of a sample', () => {
  expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
  expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5)
  expect(deviation([3])).toBeNull()
})
