import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { reportSchema } from '#domain/report/report.ts'
import { reportNames } from '#domain/report/reports.ts'
import { buildDemoService } from '../demo/cohort/buildDemoService.ts'
import { openService, type TestService } from '../testing/service.ts'

// The command line as operators use it, beside a server that serves the demo.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const SCRIPT = fileURLToPath(new URL('doorstep.ts', import.meta.url))
let service: TestService
let folder: string

beforeAll(async () => {
  service = await openService({ demo: buildDemoService })
  folder = mkdtempSync(join(tmpdir(), 'doorstep-report-'))
})
afterAll(async () => {
  await service.remove()
  rmSync(folder, { recursive: true, force: true })
})

const wholeYear = ['--from', '2020-01-01', '--to', '2035-12-31', '--cohort', 'referred'] as const

function doorstep(...args: string[]) {
  const { databaseUrl, dataFolder } = service.config
  const url = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }
  const env = { PATH: process.env['PATH'] ?? '', DOORSTEP_DATA: dataFolder, ...url }
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { env, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

test('each report is in the help, and prints a table for a spreadsheet', () => {
  const { out } = doorstep('help')
  for (const name of reportNames) expect(out).toMatch(new RegExp(`^ {4}${name} `, 'm'))
  const { code, out: csv } = doorstep('report', 'referrals', ...wholeYear)
  expect(code).toBe(0)
  expect(csv).toContain('Time,1 January 2020 to 31 December 2035')
  expect(csv).toContain('A significant life change,51,')
  expect(csv).toContain('The Westwood Surgery,21,')
})

test('narrowed by names as somebody types them', () => {
  const args = [
    'report',
    'people',
    ...wholeYear,
    '--format',
    'json',
    '--practice',
    'bellegrove',
    '--coordinator',
  ]
  const { code, out } = doorstep(...args, 'grace@demo.test')
  expect(code).toBe(0)
  const report = reportSchema.parse(JSON.parse(out))
  expect(report.about).toContainEqual({ label: 'Practice', value: 'Bellegrove Surgery' })
  expect(Number(report.tables[0]?.of.count)).toBeGreaterThan(0)
  expect(Number(report.tables[0]?.of.count)).toBeLessThan(15)
})

test('fit to be published: nothing under five is left', () => {
  const { out } = doorstep('report', 'funder', ...wholeYear, '--suppress', '--format', 'json')
  const report = reportSchema.parse(JSON.parse(out))
  const counts = report.tables
    .filter(({ aboutPeople }) => aboutPeople)
    .flatMap(({ columns, rows, of, n, missing }) => [
      ...[of, n, ...missing].map(({ count }) => count),
      ...rows.flatMap(({ cells }) => cells.filter((_, i) => columns[i]?.is === 'count')),
    ])
  expect(report.suppressed).toBe(true)
  expect(counts.filter((count) => typeof count === 'number' && count > 0 && count < 5)).toEqual([])
})

test('the surgery’s report for every practice in one go: a file each, or one to print', () => {
  const { code } = doorstep('report', 'surgery', ...wholeYear, '--format', 'html', '--out', `${folder}/all/`)
  expect(code).toBe(0)
  const files = readdirSync(join(folder, 'all'))
  expect(files).toHaveLength(9)
  expect(files).toContain('the-westwood-surgery.html')
  const one = join(folder, 'surgeries.html')
  doorstep('report', 'surgery', ...wholeYear, '--format', 'html', '--out', one)
  const html = readFileSync(one, 'utf8')
  expect(html.match(/<article>/g)).toHaveLength(9)
  expect(html).toContain('article + article { break-before: page')
  expect(html).toContain('<svg viewBox=')
  expect(html).not.toContain('<script')
})

test.each([
  [['report'], 'report takes one of: referrals'],
  [['report', 'nothing', ...wholeYear], 'report takes one of: referrals'],
  [['report', 'people', '--from', '2026-01-01'], 'report needs --from and --to'],
  [['report', 'people', '--from', '2026-02-30', '--to', '2026-03-01'], '“2026-02-30” is not a day'],
  [['report', 'people', '--from', '2026-03-02', '--to', '2026-03-01'], 'is later than'],
  [['report', 'people', ...wholeYear, '--format', 'pdf'], '--format is one of: csv, json, html'],
  [['verify', '--suppress'], '--suppress goes with report'],
])('%j is not understood, and says why', (args, why) => {
  const { code, err } = doorstep(...args)
  expect(code).toBe(2)
  expect(err).toContain(why)
})

test.each([
  ['--practice', 'Nowhere', 'There is no practice “Nowhere”. There are: '],
  ['--coordinator', 'Nobody', 'There is no coordinator “Nobody”'],
  ['--source', 'pope', '--source is one of: gp'],
])('%s %s is not known, and says what is', (option, value, why) => {
  const { code, err } = doorstep('report', 'people', ...wholeYear, option, value)
  expect(code).toBe(1)
  expect(err).toContain(why)
})

test('what it is written to is not made when it is not understood', () => {
  const path = join(folder, 'none.csv')
  doorstep('report', 'people', ...wholeYear, '--practice', 'Nowhere', '--out', path)
  expect(existsSync(path)).toBe(false)
})
