import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '#domain/change/write.ts'
import { moveReferrals, type Move } from '#domain/referral/progress.ts'
import { referralBody } from '#domain/referral/referral.ts'
import { referralProgress } from '#domain/referral/referralProgress.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { personSchema } from '#protocol/account.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD, PIN } from '../atWork.ts'
import { launchBrowser } from '../browser.ts'
import { Colleague } from '../colleague.ts'
import { Profiles } from '../profiles.ts'
import { fillReferral } from '../referSteps.ts'
import { recordsOnDevice } from '../unsealed.ts'
import { consent, part, risks } from '../visitSteps.ts'

const profiles = new Profiles()
let server: ServerProcess
let grace: Colleague

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  grace = await Colleague.signIn(server.url, 'grace@demo.test', PASSWORD)
})

afterAll(async () => {
  await server.end()
  profiles.remove()
})

const PHONE = '020 7946 0123'
const SECRET = 'Plantedcasewords of a note'

test('a referrer refers somebody without a signal, sees how far it has come, and holds nothing of the file', async () => {
  const ros = await AtWork.arrive(server.url, 'ros@demo.test', profiles.another())
  const { page } = ros
  const me = personSchema.parse(await (await page.request.get(`${server.url}/api/account/me`)).json())
  expect(await placesOf(page)).toEqual(['Refer', 'Sync', 'Settings'])

  await ros.context.setOffline(true)
  await refer(page, 'Wilhelmina', 'Thorsby')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Wilhelmina Thorsby' })
    .getByText('Waits to be sent')
    .waitFor()
  await ros.context.setOffline(false)
  await told(page, 'Received')

  const visit = await graceWorksOnIt()
  await told(page, 'In contact')
  await visitedByGrace(visit)
  await told(page, 'Seen')

  await ros.allSent()
  const answers = await heard(page)
  const held = await recordsOnDevice(page, me.id, PIN)
  expect([...new Set(held.map(({ kind }) => kind))]).toEqual(['referralProgress'])
  for (const words of [SECRET, PHONE, visit]) {
    expect(answers).not.toContain(words)
    expect(JSON.stringify(held.map(({ body }) => body))).not.toContain(words)
  }
  expect(answers).toContain('Wilhelmina Thorsby')
  await ros.leave()
})

async function placesOf(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()
}

/** Through the whole form, with the mistakes that it must catch. */
async function refer(page: Page, firstName: string, familyName: string): Promise<void> {
  await page.getByRole('link', { name: 'Refer somebody' }).click()
  const urgent = page.getByRole('radiogroup', { name: /spoken of suicide/ })
  await urgent.getByRole('radio', { name: 'Yes' }).check()
  await page.getByRole('link', { name: /Ring 999/ }).waitFor()
  await fillReferral(page, firstName, familyName)
  await page.getByLabel('Best way to reach them').fill('')
  await page.getByLabel('NHS number').fill('999 123-4568')
  await page.getByText('A digit is mistyped').waitFor()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Say how they can be reached' }).click()
  await page.keyboard.type(PHONE)
  await page.getByRole('button', { name: 'Send' }).click()
}

/** What the referrer is told, on the screen that was open all along. */
function told(page: Page, status: string): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: 'Wilhelmina Thorsby' })
  return row.getByText(status, { exact: true }).waitFor({ timeout: 60_000 })
}

/** Everything that the server answers this device about records, whichever way it asks. */
async function heard(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = ['records?limit=2000', 'manifest', 'ready'].map((path) => fetch(`/api/sync/${path}`))
    const texts = await Promise.all((await Promise.all(asked)).map((answer) => answer.text()))
    return texts.join('\n')
  })
}

/** By the wire: a note is written, a visit planned, and the referral is in contact. */
async function graceWorksOnIt(): Promise<string> {
  const records = await grace.records()
  const client = records.find(({ body }) => body['familyName'] === 'Thorsby')
  if (!client) throw new Error('The referral did not come to Grace')
  const file = records.filter((record) => record.file === client.id)
  const visit = crypto.randomUUID()
  const on = new Date().toISOString().slice(0, 10)
  const { id } = grace.person
  const saved = await grace.save([
    createRecord('note', crypto.randomUUID(), client.id, { text: SECRET, at: on, author: id }),
    createRecord('visit', visit, client.id, {
      startsAt: `${on}T09:00`,
      place: 'home',
      coordinator: id,
      purpose: 'first',
      status: 'planned',
    }),
    ...moved(file, { status: 'in-contact', on }),
  ])
  expect(saved).toBe('applied')
  return visit
}

function moved(file: readonly StoredRecord[], move: Move) {
  const ofKind = (kind: string) => file.filter((record) => record.kind === kind)
  return moveReferrals(
    {
      referrals: ofKind('referral').map((each) => ({ ...each, body: referralBody.parse(each.body) })),
      progress: ofKind('referralProgress').map((each) => ({
        ...each,
        body: referralProgress.body.parse(each.body),
      })),
    },
    move,
  )
}

/** On her own tablet, from the caseload to the end of the visit. */
async function visitedByGrace(visit: string): Promise<void> {
  const tablet = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  await tablet.openFile('Thorsby')
  await tablet.page.goto(`${server.url}/visits/${visit}`)
  await tablet.unlock()
  await tablet.page.getByRole('button', { name: 'Begin visit' }).click()
  await consent(tablet.page)
  await risks(tablet.page)
  await part(tablet.page, 'Finish')
  await tablet.page.getByRole('button', { name: 'Finish visit' }).click()
  await tablet.page.getByText('The team has it').first().waitFor({ timeout: 60_000 })
  await tablet.leave()
}

test('a volunteer passes somebody on to a co-ordinator', async () => {
  const val = await AtWork.arrive(server.url, 'val@demo.test', profiles.another())
  await val.place('Refer')
  await val.page.getByRole('link', { name: 'Pass somebody on' }).click()
  await val.page.getByRole('radio', { name: 'No', exact: true }).check()
  await val.page.getByLabel('Family name').fill('Passedon')
  await val.page.getByLabel('Best way to reach them').fill('At the library on Tuesdays')
  await val.page.getByRole('combobox', { name: 'Their GP practice' }).selectOption({ index: 1 })
  await val.page.getByRole('radio', { name: 'They were not asked' }).check()
  await val.page.getByLabel('Why they were not asked').fill('They had to catch a bus')
  await val.page.getByRole('button', { name: 'Send' }).click()
  await val.page.getByRole('listitem').filter({ hasText: 'Passedon' }).getByText('Received').waitFor()
  await val.leave()
  const referral = (await fileOf('Passedon')).find(({ kind }) => kind === 'referral')
  expect(referral?.body).toMatchObject({ source: 'voluntary', consentNote: 'They had to catch a bus' })
})

test('without script, the public page takes a referral, and gives back what was typed where something is missing', async () => {
  const { page, close } = await launchBrowser({ javaScriptEnabled: false })
  await page.goto(`${server.url}/refer`)
  await page.getByRole('link', { name: '999' }).first().waitFor()
  await page.getByRole('link', { name: 'Ask for help for yourself' }).click()
  await page.getByLabel('Family name').fill('Scriptless')
  await page.getByLabel('Money or housing').check()
  // Nobody fills it in faster.
  await setTimeout(3_000)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Please tell us one way to reach you' }).click()
  expect(new URL(page.url()).hash).toBe('#phone')
  expect(await page.getByLabel('Family name').inputValue()).toBe('Scriptless')
  expect(await page.getByLabel('Money or housing').isChecked()).toBe(true)
  await page.getByLabel('Phone').fill('020 7946 0456')
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Thank you. We have it.' }).waitFor()
  const reference = await page.locator('.reference').innerText()
  await page.reload()
  await close()
  const file = await fileOf('Scriptless')
  expect(file.map(({ kind }) => kind).toSorted()).toEqual(['client', 'referral'])
  expect(file.find(({ kind }) => kind === 'referral')?.body).toMatchObject({
    source: 'self',
    reasons: ['money-or-housing'],
    externalReference: reference,
  })
})

async function fileOf(familyName: string): Promise<StoredRecord[]> {
  const records = await grace.records()
  const clients = records.filter(({ body }) => body['familyName'] === familyName)
  expect(clients).toHaveLength(1)
  return records.filter(({ file }) => file === clients[0]?.id)
}

test('the app on the same device leaves the public page to the server', async () => {
  const { page, close } = await launchBrowser()
  await page.goto(server.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.goto(`${server.url}/refer`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ask for help, or refer somebody')
  await close()
})
