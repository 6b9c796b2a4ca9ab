import { consent, part } from './visitSteps.ts'
import { PIN } from './atWork.ts'
import { arrive, click, place, type Walk, type Walking } from './walking.ts'

/** What is handed over: at a visit, out of a file, and out of the directory. */
export const leafletWalk: Walk = {
  walk: 'leaflet',
  steps: [
    arrive('grace@demo.test'),
    {
      screen: 'of-visit',
      go: async (at) => {
        await place('Today')(at)
        await click(/^Start visit/)(at)
        await at.page.getByRole('button', { name: 'Begin visit' }).click()
        await consent(at.page)
        await part(at.page, 'Services')
        await chooseTwo(at)
        await at.page.getByRole('button', { name: /^Leaflet/ }).click()
        await at.page.getByRole('heading', { name: 'Services for you' }).waitFor()
      },
    },
    {
      screen: 'code',
      go: async ({ page }) => page.getByRole('button', { name: 'Show the QR code' }).click(),
    },
    {
      screen: 'share',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Close', exact: true }).click()
        await page.getByRole('button', { name: 'Share', exact: true }).click()
        await page.getByRole('link', { name: 'Text message' }).waitFor()
      },
    },
    {
      screen: 'of-file',
      go: async (at) => {
        await at.page.getByRole('button', { name: 'Close', exact: true }).click()
        await click('Back to the visit')(at)
        await at.page.getByRole('button', { name: 'Leave for now' }).click()
        await place('Caseload')(at)
        await at.page.getByRole('searchbox').first().fill('Fairclove')
        await click(/Fairclove/)(at)
        await at.page.getByRole('tab', { name: 'Referrals out' }).click()
        await click('Leaflet to give')(at)
        await at.page.getByRole('searchbox', { name: 'Add a service' }).fill('knitters')
        await at.page
          .getByRole('button', { name: /^Knitters/ })
          .first()
          .click()
        await at.page.getByRole('button', { name: 'Record that it was given' }).waitFor()
      },
    },
    {
      screen: 'for-anybody',
      go: async (at) => {
        await place('Directory')(at)
        await at.page.getByRole('list', { name: 'Services found' }).getByRole('link').first().click()
        await at.page.waitForURL(/\/directory\/[0-9a-f-]{36}/)
        const service = /[0-9a-f-]{36}/.exec(at.page.url())?.[0] ?? ''
        await at.page.goto(`${at.url}/leaflet?services=${service}`)
        await at.page.getByLabel('PIN', { exact: true }).fill(PIN)
        await at.page.getByRole('button', { name: 'Unlock', exact: true }).click()
        await at.page.getByRole('searchbox', { name: 'Find a client' }).fill('Fairclove')
        await at.page.getByRole('list', { name: 'People found' }).waitFor()
      },
    },
  ],
}

async function chooseTwo({ page }: Walking) {
  await page.getByRole('searchbox').fill('Men in Sheds')
  await page
    .getByRole('button', { name: /^Refer to Men in Sheds/ })
    .first()
    .click()
  await page
    .getByRole('group', { name: /agree to this referral/ })
    .getByRole('radio', { name: /^Yes/ })
    .check()
  await page.getByRole('searchbox').fill('Befriending')
  await page
    .getByRole('button', { name: /^Give the details of Befriending/ })
    .first()
    .click()
}
