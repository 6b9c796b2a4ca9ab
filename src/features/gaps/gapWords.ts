import { areaOf, type GapRow, NO_AREA } from '#domain/gap/counting.ts'
import type { GapBody } from '#domain/gap/gap.ts'
import { formatDay } from '#ui/dates.ts'
import * as codes from '#words/codes.ts'

export function needWords(need: string): string {
  return codes.wordFor(codes.need, need) ?? need
}

export function whyWords(why: string): string {
  return codes.wordFor(codes.gapReason, why) ?? why
}

export function areaWords(area: string): string {
  return area === NO_AREA ? 'No area said' : area
}

/** 'Interests: gardening' */
export function gapTitle({ need, wanted }: GapBody): string {
  return wanted ? `${needWords(need)}: ${wanted}` : needWords(need)
}

/** 'Full: Befriending. DA16, a visit, Tue 24 Nov' */
export function gapDetail(gap: GapBody, serviceName: string | undefined, by: string): string {
  const why = serviceName === undefined ? whyWords(gap.why) : `${whyWords(gap.why)}: ${serviceName}`
  const met = codes.wordFor(codes.gapMetAt, gap.metAt)
  return `${why}. ${[areaWords(areaOf(gap)), met, formatDay(gap.on), by].filter(Boolean).join(', ')}`
}

export function countsWords(counts: GapRow['wanted'], label = (name: string) => name): string {
  return counts.map(({ name, count }) => (count > 1 ? `${label(name)} (${count})` : label(name))).join(', ')
}
