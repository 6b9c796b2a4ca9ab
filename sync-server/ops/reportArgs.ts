import { isDay } from '#domain/calendar/day.ts'
import { type Cohort, cohorts } from '#domain/report/filter.ts'
import { isReportName, type ReportName, reportNames } from '#domain/report/reports.ts'
import { err, ok, type Result } from '#domain/result.ts'

export const reportFormats = ['csv', 'json', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** `practice`, `team`, `coordinator`: by name, as somebody types them. `out`: a file, or a folder for a file of each practice. */
export interface ReportAsked {
  name: ReportName
  from: string
  to: string
  cohort: Cohort
  practice: string | undefined
  team: string | undefined
  coordinator: string | undefined
  source: string | undefined
  suppress: boolean
  format: ReportFormat
  out: string | undefined
}

/** Options that go with `report` alone. */
export const reportOptions = {
  from: { type: 'string' },
  to: { type: 'string' },
  cohort: { type: 'string' },
  practice: { type: 'string' },
  team: { type: 'string' },
  coordinator: { type: 'string' },
  source: { type: 'string' },
  suppress: { type: 'boolean', default: false },
  format: { type: 'string' },
  out: { type: 'string' },
} as const

type Typed = { [Option in Exclude<keyof typeof reportOptions, 'suppress'>]?: string | undefined } & {
  suppress: boolean
}

/** `report NAME --from DAY --to DAY …` */
export function readReportArgs(
  [name, ...more]: readonly string[],
  typed: Typed,
): Result<ReportAsked, string> {
  if (name === undefined || more.length > 0 || !isReportName(name))
    return err(`report takes one of: ${reportNames.join(', ')}`)
  const { from, to, cohort = 'activity', format = 'csv', suppress, ...rest } = typed
  if (from === undefined || to === undefined)
    return err('report needs --from and --to, each a day: 2026-04-01')
  const wrong = [from, to].find((day) => !isDay(day))
  if (wrong !== undefined) return err(`“${wrong}” is not a day: write it as 2026-04-01`)
  if (from > to) return err(`--from ${from} is later than --to ${to}`)
  const knownCohort = cohorts.find((each) => each === cohort)
  if (!knownCohort) return err(`--cohort is one of: ${cohorts.join(', ')}`)
  const knownFormat = reportFormats.find((each) => each === format)
  if (!knownFormat) return err(`--format is one of: ${reportFormats.join(', ')}`)
  const { practice, team, coordinator, source, out } = rest
  return ok({
    name,
    from,
    to,
    cohort: knownCohort,
    practice,
    team,
    coordinator,
    source,
    suppress,
    format: knownFormat,
    out,
  })
}

/** Which of them were typed, for a command that does not take them. */
export function reportOptionsIn(typed: Typed): string[] {
  return Object.entries(typed).flatMap(([option, value]) =>
    Object.hasOwn(reportOptions, option) && value !== undefined && value !== false ? [`--${option}`] : [],
  )
}
