/** Fewer than so many could tell somebody who knows the area whose they are. */
const LEAST_PUBLISHED = 5

/** A count as it may leave the service: null where it is too small to be told. */
export function told(count: number): number | null {
  return count > 0 && count < LEAST_PUBLISHED ? null : count
}

/**
 * The same of counts that add up to a total: where a single one would be left out, the next smallest goes with it, or it
 * could be reckoned.
 */
export function toldTogether(counts: readonly number[]): (number | null)[] {
  const large = counts.filter((count) => count >= LEAST_PUBLISHED)
  const alone = counts.filter((count) => told(count) === null).length === 1
  const along = alone && large.length > 0 ? counts.indexOf(Math.min(...large)) : -1
  return counts.map((count, at) => (at === along ? null : told(count)))
}
