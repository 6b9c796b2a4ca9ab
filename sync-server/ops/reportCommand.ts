import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { reportCsv } from '#domain/report/csv.ts'
import { referralSource } from '#domain/report/codeWords.ts'
import type { Report } from '#domain/report/report.ts'
import type { ReportFilter } from '#domain/report/filter.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openTenant, serviceName, systemGround } from '../accounts/ground.ts'
import { type ReportGround, reportForEachPractice, reportOf, type Wanted } from '../reports/report.ts'
import { reportPage } from '../reports/reportPage.ts'
import type { Database } from '../store/tables.ts'
import type { Outcome } from './outcome.ts'
import type { ReportAsked, ReportFormat } from './reportArgs.ts'

/** A report as it goes out: a file of its own, or what is printed. */
interface Made {
  file: string
  reports: Report[]
}

/** `report NAME`: what was made is printed, or written to `--out`. */
export async function reportCommand(database: Database, asked: ReportAsked): Promise<Outcome> {
  const system = systemGround(database)
  const tenant = await openTenant(system)
  const service = (await serviceName(database, tenant)) ?? 'The service'
  const filter = await filterOf(database, tenant, asked)
  if (!filter.ok) return { ok: false, said: [filter.error], json: { refused: filter.error } }
  const ground: ReportGround = {
    database,
    tenant,
    today: system.now().toISOString().slice(0, 10),
    stopped: new AbortController().signal,
  }
  const made = await make(
    ground,
    { name: asked.name, filter: filter.value, suppressed: asked.suppress },
    asked,
  )
  const files = made.map(({ file, reports }) => ({ file, text: textOf(asked.format, service, reports) }))
  return asked.out === undefined ? printed(files, made) : written(files, asked.out, asked.format)
}

/** The surgery's report without a practice is one for each: a file each in a folder, or all behind one another. */
async function make(ground: ReportGround, wanted: Wanted, { out, practice }: ReportAsked): Promise<Made[]> {
  if (wanted.name !== 'surgery' || practice !== undefined)
    return [{ file: wanted.name, reports: [await reportOf(ground, wanted)] }]
  const each = await reportForEachPractice(ground, wanted)
  if (out === undefined || !isFolder(out))
    return [{ file: wanted.name, reports: each.map(({ report }) => report) }]
  return each.map(({ practice: name, report }) => ({ file: fileNameOf(name), reports: [report] }))
}

function isFolder(path: string): boolean {
  return path.endsWith('/') || (existsSync(path) && statSync(path).isDirectory())
}

function fileNameOf(practice: string): string {
  return practice
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

function textOf(format: ReportFormat, service: string, reports: readonly Report[]): string {
  switch (format) {
    case 'csv':
      return reports.map(reportCsv).join('\r\n')
    case 'json':
      return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`
    case 'html':
      return reportPage(service, reports)
  }
}

function printed(files: readonly { text: string }[], made: readonly Made[]): Outcome {
  const text = files.map((file) => file.text).join('')
  return {
    ok: true,
    said: [text.replace(/\r?\n$/, '')],
    json: { reports: made.flatMap(({ reports }) => reports) },
  }
}

function written(
  files: readonly { file: string; text: string }[],
  out: string,
  format: ReportFormat,
): Outcome {
  const folder = isFolder(out)
  if (folder) mkdirSync(resolve(out), { recursive: true })
  const paths = files.map(({ file, text }) => {
    const path = folder ? join(resolve(out), `${file}.${format}`) : resolve(out)
    writeFileSync(path, text)
    return path
  })
  return {
    ok: true,
    said: [
      ...paths.map((path) => `Written to ${path}.`),
      'It tells of people: keep it where only those who may read it can.',
    ],
    json: { files: paths },
  }
}

/** What was typed by name, as ids. A name that nobody knows is said, with those that there are. */
async function filterOf(
  database: Database,
  tenant: string,
  asked: ReportAsked,
): Promise<Result<ReportFilter, string>> {
  const { from, to, cohort, source } = asked
  if (source !== undefined && !Object.hasOwn(referralSource, source))
    return err(`--source is one of: ${Object.keys(referralSource).join(', ')}`)
  const found: Partial<Record<'practice' | 'team' | 'coordinator', string>> = {}
  for (const what of ['practice', 'team', 'coordinator'] as const) {
    const typed = asked[what]
    if (typed === undefined) continue
    const known = await named[what](database, tenant)
    const hit = known.find(
      ({ id, names }) => id === typed || names.some((name) => name.toLowerCase() === typed.toLowerCase()),
    )
    if (!hit)
      return err(
        `There is no ${what} “${typed}”. There are: ${known.map(({ names }) => names[0]).join(', ')}`,
      )
    found[what] = hit.id
  }
  return ok({ from, to, cohort, ...found, ...(source === undefined ? {} : { source }) })
}

interface Known {
  id: string
  names: string[]
}

const named: Record<
  'practice' | 'team' | 'coordinator',
  (database: Database, tenant: string) => Promise<Known[]>
> = {
  practice: async (database, tenant) => {
    const rows = await database
      .selectFrom('records')
      .select(['id', 'wire'])
      .where('tenant', '=', tenant)
      .where('kind', '=', 'practice')
      .where('deleted', '=', 0)
      .execute()
    return rows.map(({ id, wire }) => ({ id, names: practiceNames(wire) }))
  },
  team: async (database, tenant) => {
    const rows = await database
      .selectFrom('teams')
      .select(['id', 'name'])
      .where('tenant', '=', tenant)
      .execute()
    return rows.map(({ id, name }) => ({ id, names: [name] }))
  },
  coordinator: async (database, tenant) => {
    const rows = await database
      .selectFrom('members as m')
      .innerJoin('auth_user as u', 'u.id', 'm.user_id')
      .select(['m.staff', 'm.name', 'u.email'])
      .where('m.tenant', '=', tenant)
      .where('m.role', '=', 'coordinator')
      .execute()
    return rows.map(({ staff, name, email }) => ({ id: staff, names: [name, email] }))
  },
}

const practiceWire = z.object({
  body: z.looseObject({
    name: z.string(),
    shortName: z.string().optional(),
    odsCode: z.string().nullish(),
  }),
})

function practiceNames(wire: string): string[] {
  const { name, shortName, odsCode } = practiceWire.parse(JSON.parse(wire)).body
  return [name, shortName, odsCode].flatMap((each) => (each ? [each] : []))
}
