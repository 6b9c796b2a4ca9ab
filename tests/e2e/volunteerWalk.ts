import { log, openDropIn, tap } from './dropInSteps.ts'
import { arrive, click, open, place, type Walk } from './walking.ts'

/** A volunteer's evening at a drop-in, from opening to closing, and the gaps. */
export const volunteerWalk: Walk = {
  walk: 'volunteer',
  steps: [
    arrive('val@demo.test'),
    { screen: 'drop-ins', go: place('Drop-in') },
    { screen: 'open', go: click('Open a drop-in') },
    {
      screen: 'nobody-yet',
      go: async (at) => {
        await place('Drop-in')(at)
        await openDropIn(at.page)
      },
    },
    {
      screen: 'logging',
      go: async ({ page }) => {
        await tap(page, 'Asked for', 'Money')
        await tap(page, 'Asked for', 'Home')
        await tap(page, 'Told about', /./)
      },
    },
    {
      screen: 'logging-more',
      go: async ({ page }) => {
        await tap(page, 'Nothing fits', /Home/)
        await page.getByLabel('They agreed that I write this down').check({ force: true })
        await page.getByRole('textbox', { name: 'First name' }).fill('Ottoline')
      },
    },
    { screen: 'logged', go: ({ page }) => log(page) },
    {
      screen: 'put-right',
      go: async ({ page }) => page.getByRole('link', { name: /Money, Home/ }).click(),
    },
    {
      screen: 'passing-on',
      go: async (at) => {
        await click('Pass on to a co-ordinator')(at)
        await at.page.getByRole('heading', { name: 'Pass somebody on' }).waitFor()
      },
    },
    {
      screen: 'closed',
      go: async (at) => {
        await at.page.getByRole('button', { name: 'Leave unsaved' }).click()
        await at.page.getByRole('button', { name: 'Close the drop-in' }).click()
        await at.page.getByRole('button', { name: 'Open it again' }).waitFor()
      },
    },
    { screen: 'drop-ins-earlier', go: place('Drop-in') },
    { screen: 'gaps', go: open('/gaps') },
    {
      screen: 'gaps-for-partners',
      go: async ({ page }) => page.getByRole('switch', { name: /^For partners/ }).click({ force: true }),
    },
    { screen: 'gap-new', go: click('Write down a gap') },
    { screen: 'passed-on', go: place('Refer') },
    { screen: 'settings', go: place('Settings') },
  ],
}
