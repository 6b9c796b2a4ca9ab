import jstat from 'jstat'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FactCollector } from '#domain/report/facts.ts'
import { queryOf, type ReportFilter } from '#domain/report/filter.ts'
import { type Report, reportSchema } from '#domain/report/report.ts'
import { makeReport, reportNames, type ReportName } from '#domain/report/reports.ts'
import { buildDemoService } from '../demo/cohort/buildDemoService.ts'
import { type Device, openService, signIn, type TestService } from '../testing/service.ts'

let service: TestService
let mo: Device
let today: string

beforeAll(async () => {
  service = await openService({ demo: buildDemoService })
  mo = await signIn(service.url, 'mo@demo.test')
  today = new Date().toISOString().slice(0, 10)
}, 60_000)
afterAll(() => service.remove())

const filter = (more: Partial<ReportFilter> = {}): ReportFilter => ({
  from: '2020-01-01',
  to: today,
  cohort: 'activity',
  ...more,
})

async function ask(name: string, of: ReportFilter, suppress = false, as = mo): Promise<Response> {
  return as.call(`/api/account/reports/${name}?${queryOf(of, suppress).toString()}`)
}
async function report(name: ReportName, of: ReportFilter, suppress = false): Promise<Report> {
  const answer = await ask(name, of, suppress)
  expect(answer.status).toBe(200)
  return reportSchema.parse(await answer.json())
}

test('a device that holds the same records says the same, report for report', async () => {
  const pulled = [...(await mo.pullAll()).values()]
  const collector = new FactCollector()
  for (const record of pulled) collector.take(record)
  const facts = collector.facts()
  const tQuantile = (p: number, degrees: number) => jstat.jStat.studentt.inv(p, degrees)
  for (const name of reportNames)
    for (const cohort of ['activity', 'engaged'] as const)
      for (const suppressed of [false, true]) {
        const of = filter({ cohort })
        const own = makeReport(
          name,
          facts,
          { filter: of, names: new Map(), suppressed },
          { today, tQuantile },
        )
        expect(await report(name, of, suppressed)).toEqual(own)
      }
})

test('narrowed to a team and a person, it names them', async () => {
  const { about } = await report('people', filter({ cohort: 'referred', coordinator: await graceId() }))
  expect(about.find(({ label }) => label === 'Co-ordinator')?.value).toMatch(/^Grace/)
})

async function graceId(): Promise<string> {
  const pulled = [...(await mo.pullAll()).values()]
  return (
    pulled.find(({ kind, body }) => kind === 'staff' && JSON.stringify(body['name']).startsWith('"Grace'))
      ?.id ?? ''
  )
}

test.each(['grace@demo.test', 'val@demo.test', 'ros@demo.test', 'pat@demo.test'])(
  'is not for %s',
  async (email) => {
    expect((await ask('people', filter(), false, await signIn(service.url, email))).status).toBe(403)
  },
)

test('nor for somebody who has not signed in', async () => {
  expect(
    (await fetch(`${service.url}/api/account/reports/people?from=2026-01-01&to=2026-02-01`)).status,
  ).toBe(401)
})

test.each([
  ['nothing?from=2026-01-01&to=2026-02-01', 404, 'There is no report nothing. There are: referrals'],
  ['people', 400, 'from'],
  ['people?from=2026-02-30&to=2026-03-01', 400, 'is not a day'],
  ['people?from=2026-03-02&to=2026-03-01', 400, 'lies before the first day'],
])('%s is answered with what is wrong', async (path, status, why) => {
  const answer = await mo.call(`/api/account/reports/${path}`)
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(why)])
})

test('one who does not wait for it stops the reading', async () => {
  const stop = new AbortController()
  const asked = mo.call(`/api/account/reports/funder?${queryOf(filter(), false).toString()}`, {
    signal: stop.signal,
  })
  stop.abort()
  await expect(asked).rejects.toThrow(/abort/i)
  expect((await ask('people', filter())).status).toBe(200)
})
