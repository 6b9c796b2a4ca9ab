import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { Profiles } from '../profiles.ts'

// Val reports a mistake on her phone, without a signal; Mo puts it right. Pat of Age UK says how long the wait is and
// proposes another address; Mo takes it over, Pat is told, and Val reads it.

const profiles = new Profiles()
let server: ServerProcess

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})

afterAll(async () => {
  await server.end()
  profiles.remove()
})

const ENTRY = 'Memory Café'
const EMAIL = 'memory-cafe@example.org'
const PHONE = '020 7946 0777'

test('a mistake is reported offline and put right, a proposal is taken over, and everybody reads it', async () => {
  const val = await AtWork.arrive(server.url, 'val@demo.test', profiles.another())
  await val.page.setViewportSize({ width: 390, height: 844 })
  await report(val)
  const mo = await AtWork.arrive(server.url, 'mo@demo.test', profiles.another())
  await putRight(mo)
  const pat = await AtWork.arrive(server.url, 'pat@demo.test', profiles.another())
  await sayAndPropose(pat)
  await takeOver(mo)
  await mo.leave()
  await readWhatBecameOfIt(pat)
  await pat.leave()
  await readEntry(val)
  const entry = val.page.getByRole('region', { name: 'Chosen service' })
  expect(await entry.getByText('Takes referrals').count()).toBe(0)
  expect(await entry.getByText(/^Reported:/).count()).toBe(0)
  expect(await entry.getByRole('button', { name: 'I checked this today' }).count()).toBe(0)
  await val.leave()
})

async function openEntry({ page }: AtWork): Promise<void> {
  await page.getByRole('searchbox').first().fill(ENTRY)
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(ENTRY) })
    .first()
    .click()
}

async function report(val: AtWork): Promise<void> {
  const { page } = val
  await val.context.setOffline(true)
  await val.place('Directory')
  await openEntry(val)
  await page.getByRole('button', { name: 'Report a mistake' }).click()
  await page.getByRole('button', { name: 'Place is wrong' }).click()
  await reported(page, 'place is wrong').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await reported(page, 'place is wrong').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Report a mistake' }).click()
  await page.getByLabel('In your words').fill('It rings out')
  await page.getByRole('button', { name: 'Phone or email is wrong' }).click()
  await reported(page, 'phone or email is wrong').waitFor()
  await val.context.setOffline(false)
  await val.sync()
  await val.allSent()
}

const reported = (page: Page, what: string) => page.getByText(`Reported: ${what}, just now`)

async function putRight(mo: AtWork): Promise<void> {
  const { page } = mo
  await mo.place('Directory')
  await page.getByRole('link', { name: 'Upkeep' }).click()
  await page.getByText(/^\d+ of \d+ services were checked in the last six months\.$/).waitFor()
  await page
    .getByRole('list', { name: 'To look at' })
    .getByRole('link', { name: new RegExp(ENTRY) })
    .click()
  await page.getByRole('region', { name: 'Reported' }).getByText('It rings out').waitFor()
  await page.getByRole('link', { name: 'Put it right' }).click()
  expect(await page.getByRole('checkbox', { name: /^Reported: phone/ }).isChecked()).toBe(true)
  await page
    .getByRole('group', { name: 'Phone number 1' })
    .getByRole('textbox', { name: 'Number' })
    .fill(PHONE)
  await page.getByRole('button', { name: 'Save the entry' }).click()
  await page.getByRole('heading', { name: 'How it stands' }).waitFor()
  expect(await page.getByRole('region', { name: 'Reported' }).count()).toBe(0)
  await page.getByRole('button', { name: 'I checked this today' }).click()
  await page.getByText(/^Last checked by Mo/).waitFor()
  await mo.allSent()
}

async function sayAndPropose(pat: AtWork): Promise<void> {
  const { page } = pat
  await pat.place('Our entries')
  await page.getByRole('link', { name: new RegExp(ENTRY) }).click()
  await page.getByText(PHONE).waitFor()
  await page.getByRole('radio', { name: 'No, not at the moment' }).check()
  await page.getByLabel(/^How long is the wait/).fill('9')
  await page.getByRole('button', { name: 'Say so' }).click()
  await page.getByText('Wait: 9 weeks, said').waitFor()
  await page.getByRole('link', { name: 'Propose a change' }).click()
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByText('Nothing is different from how it reads now.').waitFor()
  await page.getByLabel('Email').first().fill(EMAIL)
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByText('Waits for the service').waitFor()
  await pat.allSent()
}

async function takeOver(mo: AtWork): Promise<void> {
  const { page } = mo
  await mo.sync()
  await mo.place('Directory')
  await page.getByRole('link', { name: 'Upkeep' }).click()
  await page.getByText(/^Proposed by the provider \(/).click()
  await page
    .getByRole('list', { name: 'To look at' })
    .getByRole('link', { name: new RegExp(ENTRY) })
    .click()
  const proposal = page.getByRole('region', { name: /^Proposed by Pat/ })
  await proposal.getByText(EMAIL).waitFor()
  await proposal.getByLabel('A word to them').fill('Thank you')
  await proposal.getByRole('button', { name: 'Take it over' }).click()
  await proposal.waitFor({ state: 'detached' })
  await mo.allSent()
}

async function readWhatBecameOfIt(pat: AtWork): Promise<void> {
  const { page } = pat
  await pat.sync()
  await pat.place('Our entries')
  await page.getByRole('link', { name: new RegExp(ENTRY) }).click()
  await page.getByText('Taken over').waitFor()
  await page.getByText('The service says: “Thank you”').waitFor()
  await page.getByRole('region', { name: 'How it reads' }).getByText(EMAIL).waitFor()
}

async function readEntry(val: AtWork): Promise<void> {
  const { page } = val
  await val.sync()
  await val.place('Directory')
  await openEntry(val)
  const entry = page.getByRole('region', { name: 'Chosen service' })
  await entry.getByText(EMAIL).waitFor()
  await entry.getByText(PHONE).waitFor()
  await entry.getByText('9 weeks').first().waitFor()
  await entry.getByText(/^Last checked by Mo/).waitFor()
}
