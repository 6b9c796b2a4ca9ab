import { queryOf, type ReportFilter } from '#domain/report/filter.ts'
import { type Report, reportSchema } from '#domain/report/report.ts'
import type { ReportName } from '#domain/report/reports.ts'
import type { Result } from '#domain/result.ts'
import { type HttpFault, request } from './http.ts'

/** Of a whole service of some years it takes a few seconds. */
const SECONDS = 60

/** A report over the whole service: for managers, online. */
export function readReport(
  name: ReportName,
  { filter, suppress, stop }: { filter: ReportFilter; suppress: boolean; stop: AbortSignal },
): Promise<Result<Report, HttpFault>> {
  const path = `/api/account/reports/${name}?${queryOf(filter, suppress).toString()}`
  return request(reportSchema, { path, seconds: SECONDS, stop })
}
