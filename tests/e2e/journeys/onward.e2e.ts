import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personSchema } from '#protocol/account.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PIN } from '../atWork.ts'
import { launchBrowser } from '../browser.ts'
import { Profiles } from '../profiles.ts'
import { recordsOnDevice } from '../unsealed.ts'

// Grace refers Edie to Age UK without a signal; Pat of Age UK answers without one; and somebody without an account
// answers by a link, once.

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

const SHARED = 'Would like to sit with others over a cup of tea'
const NOT_SHARED = '07700 900'

test('a referral goes out offline, is answered offline, and is spoken about both ways', async () => {
  const grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  const pat = await AtWork.arrive(server.url, 'pat@demo.test', profiles.another())
  await refer(grace)
  await accept(pat)
  await readAnswer(grace)
  await askForNews(grace)
  await answerNews(pat)
  await expectNothingBeyond(pat)
  await pat.leave()
  await answerByLink(await makeLink(grace), grace)
  expect(
    await card(grace.page).getByRole('list', { name: 'Answers and messages' }).getByRole('listitem').count(),
  ).toBe(4)
  await grace.leave()
})

async function openReferrals(grace: AtWork, name: string): Promise<void> {
  await grace.openFile(name)
  await grace.page.getByRole('tab', { name: 'Referrals out' }).click()
}

async function refer(grace: AtWork): Promise<void> {
  const { page } = grace
  await grace.context.setOffline(true)
  await openReferrals(grace, 'Edie Quillerby')
  await page.getByRole('link', { name: 'Refer to a service' }).click()
  await page.getByRole('searchbox', { name: 'Which service' }).fill('pop in')
  await page.getByRole('button', { name: /^Pop in Parlours/ }).click()
  await page.getByLabel('Why this service').fill(SHARED)
  await page.getByRole('checkbox', { name: 'Name and contact details' }).uncheck()
  const preview = page.getByRole('region', { name: 'This is what Age UK Bexley will see' })
  expect(await preview.innerText()).toContain(SHARED)
  expect(await preview.innerText()).toContain('Use her name first')
  expect(await preview.innerText()).not.toContain(NOT_SHARED)
  await page.getByRole('button', { name: 'Send the referral' }).click()
  await page.getByText('Without a yes this cannot be a referral').first().waitFor()
  await page.getByRole('radio', { name: /^Yes, to this service/ }).check()
  await page.getByRole('button', { name: 'Send the referral' }).click()
  await card(page).getByText('Not sent yet').first().waitFor()
  await grace.context.setOffline(false)
  await grace.sync()
  await grace.allSent()
}

function card(page: Page) {
  return page.getByRole('region', { name: 'Pop in Parlours', exact: true }).first()
}

async function accept(pat: AtWork): Promise<void> {
  const { page } = pat
  await pat.sync()
  await pat.place('Referrals')
  await page.getByRole('region', { name: 'New' }).getByRole('link', { name: /^Edie/ }).first().click()
  const shared = page.getByRole('region', { name: 'What they agreed to share' })
  await shared.getByText(SHARED).waitFor()
  expect((await shared.innerText()).split('\n')[1]).toBe('Communication needs')
  expect(await shared.innerText()).not.toContain(NOT_SHARED)
  await pat.context.setOffline(true)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByLabel('How long the wait is likely to be').fill('6 weeks')
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText('Accepted. Expected wait: 6 weeks.').waitFor()
  await page.getByLabel(/^Message to Grace/).fill('Which days would suit her?')
  await page.getByRole('button', { name: 'Send message' }).click()
  await page.getByRole('list', { name: 'Answers and messages' }).getByText('Which days').waitFor()
  await pat.context.setOffline(false)
  await pat.sync()
  await pat.allSent()
}

async function readAnswer(grace: AtWork): Promise<void> {
  const { page } = grace
  await grace.sync()
  await grace.place('Today')
  const news = page.getByRole('region', { name: 'From services' })
  await news.getByRole('link', { name: /^Edie.*Which days would suit her/s }).click()
  await card(page).getByText('Accepted. Expected wait: 6 weeks.').waitFor()
  await card(page).getByLabel('Message to the service').fill('Tuesdays, please.')
  await card(page).getByRole('button', { name: 'Send message' }).click()
  await card(page).getByRole('list', { name: 'Answers and messages' }).getByText('Tuesdays').waitFor()
  await grace.place('Today')
  expect(await news.getByRole('link', { name: /^Edie/ }).count()).toBe(0)
}

async function askForNews(grace: AtWork): Promise<void> {
  const { page } = grace
  await openReferrals(grace, 'Fairclove')
  const quiet = page.getByRole('region', { name: 'Befriending', exact: true })
  await quiet.getByText(/^No news for \d+ days$/).waitFor()
  await quiet.getByRole('button', { name: 'Ask for news' }).click()
  await quiet.getByRole('button', { name: 'Ask again' }).waitFor()
  await grace.sync()
  await grace.allSent()
}

async function answerNews(pat: AtWork): Promise<void> {
  const { page } = pat
  await pat.sync()
  await pat.place('Referrals')
  await page
    .getByRole('region', { name: 'Asked for news' })
    .getByRole('link', { name: /^Desmond Befriending/ })
    .click()
  await page.getByText('Grace Lanternby asks for news').waitFor()
  await page.getByRole('button', { name: 'They have started' }).click()
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText(/^Started\. Since/).waitFor()
  await pat.place('Referrals')
  await page
    .getByRole('region', { name: 'Going on' })
    .getByRole('link', { name: /^Desmond Befriending/ })
    .waitFor()
  await page
    .getByRole('region', { name: 'Accepted or waiting' })
    .getByRole('link', { name: /^Edie/ })
    .first()
    .click()
  await page.getByRole('list', { name: 'Answers and messages' }).getByText('Tuesdays, please.').waitFor()
  await pat.allSent()
}

/** The device itself, read byte by byte: of Age UK referrals and messages, as agreed, and its entries; nothing of a file. */
async function expectNothingBeyond(pat: AtWork): Promise<void> {
  const { page } = pat
  const me = await page.evaluate(async () => {
    const answer = await fetch('/api/account/me')
    return answer.text()
  })
  const { id, organisation } = personSchema.parse(JSON.parse(me))
  const held = await recordsOnDevice(page, id, PIN)
  expect(held.length).toBeGreaterThan(60)
  const kinds = new Set(held.map(({ kind }) => kind))
  const given = ['onwardReferral', 'message', 'service', 'correction', 'settings']
  expect([...kinds].filter((kind) => !given.includes(kind))).toEqual([])
  const ofOthers = held.filter(
    ({ kind, body }) =>
      kind !== 'settings' && (body['organisation'] ?? body['organization_id']) !== organisation?.id,
  )
  expect(ofOthers).toEqual([])
  const leading = held.filter(({ body }) => 'need' in body || 'visit' in body)
  expect(leading).toEqual([])
  const edie = held.find(({ body }) => JSON.stringify(body['shared'] ?? '').includes(SHARED))
  expect(edie?.body['shared']).toEqual({ called: 'Edie', reason: SHARED })
}

async function makeLink(grace: AtWork): Promise<string> {
  const { page } = grace
  await openReferrals(grace, 'Edie Quillerby')
  await card(page).getByRole('button', { name: 'Make a link to answer' }).click()
  const link = await card(page).getByRole('textbox', { name: 'Link' }).inputValue()
  return server.url + new URL(link).pathname
}

async function answerByLink(link: string, grace: AtWork): Promise<void> {
  const plain = await launchBrowser({ javaScriptEnabled: false })
  const { page } = plain
  await page.goto(link)
  await page.getByText(SHARED).waitFor()
  await page.getByRole('radio', { name: 'They have started' }).check()
  await page.getByLabel('On which day').fill('2026-11-02')
  await page.getByLabel('Your name').fill('Jo')
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  await page.goto(link)
  await page.getByRole('heading', { name: 'This link has been used' }).waitFor()
  await plain.close()
  // In a browser that has the app, too, the address is the server's and not the app's.
  const beside = await grace.context.newPage()
  await beside.goto(link)
  await beside.getByRole('heading', { name: 'This link has been used' }).waitFor()
  await beside.close()
  await grace.sync()
  await openReferrals(grace, 'Edie Quillerby')
  await card(grace.page).getByText('Jo, Age UK Bexley').waitFor()
}
