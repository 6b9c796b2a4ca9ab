import { click, type Walk } from './walking.ts'

/** What anybody sees, without an account and without script. */
export const publicWalk: Walk = {
  walk: 'public',
  steps: [
    { screen: 'public-start', go: async ({ page, url }) => void (await page.goto(`${url}/refer`)) },
    { screen: 'public-myself', go: click('Ask for help for yourself') },
    {
      screen: 'public-somebody',
      go: async ({ page, url }) => void (await page.goto(`${url}/refer/somebody`)),
    },
    {
      screen: 'public-not-sent',
      go: async ({ page }) => {
        await page.getByRole('radio', { name: 'Yes', exact: true }).check()
        await page.getByRole('button', { name: 'Send' }).click()
        await page.getByRole('alert').waitFor()
      },
    },
    {
      screen: 'public-thanks',
      go: async ({ page, url }) => void (await page.goto(`${url}/refer/thanks/7K2M-4QXP`)),
    },
  ],
}
