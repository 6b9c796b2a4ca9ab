/**
 * What can be wrong with the answers to a scale. `item` counts from 1, as the scale prints its items.
 *
 * - `missing`: not answered; there's no total until it is
 * - `not-a-number`, `not-whole`, `out-of-range`: `value` is what was given
 * - `wrong-count`: another number of answers than the scale has items
 */
export type ScaleProblem =
  | { readonly code: 'missing'; readonly item: number }
  | {
      readonly code: 'not-a-number' | 'not-whole' | 'out-of-range'
      readonly item: number
      readonly value: unknown
    }
  | { readonly code: 'wrong-count'; readonly expected: number; readonly count: number }

/** A whole number within the range, or the problem that names the item. Takes anything: imports are dirty. */
export function itemProblem(
  item: number,
  value: unknown,
  low: number,
  high: number,
): ScaleProblem | undefined {
  if (value === undefined || value === null) return { code: 'missing', item }
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'not-a-number', item, value }
  if (!Number.isInteger(value)) return { code: 'not-whole', item, value }
  if (value < low || value > high) return { code: 'out-of-range', item, value }
  return undefined
}
