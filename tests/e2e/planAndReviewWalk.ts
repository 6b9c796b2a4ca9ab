import type { Page } from 'playwright-core'
import { arrive, click, open, place, visitPart, type Walk } from './walking.ts'

/** What no referral goes in without. */
export async function agreedAndSafe(page: Page) {
  await page
    .getByRole('radiogroup', { name: /suicide, or of harm/ })
    .getByRole('radio', { name: 'No' })
    .check()
  await page.getByRole('radio', { name: 'Agreed to the referral' }).check()
}

/** The plan on its board, the people around, a review, the close, and another time with the service. */
export const planAndReview: Walk = {
  walk: 'plan-and-review',
  steps: [
    arrive('grace@demo.test'),
    { screen: 'reviews', go: open('/reviews') },
    {
      screen: 'today-steps-due',
      go: async (at) => {
        await place('Today')(at)
        await at.page.getByText('Steps that were due').waitFor()
      },
    },
    {
      screen: 'board',
      go: async (at) => {
        await at.page.getByRole('region', { name: 'Steps that were due' }).getByRole('link').first().click()
        await at.page.getByRole('region', { name: /^To do/ }).waitFor()
      },
    },
    {
      screen: 'step-changing',
      go: async ({ page }) => {
        await page
          .getByRole('button', { name: /^Change “/ })
          .first()
          .click()
      },
    },
    {
      screen: 'needs',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Leave as it is' }).click()
        await page.getByText('Needs and goals', { exact: true }).click()
        await page.getByRole('button', { name: 'Add a need' }).click()
      },
    },
    {
      screen: 'people-around',
      go: async ({ page }) => {
        await page.getByRole('tab', { name: 'People' }).click()
        await page.getByRole('button', { name: 'Add somebody' }).click()
        await page.getByLabel('Name', { exact: true }).fill('Tom Quillfeather')
        await page.getByLabel('Phone').fill('07700 900999')
        await page.getByRole('checkbox', { name: 'Cares for them' }).check()
        await page.getByRole('button', { name: 'Add', exact: true }).click()
        await page.getByRole('button', { name: 'A file for Tom Quillfeather' }).click()
      },
    },
    { screen: 'file-begun', go: click('Begin a file for them') },
    {
      screen: 'people-other-side',
      go: async ({ page }) => {
        await agreedAndSafe(page)
        await page.getByRole('button', { name: 'Begin the file' }).click()
        await page.getByText('Is cared for by them').waitFor()
      },
    },
    {
      screen: 'review-steps',
      go: async (at) => {
        await place('Today')(at)
        const review = at.page.getByRole('listitem').filter({ hasText: 'Review ·' }).first()
        await review.getByRole('link', { name: /^Start visit/ }).click()
        await at.page.getByRole('button', { name: 'Begin visit' }).click()
        await at.page.getByRole('heading', { name: 'Steps so far' }).waitFor()
      },
    },
    { screen: 'review-looking-back', go: visitPart('Looking back') },
    {
      screen: 'review-finished',
      go: async (at) => {
        await visitPart('Finish')(at)
        await at.page.getByRole('button', { name: 'Finish visit' }).click()
        await at.page.getByRole('heading', { name: 'Visit finished' }).waitFor()
      },
    },
    { screen: 'close', go: click(/^Close .* file$/) },
    {
      screen: 'closed',
      go: async ({ page }) => {
        await page.getByRole('radio', { name: 'They have what they came for' }).check()
        await page.getByRole('button', { name: 'Close the file' }).click()
        await page.getByText(/^Closed \d/).waitFor()
      },
    },
    { screen: 'reopen', go: click('They have come back') },
    {
      screen: 'second-episode',
      go: async ({ page }) => {
        await agreedAndSafe(page)
        await page.getByRole('button', { name: 'Open the file again' }).click()
        await page.getByLabel('Looking at').selectOption({ index: 1 })
      },
    },
  ],
}
