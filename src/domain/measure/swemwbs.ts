import { err, ok, type Result } from '../result.ts'
import type { ScoreRule } from './instrument.ts'
import type { ScaleProblem } from './scale.ts'
import { scoreBy } from './scoring.ts'
import conversion from './swemwbsConversion.json' with { type: 'json' }
import { wemwbsItems } from './wemwbs.ts'

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

export const swemwbsScore: ScoreRule = {
  measure: 'swemwbs',
  name: 'Short scale (SWEMWBS)',
  how: 'sum',
  items: swemwbs.items,
  conversion: metricByRaw,
  direction: 'higher-is-better',
  change: { individual: { low: 3, high: 3 }, source: 'NHS Mental Health Services Data Set' },
  norm: 'adults in England 23.7 (men) and 23.2 (women) on average; Health Survey for England 2010 to 2013, Ng Fat et al. 2017, doi:10.1007/s11136-016-1454-8',
  snomed: swemwbs.snomed,
}

/** Raw sum and metric score (two decimals) from the fourteen answers of a WEMWBS; only its seven items must be there. */
export function scoreSwemwbs(
  items: readonly unknown[],
): Result<{ raw: number; metric: number }, ScaleProblem[]> {
  const scored = scoreBy({ items: wemwbsItems }, swemwbsScore, items)
  return scored.ok ? ok({ raw: scored.value.raw, metric: scored.value.score }) : scored
}

/** The metric score of one person's raw sum: a whole number 7 to 35, anything else is refused. */
export function swemwbsMetric(raw: number): Result<number, 'not-a-raw-score'> {
  const metric = metricByRaw.get(raw)
  return metric === undefined ? err('not-a-raw-score') : ok(metric)
}
