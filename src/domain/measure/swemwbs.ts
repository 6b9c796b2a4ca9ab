import { err, ok, type Result } from '../result.ts'
import type { ScaleProblem } from './scale.ts'
import conversion from './swemwbsConversion.json' with { type: 'json' }
import { sumOf } from './wemwbs.ts'

/**
 * The short scale: seven items of the same fourteen, so whoever took WEMWBS has it at no extra cost. The raw sum
 * (7 to 35) is turned into a metric score by the published table: Stewart-Brown et al. 2009, Health and Quality of
 * Life Outcomes 7:15, doi:10.1186/1477-7525-7-15. Convert each person, then average; never a mean raw score.
 */
export const swemwbs = {
  /** In the numbering of WEMWBS. */
  items: conversion.items_in_wemwbs_numbering,
  rawLow: conversion.raw_min,
  rawHigh: conversion.raw_max,
  /** SNOMED CT observable for the score. */
  snomed: '718466001',
  copyright:
    'Short Warwick Edinburgh Mental Wellbeing Scale (SWEMWBS) © NHS Health Scotland, University of Warwick and University of Edinburgh, 2008, all rights reserved.',
} as const

const metricByRaw: ReadonlyMap<number, number> = new Map(
  Object.entries(conversion.table).map(([raw, metric]) => [Number(raw), Number(metric)]),
)

/** Raw sum and metric score (two decimals) from the fourteen answers of a WEMWBS; only its seven items must be there. */
export function scoreSwemwbs(
  items: readonly unknown[],
): Result<{ raw: number; metric: number }, ScaleProblem[]> {
  const sum = sumOf(items, swemwbs.items)
  if (!sum.ok) return sum
  const metric = swemwbsMetric(sum.value.total)
  if (!metric.ok) throw new Error(`The conversion table has no entry for ${sum.value.total}`)
  return ok({ raw: sum.value.total, metric: metric.value })
}

/** The metric score of one person's raw sum: a whole number 7 to 35, anything else is refused. */
export function swemwbsMetric(raw: number): Result<number, 'not-a-raw-score'> {
  const metric = metricByRaw.get(raw)
  return metric === undefined ? err('not-a-raw-score') : ok(metric)
}
