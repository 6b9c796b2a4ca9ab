import { arrive, place, type Walk } from './walking.ts'

/** Finding a service: narrowed on a tablet and on a phone, nothing found, several picked, all about one. */
export const findWalk: Walk = {
  walk: 'find',
  steps: [
    arrive('val@demo.test'),
    {
      screen: 'directory',
      go: async (at) => {
        await place('Directory')(at)
        const { page } = at
        await page.getByRole('button', { name: 'Money', exact: true }).click()
        await page.getByRole('button', { name: 'Free', exact: true }).click()
        await page.getByRole('textbox', { name: 'Or near a postcode or place' }).fill('DA16')
        await page.getByRole('list', { name: 'Chosen' }).getByText('Near DA16').waitFor()
      },
    },
    {
      screen: 'nothing-fits',
      go: async ({ page }) => {
        await page.getByRole('searchbox').fill('befrending')
        await page.getByText('Nothing fits all of that').waitFor()
      },
    },
    {
      screen: 'picked',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Take all away' }).click()
        for (const at of [0, 1])
          await page
            .getByRole('checkbox', { name: /^Choose / })
            .nth(at)
            .check()
        await page.getByText('2 services chosen').waitFor()
      },
    },
    {
      screen: 'service',
      go: async ({ page }) => {
        await page.getByRole('list', { name: 'Services found' }).getByRole('link').first().click()
        await page.getByRole('heading', { name: 'Going there' }).waitFor()
      },
    },
    {
      screen: 'filters',
      go: async ({ page }) => {
        await page.getByRole('button', { name: 'Filters' }).click()
        await page.getByRole('dialog', { name: 'Filters' }).waitFor()
      },
    },
  ],
}
