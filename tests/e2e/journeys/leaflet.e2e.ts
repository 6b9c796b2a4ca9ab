import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { flat, pdfStructure, type Tag } from '../pdfStructure.ts'
import { Profiles } from '../profiles.ts'
import { readQr } from '../readQr.ts'
import { consent, keptOnTablet, part, risks } from '../visitSteps.ts'

let server: ServerProcess
const profiles = new Profiles()

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})

afterAll(async () => {
  await server.end()
  profiles.remove()
})

const NOTE = 'Bring your own mug'

test('a leaflet at a visit without a signal, and one out of the file', async () => {
  const grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  const { page } = grace
  await grace.context.setOffline(true)

  const name = await page.getByRole('list').getByRole('heading', { level: 3 }).first().innerText()
  await page.getByRole('link', { name: `Start visit with ${name}` }).click()
  await page.getByRole('button', { name: 'Begin visit' }).click()
  await consent(page)
  await risks(page)
  await chooseTwo(page)
  await keptOnTablet(page)

  await page.getByRole('button', { name: /^Leaflet/ }).click()
  await page.getByRole('heading', { name: 'Services for you' }).waitFor()
  await page.getByRole('textbox', { name: 'A note' }).fill(NOTE)
  await page.emulateMedia({ colorScheme: 'dark' })
  await isTaggedLeaflet(page, ['Men in Sheds', 'Befriending'], name)
  await page.emulateMedia({ colorScheme: 'light' })
  await codesAreRead(page)

  await page.getByRole('link', { name: 'Back to the visit' }).click()
  await page.getByRole('heading', { name: 'Chosen today' }).waitFor()
  expect(await chosenOn(page)).toEqual(['Men in Sheds', 'Befriending'])
  await page.getByRole('button', { name: /^Leaflet/ }).click()
  expect(await page.getByRole('textbox', { name: 'A note' }).inputValue()).toBe(NOTE)
  await page.getByText('Finishing the visit puts these services into the file').waitFor()
  await page.getByRole('link', { name: 'Back to the visit' }).click()

  await part(page, 'Finish')
  await page.getByRole('button', { name: 'Finish visit' }).click()
  await page.getByRole('link', { name: /^Leaflet for/ }).click()
  await page.getByText('The file knows of all of these. Nothing is recorded twice.').waitFor()
  expect(await page.getByRole('textbox', { name: 'A note' }).inputValue()).toBe(NOTE)

  await grace.context.setOffline(false)
  await page.getByRole('button', { name: 'Done with it' }).click()
  await page.getByRole('tab', { name: 'Timeline' }).click()
  const timeline = page.getByRole('list', { name: /^Timeline/ })
  await timeline.getByText('Referred to Men in Sheds', { exact: true }).waitFor()
  await grace.allSent()
  expect(await timeline.getByText('Referred to Men in Sheds', { exact: true }).count()).toBe(1)
  expect(await timeline.getByText('Told about Befriending', { exact: true }).count()).toBe(1)

  await page.getByRole('tab', { name: 'Referrals out' }).click()
  await page.getByRole('link', { name: 'Leaflet to give' }).click()
  for (const service of ['Knitters', 'Lunch Clubs']) await add(page, service)
  await page.getByText(/^Not in .* file so far$/).waitFor()
  await page.pdf()
  await page.getByText(/^Did .* get it\?$/).waitFor()
  const given = timeline.getByText('Leaflet with 2 services given', { exact: true })
  await page.getByRole('button', { name: 'Record that it was given' }).click()
  await page.getByText('2 services are in the file.').waitFor()
  await page.getByText('The file knows of all of these. Nothing is recorded twice.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/^(Did .* get it\?|Not in .* file so far)$/).waitFor()
  await page.getByRole('button', { name: 'Record that it was given' }).click()
  await page.getByText('2 services are in the file.').waitFor()
  await page.getByRole('button', { name: 'Done with it' }).click()
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await given.waitFor()
  expect(await given.count()).toBe(1)
  await page.getByText('Knitters; Lunch Clubs').waitFor()
  await grace.allSent()
  await grace.leave()
})

async function chooseTwo(page: Page) {
  await part(page, 'Services')
  await page.getByRole('searchbox').fill('Men in Sheds')
  await page
    .getByRole('button', { name: /^Refer to Men in Sheds/ })
    .first()
    .click()
  const agreed = page.getByRole('group', { name: /agree to this referral/ })
  await agreed.getByRole('radio', { name: /^Yes/ }).check()
  await page.getByRole('searchbox').fill('Befriending')
  await page
    .getByRole('button', { name: /^Give the details of Befriending/ })
    .first()
    .click()
}

function chosenOn(page: Page): Promise<string[]> {
  const chosen = page.getByRole('region', { name: 'Chosen today' })
  return chosen.getByRole('article').getByRole('heading').allInnerTexts()
}

/** What a screen reader finds in the PDF: language and title, headings, lists, a name for each QR code, whole services. */
async function isTaggedLeaflet(page: Page, services: readonly string[], client: string) {
  const pdf = pdfStructure(await page.pdf({ tagged: true, preferCSSPageSize: true }))
  expect(pdf).toMatchObject({ marked: true, lang: 'en-GB', title: 'Services for you – Doorstep' })
  const tags = flat(pdf.tags)
  const count = (tag: string) => tags.filter((each) => each.tag === tag).length
  expect([count('H1'), count('H2'), count('L')]).toEqual([1, services.length + 2, services.length + 1])
  const alts = tags.filter(({ tag }) => tag === 'Figure').map(({ alt }) => alt)
  expect(alts.map((alt) => alt?.replace(/: http.*/, ''))).toEqual(
    services.map((service) => `QR code. It opens the page about ${service}`),
  )
  const parts = tags.filter(({ children }) => children.some(({ tag }) => tag === 'H2'))
  expect(parts.map((each: Tag) => each.pages.size)).toEqual(parts.map(() => 1))
  expect(await page.title()).not.toContain(client)
  await onlyTheSheetIsPrinted(page)
}

/** Black on white in the dark too, and nothing of the screen on the paper. */
async function onlyTheSheetIsPrinted(page: Page) {
  await page.emulateMedia({ media: 'print' })
  const printed = await page.evaluate(() => {
    const shown = (each: Element) => each.checkVisibility({ visibilityProperty: true })
    return {
      ground: getComputedStyle(document.body).backgroundColor,
      inks: [...document.body.children].filter(shown).map((each) => getComputedStyle(each).color),
      screen: [...document.querySelectorAll('button, nav, header, input')].filter(shown).length,
      points: [...document.querySelectorAll('p')]
        .filter(shown)
        .map((each) => parseFloat(getComputedStyle(each).fontSize) * 0.75),
    }
  })
  await page.emulateMedia({ media: null })
  expect(printed).toMatchObject({ ground: 'rgb(255, 255, 255)', inks: ['rgb(0, 0, 0)'], screen: 0 })
  expect(Math.round(Math.max(...printed.points))).toBe(18)
  expect(Math.round(Math.min(...printed.points))).toBeGreaterThanOrEqual(16)
}

async function codesAreRead(page: Page) {
  // By keyboard alone.
  await page.getByRole('button', { name: 'Show the QR code' }).press('Enter')
  const dialog = page.getByRole('dialog')
  for (const service of ['Men in Sheds', 'Befriending']) {
    await dialog.getByRole('heading', { name: service }).waitFor()
    const code = dialog.getByRole('img', { name: `QR code. It opens the page about ${service}` })
    const read = await readQr(code)
    expect(read).toMatch(new RegExp(`^${server.url}/services/[0-9a-f-]{36}$`))
    expect(await code.getAttribute('aria-label')).toContain(read)
    const next = dialog.getByRole('button', { name: 'Next' })
    if (await next.isEnabled()) await next.press('Enter')
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const again = page.getByRole('button', { name: 'Show the QR code' })
  await expect.poll(() => again.evaluate((button) => button === document.activeElement)).toBe(true)
}

async function add(page: Page, service: string) {
  await page.getByRole('searchbox', { name: 'Add a service' }).fill(service)
  await page
    .getByRole('button', { name: new RegExp(`^${service}`) })
    .first()
    .click()
  await page.getByRole('checkbox', { name: service }).waitFor()
}
