import { arrive, click, ofClient, place, type Walk, type Walking } from './walking.ts'

/** First contact: who takes a client, calls, saying no, bookings, and lists to ring through. */
export const contactWalk: Walk = {
  walk: 'contact',
  steps: [
    arrive('grace@demo.test'),
    {
      screen: 'client-waiting',
      go: async (at) => {
        await place('Caseload')(at)
        await at.page.getByRole('searchbox').first().fill('Rookhope')
        await click(/Rookhope/)(at)
        await at.page.getByText(/^Waiting for/).waitFor()
      },
    },
    {
      screen: 'client-more',
      go: async ({ page }) => {
        await page.getByRole('main').getByRole('button', { name: 'More' }).click()
        await page.getByRole('link', { name: 'They do not want it' }).waitFor()
      },
    },
    {
      screen: 'allocate',
      go: async ({ page }) => page.getByRole('link', { name: 'Give to a colleague' }).click(),
    },
    {
      screen: 'call',
      go: async (at) => {
        await at.page.goBack()
        await at.page
          .getByRole('main')
          .getByRole('link', { name: /^Call Angie/ })
          .click()
        await at.page.getByRole('button', { name: 'No answer' }).waitFor()
      },
    },
    {
      screen: 'call-logged',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'No answer' }).click()
        await page.getByLabel('Ring again').selectOption({ index: 1 })
        await page
          .getByText(/To be tried again/)
          .first()
          .waitFor()
      },
    },
    { screen: 'decline', go: ofClient('/decline') },
    {
      screen: 'client-declined',
      go: async ({ page }) => {
        await page.getByRole('radio', { name: 'Not now' }).check()
        await page.getByRole('button', { name: 'They do not want it' }).click()
        await page.getByText(/^To be asked again on/).waitFor()
      },
    },
    {
      screen: 'booking',
      go: async (at) => {
        await place('Today')(at)
        await click(/^Confirm or change/)(at)
        await at.page.getByRole('button', { name: 'They confirm it' }).click()
        await at.page.getByText(/^Confirmed /).waitFor()
      },
    },
    { screen: 'call-lists-none', go: openCallLists },
    {
      screen: 'choosing-several',
      go: async ({ page }) => {
        await page.getByRole('link', { name: 'Choose people in the caseload' }).click()
        for (const at of [0, 1, 3]) await page.getByRole('checkbox').nth(at).check()
        await page.getByRole('button', { name: 'Make a call list' }).click()
        await page.getByLabel('Name of the list').fill('Winter calls')
        await page.getByLabel('What to ask or to tell').fill('Is the house warm, is there food in?')
      },
    },
    {
      screen: 'call-list',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Make the list of 3' }).click()
        await page.getByRole('button', { name: 'Skip for now' }).waitFor()
      },
    },
    {
      screen: 'call-list-logged',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Spoke to them' }).click()
        await page.getByRole('button', { name: 'Next person' }).waitFor()
      },
    },
    { screen: 'call-lists', go: click('Call lists') },
    {
      screen: 'waiting-times',
      go: async (at) => {
        await place('Caseload')(at)
        await at.page.getByText('Waiting times', { exact: true }).click()
      },
    },
    { screen: 'today-with-calls', go: place('Today') },
  ],
}

async function openCallLists(at: Walking) {
  await place('Caseload')(at)
  await click('Call lists')(at)
}
