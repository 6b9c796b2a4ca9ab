import type { Page } from 'playwright-core'

/** Opens a drop-in where it is proposed, or at the place that is named. */
export async function openDropIn(page: Page, place?: string): Promise<void> {
  await page.getByRole('link', { name: 'Open a drop-in' }).click()
  if (place !== undefined) await tap(page, 'Where', place)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('heading', { name: 'Asked for' }).waitFor()
}

/** A choice as large as a thumb, in the group of that name. */
export async function tap(page: Page, group: string, choice: string | RegExp): Promise<void> {
  const choices = page.getByRole('main').getByRole('group', { name: group, exact: true })
  await choices.getByRole('button', { name: choice }).first().click()
}

export async function log(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log', exact: true }).click()
}
