import { type Count, counted } from '../counting/count.ts'
import type { GapBody } from './gap.ts'
import { groupWants } from './wants.ts'

/** Gaps as they are looked through; each that is left out narrows nothing. */
export interface GapChoice {
  /** Days, both counted in. */
  readonly from?: string
  readonly to?: string
  readonly need?: string
  readonly area?: string
  readonly why?: string
}

export function isChosenGap(gap: GapBody, { from, to, need, area, why }: GapChoice): boolean {
  return (
    (from === undefined || gap.on >= from) &&
    (to === undefined || gap.on <= to) &&
    (need === undefined || gap.need === need) &&
    (area === undefined || areaOf(gap) === area) &&
    (why === undefined || gap.why === why)
  )
}

/** Where no area was said. */
export const NO_AREA = ''

export function areaOf({ area }: Pick<GapBody, 'area'>): string {
  return area?.trim() || NO_AREA
}

/** How often a need was met with in an area that nothing fitted, why not, and what would have. */
export interface GapRow {
  readonly need: string
  readonly area: string
  readonly count: number
  readonly whys: Count[]
  readonly wanted: Count[]
}

/** Each need in each area, the most frequent first. */
export function gapRows(gaps: readonly GapBody[]): GapRow[] {
  const places = new Map<string, GapBody[]>()
  for (const gap of gaps) {
    const place = JSON.stringify([gap.need, areaOf(gap)])
    places.set(place, [...(places.get(place) ?? []), gap])
  }
  return [...places.values()]
    .flatMap((same) => rowOf(same))
    .toSorted((a, b) => b.count - a.count || a.need.localeCompare(b.need) || a.area.localeCompare(b.area))
}

function rowOf(same: readonly GapBody[]): GapRow[] {
  const [first] = same
  if (!first) return []
  return [
    {
      need: first.need,
      area: areaOf(first),
      count: same.length,
      whys: counted(same.map(({ why }) => why)),
      wanted: groupWants(same.flatMap(({ wanted }) => wanted ?? [])),
    },
  ]
}
