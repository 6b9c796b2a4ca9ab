import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { openTab, unlockTab } from '../tabs.ts'

const NOTE = 'Rang about the bus pass; will bring the form next time'
const GOOD_DAY = 'An hour in the garden and nobody in a hurry'

let server: ServerProcess
let newer: string
let profile: string

beforeAll(async () => {
  newer = mkdtempSync(join(tmpdir(), 'doorstep-newer-'))
  profile = mkdtempSync(join(tmpdir(), 'doorstep-journey-'))
  server = await demoServer()
  await Promise.all([server.start(), build('second', newer)])
})

afterAll(async () => {
  await server.end()
  for (const folder of [newer, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('unsent work and an open visit meet a newer version, in two tabs', async () => {
  const grace = await AtWork.arrive(server.url, 'grace@demo.test', profile)
  const { page, context } = grace
  await page.evaluate(() => navigator.serviceWorker.ready)
  const sending = '**/api/sync/changes'
  await context.route(sending, (route) => route.abort('connectionrefused'))

  const visiting = await openTab(grace, '/today')
  const visit = await beginVisit(visiting)
  await writeNote(grace)
  await grace.status(/^1 change waits/)

  await server.stop()
  await server.start(newer)
  await context.setOffline(true)
  await context.setOffline(false)
  const offer = page.getByText('A newer Doorstep is ready.')
  await offer.waitFor()

  // The page that is open still finds its own parts, which the server no longer has.
  const asked = partsAskedBy(page)
  await grace.place('Settings')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  expect(await version(page)).not.toBe('Version second')
  // A part that is a library's alone has the same name in both.
  expect(asked.filter((part) => !existsSync(join(newer, part)))).not.toEqual([])

  await page.getByRole('button', { name: 'Reload', exact: true }).click()
  for (const tab of [page, visiting]) await tab.getByRole('button', { name: 'Unlock', exact: true }).waitFor()

  await grace.unlock()
  await grace.status(/^1 change waits/)
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  expect(await version(page)).toBe('Version second')
  expect(await offer.count()).toBe(0)

  await unlockTab(visiting)
  expect(new URL(visiting.url()).pathname).toBe(visit)
  await expect.poll(() => visiting.getByRole('textbox').first().inputValue()).toBe(GOOD_DAY)

  await context.unroute(sending)
  await grace.sync()
  await grace.allSent()
  expect(await notesOnServer()).toEqual([NOTE])

  await server.stop()
  for (const place of ['Directory', 'Caseload', 'Today']) {
    await grace.place(place)
    await page.getByRole('heading', { name: place, level: 1 }).waitFor()
  }
  await page
    .getByRole('link', { name: /^Resume visit/ })
    .first()
    .waitFor()
  await grace.leave()
})

/** The same source under another stamp: every part of ours gets another name, as in any release. */
async function build(stamp: string, folder: string): Promise<void> {
  const building = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
    {
      env: { ...process.env, NODE_ENV: 'production', DOORSTEP_BUILD: stamp, DOORSTEP_DIST: folder },
      stdio: 'inherit',
    },
  )
  await once(building, 'exit')
  if (building.exitCode !== 0) throw new Error(`The app could not be built (${building.exitCode})`)
}

/** Begins the day's first visit, answers a question, and waits until it is kept. Answers the visit's path. */
async function beginVisit(page: Page): Promise<string> {
  await page
    .getByRole('link', { name: /^Start visit/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Begin visit' }).click()
  await page
    .getByRole('navigation', { name: 'Parts of the visit' })
    .getByRole('button', { name: 'What matters to you' })
    .click()
  await page.getByRole('textbox').first().fill(GOOD_DAY)
  await page.getByRole('status').filter({ hasText: 'Kept on this tablet' }).waitFor()
  return new URL(page.url()).pathname
}

async function writeNote(somebody: AtWork): Promise<void> {
  const { page } = somebody
  await somebody.place('Caseload')
  await page
    .getByRole('region', { name: 'Case files' })
    .getByRole('listitem')
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByLabel('New note').fill(NOTE)
  await page.getByRole('button', { name: 'Save note' }).click()
}

function partsAskedBy(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/assets\/.*\.js$/.test(pathname)) asked.push(pathname)
  })
  return asked
}

function version(page: Page): Promise<string> {
  return page.getByText(/^Version /).innerText()
}

async function notesOnServer(): Promise<unknown[]> {
  const sam = await Colleague.signIn(server.url, 'sam@demo.test', PASSWORD)
  const records = await sam.records()
  return records.filter(({ body }) => body['text'] === NOTE).map(({ body }) => body['text'])
}
