import type { Page } from 'playwright-core'

/** As much of the referral form as it must have, by somebody of a surgery. Not sent yet. */
export async function fillReferral(page: Page, firstName: string, familyName: string): Promise<void> {
  const urgent = page.getByRole('radiogroup', { name: /spoken of suicide/ })
  await urgent.getByRole('radio', { name: 'No' }).check()
  await page.getByLabel('First name').fill(firstName)
  await page.getByLabel('Family name').fill(familyName)
  await page.getByLabel('Best way to reach them').fill('In the afternoon')
  await page.getByRole('checkbox', { name: /^Isolated/ }).check()
  await page.getByRole('combobox', { name: 'You are' }).selectOption('GP')
  await page.getByRole('radiogroup', { name: /agree/ }).getByRole('radio', { name: 'Yes' }).check()
}
