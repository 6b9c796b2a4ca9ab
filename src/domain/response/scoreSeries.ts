import type { Held } from '../record/held.ts'
import type { ResponseBody } from './response.ts'

export interface ScorePoint {
  response: string
  /** When it was taken. */
  at: string
  total: number
  metric: number | null
  how: string | undefined
}

/**
 * The totals of one measure over time, the earliest first. A response that was amended gives way to its amendment;
 * one without a total (an answer was missing) has no point.
 */
export function scoreSeries(responses: readonly Held<ResponseBody>[], measure: string): ScorePoint[] {
  const amended = new Set(responses.flatMap(({ body }) => body.amends ?? []))
  return responses
    .filter(({ id }) => !amended.has(id))
    .flatMap(({ id, body }) => {
      const score = body.scores?.find((one) => one.measure.toLowerCase() === measure.toLowerCase())
      if (!score || score.total === null) return []
      return [
        { response: id, at: body.authored, total: score.total, metric: score.metric ?? null, how: score.how },
      ]
    })
    .toSorted((a, b) => a.at.localeCompare(b.at))
}
