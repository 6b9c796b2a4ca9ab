import { saveNewClient } from './saveNewClient.ts'
import { arrive, click, open, place, type Walk } from './walking.ts'

/** Somebody who is in the caseload already is entered once more; the two files are compared, merged and looked at. */
export const duplicateWalk: Walk = {
  walk: 'duplicates',
  steps: [
    arrive('grace@demo.test'),
    {
      screen: 'entered-again',
      go: async (at) => {
        const { page } = at
        await place('Caseload')(at)
        await page.getByRole('searchbox').first().fill('Mossendew')
        await click(/Mossendew/)(at)
        const number = await page.getByText(/^NHS \d/).textContent()
        await open('/clients/new')(at)
        await page.getByLabel('First name', { exact: true }).fill('Catherine')
        await page.getByLabel('Family name', { exact: true }).fill('Mossendue')
        await page.getByLabel('NHS number', { exact: true }).fill(number?.replace('NHS ', '') ?? '')
        await page.getByLabel('Phone', { exact: true }).fill('020 7946 0799')
        await page.getByText('Perhaps already here').waitFor()
      },
    },
    {
      screen: 'perhaps-same',
      go: async ({ page }) => {
        await saveNewClient(page)
        await page.getByText(/^Perhaps the same person/).waitFor()
      },
    },
    {
      screen: 'list',
      go: async (at) => {
        await place('Caseload')(at)
        await click('Possible duplicates')(at)
        await at.page.getByRole('list', { name: 'Possible duplicates' }).waitFor()
      },
    },
    {
      screen: 'pair',
      go: async (at) => {
        await click(/Mossendue/)(at)
        await at.page.getByRole('button', { name: 'Merge into one file' }).waitFor()
      },
    },
    {
      screen: 'merged-file',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Merge into one file' }).click()
        await page.getByText('Merged from two files').waitFor()
      },
    },
    {
      screen: 'merged',
      go: async (at) => {
        await click('See what was merged')(at)
        await at.page.getByRole('button', { name: 'Take apart' }).waitFor()
      },
    },
  ],
}
