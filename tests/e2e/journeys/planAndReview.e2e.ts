import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { agreedAndSafe } from '../planAndReviewWalk.ts'
import { Profiles } from '../profiles.ts'
import { part, wellbeing } from '../visitSteps.ts'

let server: ServerProcess
let grace: AtWork
const profiles = new Profiles()
// All of it on one tablet without a signal; at the end everything is sent, and a colleague looks.
const STEP = 'Ring the bell-ringers'

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  await server.stop()
})

afterAll(async () => {
  await grace.leave()
  await server.end()
  profiles.remove()
})

const button = (at: Page | Locator, name: string | RegExp) => at.getByRole('button', { name })

const readBy = (page: Page, look: string) =>
  page.getByRole('radiogroup', { name: 'Read the plan by' }).getByText(look, { exact: true }).click()

/** A need, a goal and a step that was due long ago, without a visit. */
async function buildPlan(page: Page) {
  await page.getByRole('tab', { name: 'Plan' }).click()
  await readBy(page, 'Needs and goals')
  await button(page, 'Add a need').click()
  await page.getByLabel('What is needed').fill('Bells to ring')
  await button(page, 'Add need').click()
  const need = page.getByRole('region', { name: 'Bells to ring' })
  await button(need, /^Add a goal/).click()
  await need.getByLabel('Goal').fill('Ring on Sundays')
  await button(need, 'Add goal').click()
  await button(need, /^Add a step/).click()
  await need.getByLabel('Step', { exact: true }).fill(STEP)
  await need.getByLabel('By when').selectOption('other')
  await need.getByLabel('Day', { exact: true }).fill('2')
  await need.getByLabel('Month').fill('1')
  await need.getByLabel('Year').fill('2026')
  await button(need, 'Add step').click()
  await need.getByText('Was due').waitFor()
}

/** A card is moved without a pointer: Enter opens, the arrows choose, Enter moves; the focus goes along. */
async function moveByKeyboard(page: Page) {
  await readBy(page, 'Steps')
  const card = page
    .getByRole('region', { name: /^To do/ })
    .getByRole('listitem')
    .filter({ hasText: STEP })
  await button(card, /Move it$/).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Doing' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const doing = page
    .getByRole('region', { name: /^Doing/ })
    .getByRole('listitem')
    .filter({ hasText: STEP })
  await doing.waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toBe(`“${STEP}” is doing. Move it`)
}

/** Every step one by one; what came of the one above, and what it all changed. */
async function review(page: Page) {
  await button(page, 'Begin visit').click()
  await part(page, 'Steps so far')
  const steps = page.getByRole('main').locator('ol > li')
  for (const step of await steps.all()) await step.getByRole('radio', { name: 'Yes' }).check()
  await page.getByLabel(`What came of it? ${STEP}`).fill('Rings every Sunday')
  await part(page, 'Looking back')
  await page.getByRole('radio', { name: 'A major difference' }).check()
  await wellbeing(page)
  await part(page, 'Finish')
  await button(page, 'Finish visit').click()
  await page.getByRole('heading', { name: 'Visit finished' }).waitFor()
}

async function close(page: Page) {
  await page.getByRole('link', { name: /^Close .* file$/ }).click()
  await page.getByRole('heading', { name: /^Close the file of/ }).waitFor()
  await button(page, 'Close the file').click()
  await page.getByRole('alert').filter({ hasText: 'Say why the file is closed' }).waitFor()
  await page.getByRole('radio', { name: 'They have what they came for' }).check()
  await page.getByLabel('In your own words').fill('Bells and all')
  await button(page, 'Close the file').click()
  await page.getByText(/^Closed \d/).waitFor()
}

async function comeBack(page: Page) {
  await page.getByRole('link', { name: 'They have come back' }).click()
  await button(page, 'Open the file again').click()
  await page.getByRole('alert').filter({ hasText: 'Say whether they agree' }).waitFor()
  await page.getByLabel('Who referred them').selectOption('family')
  await agreedAndSafe(page)
  await button(page, 'Open the file again').click()
  await page.getByLabel('Looking at').waitFor()
}

test('a carer gets a file of their own, and each file shows the other', async () => {
  const { page } = grace
  await grace.place('Caseload')
  await page
    .getByRole('region', { name: 'Case files' })
    .getByRole('listitem')
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('tab', { name: 'People' }).click()
  await button(page, 'Add somebody').click()
  await page.getByLabel('Name', { exact: true }).fill('Tom Quillfeather')
  await page.getByLabel('Phone').fill('07700 900999')
  await page.getByRole('checkbox', { name: 'Cares for them' }).check()
  await page.getByRole('checkbox', { name: 'Emergency contact' }).check()
  await button(page, 'Add').click()
  const people = page.getByRole('list', { name: 'People around them' })
  expect(await people.getByRole('link', { name: /^Ring .*Tom/ }).getAttribute('href')).toBe('tel:07700900999')

  await button(people, 'A file for Tom Quillfeather').click()
  await page.getByRole('link', { name: 'Begin a file for them' }).click()
  await agreedAndSafe(page)
  await button(page, 'Begin the file').click()
  await page.getByRole('heading', { level: 1, name: 'Tom Quillfeather' }).waitFor()
  await people.getByText('Is cared for by them').waitFor()
  await people.getByRole('link', { name: /^Open .* file$/ }).click()
  await people.getByRole('link', { name: 'Open Tom Quillfeather’s file' }).waitFor()
})

test('a plan, its review, the close, and another time with the service, without a signal', async () => {
  const { page } = grace
  await grace.place('Today')
  const start = page.getByRole('listitem').filter({ hasText: 'Review' })
  const name = await start.getByRole('heading', { level: 3 }).first().innerText()
  await start.getByRole('heading', { level: 3 }).first().getByRole('link').click()
  await buildPlan(page)
  await moveByKeyboard(page)
  await grace.place('Today')
  await page.getByRole('region', { name: 'Steps that were due' }).getByRole('link', { name: STEP }).waitFor()

  await page.getByRole('link', { name: `Start visit with ${name}` }).click()
  await review(page)
  await close(page)
  await button(page, 'Take the closing back').click()
  await page.getByText(/^Closed \d/).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Close the file' }).click()
  await page.getByRole('radio', { name: 'They have what they came for' }).check()
  await button(page, 'Close the file').click()
  await page.getByText(/^Closed \d/).waitFor()

  await comeBack(page)
  const timeline = page.getByRole('list', { name: /^Timeline/ })
  await timeline.getByText('Referred in: Family or friend').waitFor()
  expect(await timeline.getByText('Assessment').count()).toBe(0)
  await page.getByLabel('Looking at').selectOption({ index: 1 })
  await timeline.getByText('Assessment').first().waitFor()
  const before = page.getByRole('region', { name: 'Time with the service' })
  await before.getByText('They have what they came for').last().waitFor()
  await before.getByText('Major', { exact: true }).waitFor()

  await server.start()
  await grace.sync()
  await grace.allSent()
  const sam = await Colleague.signIn(server.url, 'sam@demo.test', PASSWORD)
  const records = await sam.records()
  const file = records.find(({ kind, body }) => kind === 'plan' && JSON.stringify(body).includes(STEP))?.file
  const referrals = records.filter((record) => record.kind === 'referral' && record.file === file)
  expect(new Set(referrals.map(({ body }) => body['status']))).toEqual(new Set(['closed', 'received']))
  expect(records.find(({ id }) => id === file)?.body['status']).toBe('open')
})
