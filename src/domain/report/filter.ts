import { z } from 'zod'

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
export const reportFilterSchema = z.object({
  from: z.string(),
  to: z.string(),
  cohort: z.enum(cohorts),
  practice: z.string().optional(),
  team: z.string().optional(),
  coordinator: z.string().optional(),
  source: z.string().optional(),
})
export type ReportFilter = z.infer<typeof reportFilterSchema>
