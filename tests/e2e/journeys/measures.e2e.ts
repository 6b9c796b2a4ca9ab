import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD, PIN } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { chooseFile, takeByPhone, wordedWemwbs } from '../measuresWalk.ts'
import { Profiles } from '../profiles.ts'
import { consent, keptOnTablet, part, risks } from '../visitSteps.ts'

let server: ServerProcess
let mo: AtWork
let grace: AtWork
const profiles = new Profiles()
const CUES = /shown as cue words/
const NOTICE = '© Nobody at all, for a test.'

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  mo = await AtWork.arrive(server.url, 'mo@demo.test', profiles.another())
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  await server.stop()
})

afterAll(async () => {
  await mo.leave()
  await grace.leave()
  await server.end()
  profiles.remove()
})

/** Begins a visit of today, and goes to its wellbeing part. */
async function beginVisit(page: Page, purpose: 'First visit' | 'Review'): Promise<void> {
  const visit = page.getByRole('listitem').filter({ hasText: purpose })
  await visit
    .getByRole('link', { name: /^Start visit/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Begin visit' }).click()
  await part(page, 'Wellbeing')
}

async function leaveVisit(page: Page): Promise<void> {
  await keptOnTablet(page)
  await page.getByRole('button', { name: 'Leave for now' }).click()
}

test('until wording is loaded a visit says that it shows cues', async () => {
  const { page } = grace
  await grace.place('Today')
  await beginVisit(page, 'Review')
  await page.getByText(CUES).waitFor()
  await page.getByText('Optimistic about the future').first().waitFor()
  expect(await page.getByText('© NHS Health Scotland').first().isVisible()).toBe(true)
  await leaveVisit(page)
})

test('a manager loads wording without a signal: a faulty file by its lines, then the right one', async () => {
  const { page } = mo
  await mo.place('Service')
  await page.getByRole('link', { name: /^Measures/ }).click()
  await page.getByRole('link', { name: 'Load wording' }).click()
  const { licence: _, ...unlicensed } = wordedWemwbs
  await chooseFile(page, JSON.stringify(unlicensed, null, 2))
  await page.getByText('“licence” is missing').waitFor()
  expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0)
  await chooseFile(page, JSON.stringify(wordedWemwbs, null, 2))
  await page.getByText('Invented question number 1').waitFor()
  await page.getByText(NOTICE).last().waitFor()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('list', { name: 'Loaded wording' }).getByText('version 7').waitFor()
})

test('a visit that begins after it has come asks in that wording, shows its notice, and records it', async () => {
  await server.start()
  await mo.sync()
  await mo.allSent()
  await grace.sync()
  await grace.allSent()
  const { page } = grace
  await grace.place('Today')
  await beginVisit(page, 'First visit')
  await page.getByText('Invented question number 14').waitFor()
  await page.getByText(/licensed to Invented Services \(INVENTED-42\)/).waitFor()
  expect(await page.getByText(CUES).count()).toBe(0)

  await page.getByRole('button', { name: 'Hand over the tablet' }).first().click()
  await page.getByText(wordedWemwbs.instructions).waitFor()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  for (let i = 1; i <= wordedWemwbs.items.length; i += 1) {
    await page.getByText(`Invented question number ${i}`, { exact: true }).waitFor()
    await page.getByText(NOTICE).waitFor()
    await page.getByRole('radio', { name: 'Often' }).check()
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await page.getByRole('button', { name: 'Give it back' }).click()
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByLabel('PIN', { exact: true }).press('Enter')
  await page.getByText('56 of 70').first().waitFor()

  await consent(page)
  await risks(page)
  await part(page, 'Finish')
  await page.getByRole('button', { name: 'Finish visit' }).click()
  await page.getByRole('heading', { name: 'Visit finished' }).waitFor()
  await page.getByText('The team has it').first().waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Back to today' }).click()
  const sam = await Colleague.signIn(server.url, 'mo@demo.test', PASSWORD)
  const records = await sam.records()
  const loaded = records.find(({ kind }) => kind === 'instrument')
  const [taken] = records.filter(({ body }) => JSON.stringify(body['scores'] ?? '').includes('licensed'))
  expect(taken?.body['scores']).toMatchObject([
    { measure: 'wemwbs', total: 56, how: 'self', wording: 'licensed', pack: loaded?.id, packVersion: '7' },
    { measure: 'swemwbs', total: 28, metric: 25.03, wording: 'licensed' },
  ])
  // The words of the licence stay with the pack: what goes out with a file has the cues.
  expect(JSON.stringify(taken?.body)).not.toContain('Invented question')
})

test('a measure is taken by itself without a signal, survives its tablet, and is drawn by its own direction', async () => {
  await server.stop()
  const { page } = grace
  await grace.openFile('Rookhope')
  await page.getByRole('tab', { name: 'Wellbeing' }).waitFor()
  await takeByPhone(page, 'ONS4', ['7', '6', '8', '9'])
  await page.getByText('9 of 10, high').waitFor()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await takeByPhone(page, 'ONS4', ['7', '5'])
  await page.getByText('Kept on this tablet').waitFor()
  await grace.restart('kill')
  const again = grace.page
  for (const answer of ['8', '3']) {
    await again.getByRole('radio', { name: answer, exact: true }).check()
    await again.getByRole('button', { name: 'Next', exact: true }).click()
  }
  await again.getByRole('button', { name: 'Finish', exact: true }).click()
  await again.getByText(/^6 points lower than the first time \(lower is better\)/).waitFor()
  const drawn = again.getByRole('img', { name: /^Anxious yesterday over time: 9 on .*, 3 on / })
  await drawn.getByText('Lower is better').waitFor()
  await again.emulateMedia({ media: 'print' })
  expect(await again.getByText('Office for National Statistics.').first().isVisible()).toBe(true)
  await again.emulateMedia({ media: 'screen' })
  await server.start()
  await grace.sync()
  await grace.allSent()
})
