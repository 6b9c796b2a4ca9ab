import type { Locator, Page } from 'playwright-core'

interface Opening {
  /** Where it is; where the last one was if left out. */
  place?: string
  withWhom?: string
}

/** Opens a drop-in: two taps where it is where the last one was. */
export async function openDropIn(page: Page, { place, withWhom }: Opening = {}): Promise<void> {
  await page.getByRole('link', { name: 'Open a drop-in' }).click()
  if (place !== undefined) await tap(page, 'Where', place)
  if (withWhom !== undefined) await tap(page, 'Who is there with you', withWhom)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('heading', { name: 'Asked for' }).first().waitFor()
}

/** A choice as large as a thumb, in the group of that name. */
export function choice(page: Page, group: string, name: string | RegExp): Locator {
  const choices = page.getByRole('main').getByRole('group', { name: group, exact: true })
  return choices.getByRole('button', { name }).first()
}

export function tap(page: Page, group: string, name: string | RegExp): Promise<void> {
  return choice(page, group, name).click()
}

export function log(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Log', exact: true }).click()
}
