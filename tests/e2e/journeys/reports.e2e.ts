import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportSchema } from '#domain/report/report.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { pdfStructure } from '../pdfStructure.ts'
import { Profiles } from '../profiles.ts'

// A co-ordinator counts her caseload without a signal; a manager the whole service, with one.

const profiles = new Profiles()
let server: ServerProcess
let grace: AtWork
let mo: AtWork

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  mo = await AtWork.arrive(server.url, 'mo@demo.test', profiles.another())
}, 120_000)
afterAll(async () => {
  await grace.leave()
  await mo.leave()
  await server.end()
  profiles.remove()
})

async function ask(page: Page, report: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Report' }).selectOption(report)
  await page.getByRole('article', { name: report }).waitFor()
}

async function sinceTheBeginning(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Time' }).selectOption('Own days')
  for (const [group, day, month, year] of [
    ['From', '1', '1', '2020'],
    ['Until', '31', '12', '2035'],
  ] as const) {
    const days = page.getByRole('group', { name: group })
    await days.getByLabel('Day').fill(day)
    await days.getByLabel('Month').fill(month)
    await days.getByLabel('Year').fill(year)
  }
  await page.getByRole('combobox', { name: 'Count' }).selectOption('People referred in this time')
}

async function save(page: Page, button: RegExp): Promise<string> {
  const [given] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFile(await given.path(), 'utf8')
}

async function referrals(page: Page): Promise<number> {
  const report = reportSchema.parse(JSON.parse(await save(page, /JSON/)))
  return Number(report.tables.find(({ id }) => id === 'referrals-by-practice')?.of.count)
}

/** A screen in the dark is printed as dark letters on white all the same. */
function inkOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body)
    return [color, backgroundColor]
  })
}

test(
  'a co-ordinator, without a signal: her own caseload, then everybody of her team',
  { timeout: 120_000 },
  async () => {
    await grace.context.setOffline(true)
    await grace.place('Reports')
    await sinceTheBeginning(grace.page)
    await ask(grace.page, 'Referrals')
    expect(await grace.page.getByText('On this device: the files that it holds').isVisible()).toBe(true)
    expect(await grace.page.getByText('Whole service').count()).toBe(0)
    const own = await referrals(grace.page)
    await grace.page.getByRole('combobox', { name: 'Co-ordinator' }).selectOption('Everybody')
    await grace.page.getByRole('article', { name: 'Referrals' }).waitFor()
    const all = await referrals(grace.page)
    expect(own).toBeGreaterThan(10)
    expect(own).toBeLessThan(all)
    expect(all).toBe(81)
  },
)

test(
  'what she enters of health care stands in the list at once, before it is sent',
  { timeout: 120_000 },
  async () => {
    const { page } = grace
    await grace.openFile('Larkspindle')
    await page.getByRole('tab', { name: 'Details' }).click()
    await page.getByRole('link', { name: 'Use of health care' }).click()
    const list = page.getByRole('list', { name: 'Entered so far' })
    await list.waitFor()
    const before = await list.getByRole('listitem').count()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Choose what it was').waitFor()
    await page.getByRole('combobox', { name: 'What it was' }).selectOption('Ambulance call')
    const day = page.getByRole('group', { name: 'When it was' })
    await day.getByLabel('Day').fill('1')
    await day.getByLabel('Month').fill('2')
    await day.getByLabel('Year').fill('2019')
    await page.getByLabel('Cost in pounds').fill('£252.00')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await list.getByText('1 Feb 2019').waitFor()
    expect(await list.getByRole('listitem').count()).toBe(before + 1)
    await page.getByRole('button', { name: /^Take away: Ambulance call, .*1 Feb 2019/ }).click()
    await list.getByText('1 Feb 2019').waitFor({ state: 'detached' })
    await grace.context.setOffline(false)
    await grace.allSent()
  },
)

test('a manager: the whole service, as tables, as files, and on paper', { timeout: 120_000 }, async () => {
  const { page } = mo
  await mo.place('Reports')
  await sinceTheBeginning(page)
  await ask(page, 'Referrals')
  await page.getByText('Whole service: everything that has reached it.').waitFor()
  const table = page.getByRole('region', { name: 'Table: Referrals by practice' })
  expect(await table.getByRole('row', { name: /The Westwood Surgery/ }).innerText()).toMatch(/21\s+26%/)
  const csv = await save(page, /CSV/)
  expect(csv).toContain('The Westwood Surgery,21,25.9259')
  await page.getByRole('checkbox', { name: /To be published/ }).click()
  await page.getByText('Counts of fewer than 5 people are not shown').waitFor()
  expect(await table.getByRole('row', { name: /Ingleton/ }).innerText()).toContain('not shown')
  await ask(page, 'Wellbeing')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.getByRole('form', { name: 'What to count' }).isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  expect(await inkOnPaper(page)).toEqual(['rgb(29, 41, 39)', 'rgb(255, 255, 255)'])
  const pdf = await page.pdf({ format: 'A4', tagged: true })
  expect(pdfStructure(pdf).title).toBe('Reports – Doorstep')
  await page.emulateMedia({ media: null, colorScheme: null })
})

test('one that takes long is given up, and asked for again', { timeout: 120_000 }, async () => {
  const { page } = mo
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/account/reports/funder**', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  await page.getByRole('combobox', { name: 'Report' }).selectOption('For the funder')
  await page.getByText('The service is counting…').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Given up: nothing was counted.').waitFor()
  answer()
  await page.unroute('**/api/account/reports/funder**')
  await page.getByRole('button', { name: 'Count again' }).click()
  await page.getByRole('article', { name: 'For the funder' }).waitFor()
  await mo.context.setOffline(true)
  await page.getByRole('combobox', { name: 'Report' }).selectOption('People')
  await page.getByText('The whole service needs a signal.').waitFor()
  await page.getByText('On this device', { exact: true }).click()
  const people = page.getByRole('article', { name: 'People' })
  await people.waitFor()
  expect(await people.innerText()).toContain('On this device')
})
