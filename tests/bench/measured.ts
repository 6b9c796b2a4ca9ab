/** One figure of a run, beside what it is to be. */
export interface Measured {
  name: string
  unit: 'ms'
  ours: number
  limit: number
  /** What else the run showed, in words. */
  besides: string
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** The value that so many in a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}

/** What a bench is run with. `slower`: how many times slower the browser's processor is made. */
export interface Bench {
  slower: number
}
