import { arrive, click, place, type Walk, type Walking } from './walking.ts'

const tab =
  (name: string) =>
  ({ page }: Walking) =>
    page.getByRole('tab', { name }).click()

/** The page for somebody without an account, as Grace's link leads to it. */
async function openLink({ page, url }: Walking): Promise<void> {
  await page.getByRole('button', { name: 'Make a link to answer' }).first().click()
  const { pathname } = new URL(await page.getByRole('textbox', { name: 'Link' }).inputValue())
  await page.goto(url + pathname)
  await page.getByRole('button', { name: 'Send the answer' }).waitFor()
}

/** Somebody is referred on from their file, and the service is spoken with. */
export const onwardWalk: Walk = {
  walk: 'onward',
  steps: [
    arrive('grace@demo.test'),
    { screen: 'today', go: place('Today') },
    {
      screen: 'quiet',
      go: async (at) => {
        await place('Caseload')(at)
        await at.page.getByRole('searchbox').first().fill('Fairclove')
        await click(/Fairclove/)(at)
        await tab('Referrals out')(at)
        await at.page
          .getByText(/^No news for/)
          .first()
          .waitFor()
      },
    },
    {
      screen: 'asked',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Ask for news' }).first().click()
        await page.getByText('What they were told').first().click()
        await page.getByRole('button', { name: 'Ask again' }).first().waitFor()
      },
    },
    {
      screen: 'withdraw',
      go: async ({ page }) => page.getByRole('button', { name: 'Withdraw…' }).first().click(),
    },
    { screen: 'share', go: click('Change what is shared') },
    {
      screen: 'refer',
      go: async (at) => {
        await at.page.getByRole('button', { name: 'Leave unsaved' }).click()
        await click('Refer to a service')(at)
        await at.page.getByRole('searchbox').fill('pop in')
      },
    },
    {
      screen: 'refer-chosen',
      go: async ({ page }) => {
        await page.getByRole('button', { name: /^Pop in Parlours/ }).click()
        await page.getByLabel('Why this service').fill('Would like to sit with others over a cup of tea')
        await page.getByRole('button', { name: 'Send the referral' }).click()
        await page.getByRole('alert').first().waitFor()
      },
    },
    {
      screen: 'referred',
      go: async ({ page }) => {
        await page.getByRole('radio', { name: /^Yes, to this service/ }).check()
        await page.getByRole('button', { name: 'Send the referral' }).click()
        await page.getByRole('heading', { name: 'Pop in Parlours' }).first().waitFor()
        await page
          .getByRole('link', { name: /^All sent/ })
          .first()
          .waitFor({ timeout: 60_000 })
      },
    },
    { screen: 'link', go: openLink },
    {
      screen: 'link-problem',
      go: async ({ page }) => {
        await page.getByRole('radio', { name: 'We cannot take them' }).check()
        await page.getByLabel('Your name').fill('Jo')
        await page.getByRole('button', { name: 'Send the answer' }).click()
        await page.getByRole('alert').waitFor()
      },
    },
    {
      screen: 'link-answered',
      go: async ({ page }) => {
        await page.getByLabel('Why', { exact: true }).fill('No places until spring')
        await page.getByRole('button', { name: 'Send the answer' }).click()
        await page.getByRole('heading', { name: 'Thank you' }).waitFor()
      },
    },
    {
      screen: 'link-used',
      go: async ({ page }) => {
        await page.goto(page.url())
        await page.getByRole('heading', { name: 'This link has been used' }).waitFor()
      },
    },
  ],
}

/** A provider's own screens. */
export const providerWalk: Walk = {
  walk: 'provider',
  steps: [
    arrive('pat@demo.test'),
    { screen: 'referrals', go: place('Referrals') },
    {
      screen: 'referral',
      go: async ({ page }) => {
        await page.getByRole('region', { name: 'New' }).getByRole('link').first().click()
        await page.getByRole('button', { name: 'Accept' }).waitFor()
      },
    },
    {
      screen: 'declining',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Decline' }).click()
        await page.getByRole('button', { name: 'Send the answer' }).click()
        await page.getByRole('alert').first().waitFor()
      },
    },
    {
      screen: 'answered',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Another answer' }).click()
        await page.getByRole('button', { name: 'Accept' }).click()
        await page.getByLabel('How long the wait is likely to be').fill('6 weeks')
        await page.getByRole('button', { name: 'Send the answer' }).click()
        await page.getByText('Accepted. Expected wait: 6 weeks.').waitFor()
      },
    },
    { screen: 'sync', go: place('Sync') },
    { screen: 'settings', go: place('Settings') },
  ],
}
