import type { Page } from 'playwright-core'

/** Goes to a place of the app without reloading, which would lock; on a phone it may be behind More. */
export async function goTo(page: Page, name: string): Promise<void> {
  const places = page.getByRole('navigation', { name: 'Main' })
  await places.waitFor()
  const link = places.getByRole('link', { name, exact: true })
  if ((await link.count()) === 0) await places.getByRole('button', { name: 'More' }).click()
  await link.click()
}
