import type { Page } from 'playwright-core'

/** The steps of a home visit, as a co-ordinator takes them. */
export const GOOD_DAY = 'Zebrawood mornings with the radio on'
export const SCALE_ITEMS = 14

export function part(page: Page, name: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Parts of the visit' }).getByRole('button', { name }).click()
}

/** Waits until the visit says, and it says so truly, that all of it lies on the disk. */
export function keptOnTablet(page: Page): Promise<void> {
  return page.getByRole('status').filter({ hasText: 'Kept on this tablet' }).waitFor()
}

export async function consent(page: Page): Promise<void> {
  await part(page, 'Consent')
  await page
    .getByRole('group', { name: /keep a record/ })
    .getByRole('radio', { name: 'Yes' })
    .check()
  await page.getByRole('radio', { name: 'Yes, with those who can help' }).check()
}

export async function areas(page: Page): Promise<void> {
  await part(page, 'What matters to you')
  await page.getByRole('textbox').first().fill(GOOD_DAY)
  await part(page, 'People')
  await page.getByRole('checkbox', { name: 'More company' }).check()
  await page.getByRole('checkbox', { name: 'Kind neighbours' }).check()
}

export async function wellbeing(page: Page): Promise<void> {
  await part(page, 'Wellbeing')
  await page.getByRole('radio', { name: 'Read aloud to me' }).check()
  const items = page.getByRole('radiogroup')
  for (let i = 0; i < SCALE_ITEMS; i += 1) {
    await items.nth(i).getByRole('radio', { name: 'Often' }).check()
  }
}

export async function risks(page: Page): Promise<void> {
  await part(page, 'Risks')
  await page.getByRole('checkbox', { name: 'No known risks' }).check()
}

export async function plan(page: Page): Promise<void> {
  await part(page, 'Plan')
  await page
    .getByRole('button', { name: /More company/ })
    .first()
    .click()
}

export async function services(page: Page): Promise<void> {
  await part(page, 'Services')
  for (const search of ['Befriending', 'Men in Sheds']) {
    await page.getByRole('searchbox').fill(search)
    await page
      .getByRole('button', { name: new RegExp(`^Refer to ${search}`) })
      .first()
      .click()
    const agreed = page
      .getByRole('article')
      .filter({ hasText: search })
      .getByRole('group', { name: /agree to this referral/ })
    await agreed.first().getByRole('radio', { name: /^Yes/ }).check()
  }
}

export const MISSING = 'Zebrawood carving on a Sunday'

/** A need that nothing fits, in one tap and a few words; and a full service, taken back again. */
export async function missing(page: Page): Promise<void> {
  await part(page, 'Services')
  await page.getByRole('button', { name: 'Nothing fits: People' }).click()
  await page.getByLabel('What would have fitted').fill(MISSING)
  await page.getByRole('searchbox').fill('Lunch')
  await page
    .getByRole('button', { name: /^Full: .*Lunch/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Take back: .*full/ }).click()
  await page.getByRole('button', { name: /^Take back: .*full/ }).waitFor({ state: 'detached' })
}
