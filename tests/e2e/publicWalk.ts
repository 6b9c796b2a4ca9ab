import { z } from 'zod'
import { click, type Walk, type Walking } from './walking.ts'

/** What anybody sees, without an account and without script. */
export const publicWalk: Walk = {
  walk: 'public',
  steps: [
    { screen: 'public-service', go: publicService },
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

const found = z.object({ contents: z.array(z.looseObject({ id: z.string() })) })

/** The page of a service that has about everything, by way of the public feed. */
async function publicService({ page, url }: Walking): Promise<void> {
  const answer = await fetch(`${url}/api/oruk/services?search=day centres age`)
  const [service] = found.parse(await answer.json()).contents
  await page.goto(`${url}/services/${service?.id}`)
}
