import { median } from '../waiting/waiting.ts'

/**
 * The quantile of Student's t: `p` of the distribution with so many degrees of freedom lies below it. Given from outside,
 * where a library has it.
 */
export type TQuantile = (p: number, degreesOfFreedom: number) => number

/** Null of nobody. */
export function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}

/** The standard deviation of a sample (n − 1 below the line); null of fewer than two. */
export function deviation(numbers: readonly number[]): number | null {
  const middle = mean(numbers)
  if (middle === null || numbers.length < 2) return null
  const squares = numbers.reduce((sum, each) => sum + (each - middle) ** 2, 0)
  return Math.sqrt(squares / (numbers.length - 1))
}

/** Before and after of the same people. `interval`: of the mean difference, 95%, by Student's t; null of fewer than two. */
export interface Paired {
  n: number
  before: number | null
  after: number | null
  difference: number | null
  median: number | null
  deviation: number | null
  interval: { low: number; high: number } | null
}

/**
 * Compares pairs, never two groups: whoever has one score only is in neither mean. The interval is mean ± t(0.975, n − 1) ·
 * s / √n of the differences.
 */
export function paired(pairs: readonly (readonly [number, number])[], tQuantile: TQuantile): Paired {
  const differences = pairs.map(([before, after]) => after - before)
  const difference = mean(differences)
  const spread = deviation(differences)
  return {
    n: pairs.length,
    before: mean(pairs.map(([before]) => before)),
    after: mean(pairs.map(([, after]) => after)),
    difference,
    median: median(differences),
    deviation: spread,
    interval:
      difference === null || spread === null ? null : around(difference, spread, pairs.length, tQuantile),
  }
}

function around(middle: number, spread: number, n: number, tQuantile: TQuantile) {
  const reach = (tQuantile(0.975, n - 1) * spread) / Math.sqrt(n)
  return { low: middle - reach, high: middle + reach }
}
