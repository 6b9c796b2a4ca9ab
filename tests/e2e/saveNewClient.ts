import type { Page } from 'playwright-core'

/** Answers what cannot be left open about the referral that brought somebody, and saves the new file. */
export async function saveNewClient(page: Page): Promise<void> {
  const answer = (question: RegExp, words: RegExp) =>
    page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: words }).check()
  await answer(/spoken of suicide/, /^No$/)
  await answer(/agree to the referral/, /^Agreed to/)
  await page.getByRole('button', { name: 'Save new client' }).click()
}
