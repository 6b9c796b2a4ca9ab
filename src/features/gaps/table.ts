import { counted } from '#domain/counting/count.ts'
import { told, toldTogether } from '#domain/counting/smallNumbers.ts'
import { type GapRow, gapRows } from '#domain/gap/counting.ts'
import type { GapBody } from '#domain/gap/gap.ts'
import type { Bar } from '#ui/Bars.tsx'
import { csvOf } from '#ui/csv.ts'
import { areaWords, countsWords, needWords, whyWords } from './gapWords.ts'

/** What is shown of the gaps, in words. Null where a number is too small to leave the service. */
export interface GapTable {
  total: number | null
  bars: Bar[]
  rows: { need: string; area: string; count: number | null; why: string; wanted: string }[]
}

/**
 * `forPartners`: as it may leave the service. Numbers under five are left out then, and with them why and what was
 * wanted, in whose words somebody could be recognised.
 */
export function gapTable(gaps: readonly GapBody[], { forPartners }: { forPartners: boolean }): GapTable {
  const rows = gapRows(gaps)
  const needs = counted(gaps.map(({ need }) => need))
  const numbers = (counts: readonly { count: number }[]) => {
    const all = counts.map(({ count }) => count)
    return forPartners ? toldTogether(all) : all
  }
  const [ofNeeds, ofRows] = [numbers(needs), numbers(rows)]
  return {
    total: forPartners ? told(gaps.length) : gaps.length,
    bars: needs.map(({ name }, at) => ({ key: name, label: needWords(name), count: ofNeeds[at] ?? null })),
    rows: rows.map((row, at) => inWords(row, ofRows[at] ?? null, forPartners)),
  }
}

function inWords({ need, area, whys, wanted }: GapRow, count: number | null, forPartners: boolean) {
  const shown = (counts: GapRow['whys']) =>
    forPartners ? counts.filter((each) => count !== null && told(each.count) !== null) : counts
  return {
    need: needWords(need),
    area: areaWords(area),
    count,
    why: countsWords(shown(whys), whyWords),
    wanted: countsWords(shown(wanted)),
  }
}

export function gapsCsv({ rows, total }: GapTable): string {
  const number = (count: number | null) => count?.toString() ?? 'not told'
  return csvOf([
    ['Need', 'Area', 'How often', 'Why nothing fitted', 'What was wanted'],
    ...rows.map(({ need, area, count, why, wanted }) => [need, area, number(count), why, wanted]),
    ['All', '', number(total), '', ''],
  ])
}
