import type { BrowserContext, Page } from 'playwright-core'
import { PASSWORD, PIN } from './atWork.ts'
import { goTo } from './places.ts'
import { part } from './visitSteps.ts'

/** What a step of a walk has at hand. */
export interface Walking {
  page: Page
  context: BrowserContext
  /** Of the demo server. */
  url: string
}

/** One screen: how to get there from the step before. A picture is taken in every size, light and dark. */
export interface Step {
  screen: string
  go: (at: Walking) => Promise<void>
}

/** A person's way through the app, with a browser profile of its own. Add screens here. */
export interface Walk {
  walk: string
  steps: Step[]
}

export const open =
  (path: string) =>
  async ({ page, url }: Walking) => {
    await page.goto(`${url}${path}`)
    await unlockIfAsked(page)
  }

/** Opens something without a reload, which would lock. */
export const click =
  (name: string | RegExp) =>
  async ({ page }: Walking) => {
    await page.getByRole('link', { name }).first().click()
  }

export const place =
  (name: string) =>
  async ({ page }: Walking) => {
    await goTo(page, name)
    await page.waitForLoadState('networkidle')
  }

async function unlockIfAsked(page: Page) {
  const unlock = page.getByRole('button', { name: 'Unlock', exact: true })
  const shell = page.getByRole('button', { name: 'Lock', exact: true })
  await unlock.or(shell).first().waitFor()
  if (!(await unlock.isVisible())) return
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await unlock.click()
  await shell.waitFor()
}

/** The first of what the screen lists. */
export const firstOf =
  (list: string | RegExp) =>
  async ({ page }: Walking) => {
    await page.getByRole('main').getByRole('list', { name: list }).getByRole('link').first().click()
  }

export const visitPart =
  (name: string) =>
  ({ page }: Walking) =>
    part(page, name)

/** A screen of the client whose file is open. */
export const ofClient = (rest: string) => async (at: Walking) => {
  const id = /[0-9a-f-]{36}/.exec(at.page.url())?.[0]
  if (id === undefined) throw new Error(`No client at ${at.page.url()}`)
  await open(`/clients/${id}${rest}`)(at)
}

export const signInAs =
  (email: string) =>
  async ({ page }: Walking) => {
    await page.getByLabel('Email', { exact: true }).fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByLabel('New PIN', { exact: true }).waitFor()
  }

export const choosePin = async ({ page }: Walking) => {
  await page.getByLabel('New PIN', { exact: true }).fill(PIN)
  await page.getByLabel('The same PIN again').fill(PIN)
  await page.getByRole('button', { name: 'Use this PIN' }).click()
  await page
    .getByText(/^All sent|needs? you$/)
    .first()
    .waitFor({ timeout: 60_000 })
}

export const arrive = (email: string): Step => ({
  screen: 'arrived',
  go: async (at) => {
    await open('/')(at).catch(() => undefined)
    await signInAs(email)(at)
    await choosePin(at)
  },
})
