import type { Page } from 'playwright-core'
import { type AtWork, PIN } from './atWork.ts'

/** Opens a further tab of the same person's device. Each tab is unlocked by itself. */
export async function openTab(somebody: AtWork, path: string): Promise<Page> {
  const tab = await somebody.context.newPage()
  await tab.goto(`${somebody.url}${path}`)
  await unlockTab(tab)
  return tab
}

export async function unlockTab(tab: Page, pin = PIN): Promise<void> {
  const unlock = tab.getByRole('button', { name: 'Unlock', exact: true })
  await tab.getByLabel('PIN', { exact: true }).fill(pin)
  await unlock.click()
  await unlock.waitFor({ state: 'detached' })
}
