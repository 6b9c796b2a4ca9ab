/** Fewer than so many could tell somebody who knows the area whose they are. */
export const LEAST_PUBLISHED = 5

/**
 * Counts as they may leave the service: null where a count is too small to be told. Where a single one would be left
 * out, the next smallest goes with it, or it could be reckoned from the total.
 */
export function publishable(counts: readonly number[]): (number | null)[] {
  const small = counts.filter((count) => count > 0 && count < LEAST_PUBLISHED)
  const told = counts.filter((count) => count >= LEAST_PUBLISHED)
  const along = small.length === 1 && told.length > 0 ? counts.indexOf(Math.min(...told)) : -1
  return counts.map((count, at) => ((count > 0 && count < LEAST_PUBLISHED) || at === along ? null : count))
}
