import { isDay } from '#domain/calendar/day.ts'
import { type Cohort, cohorts, type ReportFilter } from '#domain/report/filter.ts'
import { isReportName, type ReportName } from '#domain/report/reports.ts'
import type { Person } from '#protocol/account.ts'
import { daysOf, type Period, periods } from './period.ts'

/** Where the records are read: `device` is what this device holds, `service` everything, which needs a signal. */
export type Where = 'device' | 'service'

/** What is chosen, as the address has it; going back leads back to it. */
export interface Choice {
  name: ReportName
  period: Period
  where: Where
  filter: ReportFilter
  suppress: boolean
}

/** Null for a filter whose own days are not both typed, or the wrong way round. */
export function choiceIn(
  params: URLSearchParams,
  person: Pick<Person, 'id' | 'role'>,
  today: string,
): Choice | null {
  const name = params.get('report') ?? 'referrals'
  const period = periods.find((each) => each === params.get('period')) ?? 'this-quarter'
  const typed = { from: params.get('from') ?? '', to: params.get('to') ?? '' }
  const { from, to } = daysOf(period, today, typed)
  if (!isReportName(name) || !isDay(from) || !isDay(to) || from > to) return null
  return {
    name,
    period,
    where: whereIn(params, person),
    filter: { from, to, cohort: cohortIn(params), ...narrowing(params, person) },
    suppress: params.get('suppress') === 'true',
  }
}

/** Only managers are given the whole service. */
export function whereIn(params: URLSearchParams, { role }: Pick<Person, 'role'>): Where {
  if (role !== 'manager') return 'device'
  return params.get('where') === 'device' ? 'device' : 'service'
}

export function cohortIn(params: URLSearchParams): Cohort {
  return cohorts.find((each) => each === params.get('cohort')) ?? 'activity'
}

/** A co-ordinator begins with their own caseload; a manager with everybody. */
export function coordinatorIn(params: URLSearchParams, { id, role }: Pick<Person, 'id' | 'role'>): string {
  return params.get('coordinator') ?? (role === 'coordinator' ? id : '')
}

function narrowing(params: URLSearchParams, person: Pick<Person, 'id' | 'role'>): Partial<ReportFilter> {
  const [practice, team, source] = ['practice', 'team', 'source'].map((name) => params.get(name) ?? '')
  const coordinator = coordinatorIn(params, person)
  return {
    ...(practice ? { practice } : {}),
    ...(team ? { team } : {}),
    ...(source ? { source } : {}),
    ...(coordinator === '' ? {} : { coordinator }),
  }
}
