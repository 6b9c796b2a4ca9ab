import { z } from 'zod'
import { isDay } from '../calendar/day.ts'

/**
 * Whom and what a report counts.
 *
 * | cohort     | counts                                                                                  |
 * |------------|-----------------------------------------------------------------------------------------|
 * | `activity` | what happened from `from` to `to`, each thing by its own day                            |
 * | `referred` | those who were referred in that time, and all that came of it since                     |
 * | `engaged`  | of those, the ones who were seen at least once: the sample rule of the Bexley pilot     |
 */
export const cohorts = ['activity', 'referred', 'engaged'] as const
export type Cohort = (typeof cohorts)[number]

/** `from`, `to`: days, both included. The others are ids and codes; what is not set narrows nothing. */
const day = z.string().refine(isDay, 'is not a day: write it as 2026-04-01')
export const reportFilterSchema = z.object({
  from: day,
  to: day,
  cohort: z.enum(cohorts),
  practice: z.string().optional(),
  team: z.string().optional(),
  coordinator: z.string().optional(),
  source: z.string().optional(),
})
export type ReportFilter = z.infer<typeof reportFilterSchema>

/** The same as the query of an address, with whether the report is to be fit to be published. */
export const reportQuerySchema = reportFilterSchema
  .extend({
    cohort: z.enum(cohorts).default('activity'),
    suppress: z
      .enum(['true', 'false'])
      .default('false')
      .transform((said) => said === 'true'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'lies before the first day' })

/** A filter as the query of an address; what is not set is not there. */
export function queryOf(filter: ReportFilter, suppress: boolean): URLSearchParams {
  const given = Object.entries({ ...filter, suppress: suppress ? 'true' : undefined })
  return new URLSearchParams(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
