/**
 * How to speak of a change in WEMWBS, in points of the total.
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
  /** After minus before; above zero is better. */
  readonly difference: number
  readonly direction: 'better' | 'same' | 'worse'
  /** Whether a mean change of this size would count as meaningful in a group. */
  readonly meaningfulForGroup: boolean
  /**
   * For this one person: `within-error` below 7 points (may be chance), `borderline` from 7 to below 9,
   * `beyond-error` from 9 on.
   */
  readonly forOnePerson: 'within-error' | 'borderline' | 'beyond-error'
}

/** Compares two totals (14 to 70) of one person, or two means of one group. */
export function wemwbsChange(before: number, after: number): Change {
  const difference = after - before
  const size = Math.abs(difference)
  return {
    difference,
    direction: difference > 0 ? 'better' : difference < 0 ? 'worse' : 'same',
    meaningfulForGroup: size >= meaningfulChange.group.from,
    forOnePerson: forOnePerson(size),
  }
}

function forOnePerson(size: number): Change['forOnePerson'] {
  if (size < meaningfulChange.individual.low) return 'within-error'
  return size < meaningfulChange.individual.high ? 'borderline' : 'beyond-error'
}
