import type { ScoreRule } from './instrument.ts'

/**
 * How to speak of a change in WEMWBS, in points of the total. Of other measures their rule says it (`ScoreRule`).
 *
 * - `group`: a mean change of about 3 or more counts as meaningful for a group (Warwick's guidance; estimates run
 *   from 3 to 8)
 * - `individual`: one person's score moves by chance. A change is beyond measurement error from 2.77 standard errors
 *   on, about 7 to 9 points (6.6 to 8.6 in Maheswaran et al. 2012, Health and Quality of Life Outcomes 10:156,
 *   doi:10.1186/1477-7525-10-156; 9 in the NHS Mental Health Services Data Set)
 *
 * WEMWBS isn't a screening tool: a change is something to talk about, not a finding.
 */
export const meaningfulChange = {
  group: { from: 3, estimates: { low: 3, high: 8 } },
  individual: { low: 7, high: 9 },
} as const

export interface Change {
  /** After minus before, in points of the score. */
  readonly difference: number
  /** As the measure runs: less anxiety is better. */
  readonly direction: 'better' | 'same' | 'worse'
  /** Whether a mean change of this size would count as meaningful in a group; undefined where nobody has said. */
  readonly meaningfulForGroup: boolean | undefined
  /**
   * For this one person: `within-error` below the lower figure (may be chance), `borderline` from there on,
   * `beyond-error` from the higher one on; undefined where no figure is agreed.
   */
  readonly forOnePerson: 'within-error' | 'borderline' | 'beyond-error' | undefined
}

/** Compares two scores of one person, or two means of one group. */
export function changeIn(
  { direction, change }: Pick<ScoreRule, 'direction' | 'change'>,
  before: number,
  after: number,
): Change {
  // Scores have two decimals at most: 3.0000000000000004 is 3.
  const difference = Math.round((after - before) * 1e6) / 1e6
  const size = Math.abs(difference)
  const better = direction === 'higher-is-better' ? difference > 0 : difference < 0
  return {
    difference,
    direction: difference === 0 ? 'same' : better ? 'better' : 'worse',
    meaningfulForGroup: change?.group === undefined ? undefined : size >= change.group,
    forOnePerson: change?.individual && forOnePerson(size, change.individual),
  }
}

function forOnePerson(size: number, { low, high }: { low: number; high: number }): Change['forOnePerson'] {
  if (size < low) return 'within-error'
  return size < high ? 'borderline' : 'beyond-error'
}
