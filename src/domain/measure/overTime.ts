import type { Held } from '../record/held.ts'
import type { ResponseBody } from '../response/response.ts'
import { scoreSeries } from '../response/scoreSeries.ts'
import { fromPack } from './fromPack.ts'
import { offeredMeasures, packOf } from './inForce.ts'
import type { Instrument, ScoreRule } from './instrument.ts'
import type { InstrumentBody } from './instrumentRecord.ts'

/** One score of one person over time, the earliest first. */
export interface Series {
  readonly rule: ScoreRule
  readonly points: readonly SeriesPoint[]
}

/** `value`: on the score's own scale, after any conversion. */
export interface SeriesPoint {
  readonly response: string
  readonly at: string
  readonly value: number
  readonly how: string | undefined
}

/** A measure that was taken, with its scores over time. */
export interface MeasureOverTime {
  readonly instrument: Instrument
  readonly series: readonly Series[]
}

/**
 * Every measure of which this person has a score, in the order in which they are offered. The short scale goes with the
 * full one; by itself it is there only where it was scored without it. Of packs also those that are no longer in use.
 */
export function measuresOverTime(
  responses: readonly Held<ResponseBody>[],
  records: readonly Held<InstrumentBody>[],
): MeasureOverTime[] {
  return everyInstrument(records).flatMap((instrument) => {
    const series = instrument.scores
      .map((rule) => ({ rule, points: pointsOf(responses, rule) }))
      .filter(({ points }) => points.length > 0)
    return series.length === 0 || isToldElsewhere(instrument, series, responses)
      ? []
      : [{ instrument, series }]
  })
}

/** Every measure that a response may be to, by the wording in force; packs that are no longer used last. */
function everyInstrument(records: readonly Held<InstrumentBody>[]): Instrument[] {
  const offered = offeredMeasures(records).map(({ instrument }) => instrument)
  const retired = records.flatMap(({ body }) => {
    const pack = body.status === 'retired' ? packOf(body) : undefined
    return pack && !offered.some(({ code }) => code === pack.measure) ? [fromPack(pack)] : []
  })
  const byCode = new Map(retired.map((instrument) => [instrument.code, instrument]))
  return [...offered, ...byCode.values()]
}

function pointsOf(responses: readonly Held<ResponseBody>[], rule: ScoreRule): SeriesPoint[] {
  return scoreSeries(responses, rule.measure).flatMap(({ response, at, total, metric, how }) => {
    const value = rule.conversion ? metric : total
    return value === null ? [] : [{ response, at, value, how }]
  })
}

/** The short scale beside the full one where that was taken, and by itself where it was taken alone. */
function isToldElsewhere(
  { code }: Instrument,
  series: readonly Series[],
  responses: readonly Held<ResponseBody>[],
): boolean {
  if (code === 'swemwbs') return !hasShortAlone(responses)
  return code === 'wemwbs' && !series.some(({ rule }) => rule.measure === 'wemwbs')
}

function hasShortAlone(responses: readonly Held<ResponseBody>[]): boolean {
  const full = new Set(scoreSeries(responses, 'wemwbs').map(({ response }) => response))
  return scoreSeries(responses, 'swemwbs').some(({ response }) => !full.has(response))
}

/** The copyright notices of the measures with these scores, each once. */
export function noticesOf(measures: readonly string[], records: readonly Held<InstrumentBody>[]): string[] {
  const notices = everyInstrument(records)
    .filter(({ scores }) => scores.some(({ measure }) => measures.includes(measure)))
    .flatMap(({ notice }) => notice ?? [])
  return [...new Set(notices)]
}
