import jstat from 'jstat'
import type { ReportFilter } from '#domain/report/filter.ts'
import type { Report } from '#domain/report/report.ts'
import { kindsFor, makeReport, type ReportName } from '#domain/report/reports.ts'
import { readTogether } from '../store/database.ts'
import type { Database } from '../store/tables.ts'
import { readFacts } from './readFacts.ts'

export interface Wanted {
  name: ReportName
  filter: ReportFilter
  suppressed: boolean
}

/** What reports stand on besides the records. `stopped`: whoever asked is gone. */
export interface ReportGround {
  database: Database
  tenant: string
  today: string
  stopped: AbortSignal
}

/** A report over the whole service, as of one moment. */
export async function reportOf(ground: ReportGround, { name, ...asked }: Wanted): Promise<Report> {
  const { facts, names } = await readService(ground, name)
  return makeReport(name, facts, { ...asked, names }, { today: ground.today, tQuantile })
}

/** The surgery's report for every practice: the records are read once. */
export async function reportForEachPractice(
  ground: ReportGround,
  { name, ...asked }: Wanted,
): Promise<PracticeReport[]> {
  const { facts, names } = await readService(ground, name)
  return facts.practice
    .toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'en'))
    .map(({ id, body }) => ({
      practice: body.name,
      report: makeReport(
        name,
        facts,
        { ...asked, filter: { ...asked.filter, practice: id }, names },
        { today: ground.today, tQuantile },
      ),
    }))
}

export interface PracticeReport {
  practice: string
  report: Report
}

async function readService({ database, tenant, stopped }: ReportGround, name: ReportName) {
  return readTogether(database, async (tx) => ({
    facts: await readFacts(tx, tenant, kindsFor(name), stopped),
    names: await namesIn(tx, tenant),
  }))
}

/** Of teams and people, by their ids. */
async function namesIn(tx: Database, tenant: string): Promise<Map<string, string>> {
  const teams = await tx.selectFrom('teams').select(['id', 'name']).where('tenant', '=', tenant).execute()
  const members = await tx
    .selectFrom('members')
    .select(['staff as id', 'name'])
    .where('tenant', '=', tenant)
    .execute()
  return new Map([...teams, ...members].map(({ id, name }) => [id, name]))
}

function tQuantile(p: number, degreesOfFreedom: number): number {
  return jstat.jStat.studentt.inv(p, degreesOfFreedom)
}
