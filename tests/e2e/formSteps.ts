import type { Page } from 'playwright-core'
import { goTo } from './places.ts'

/** Chooses a form's file where the manager's forms are. */
export async function chooseForm(page: Page, form: object, name = 'your-home.json'): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(form)) })
}

export async function toForms(page: Page): Promise<void> {
  await goTo(page, 'Service')
  await page.getByRole('link', { name: /^Forms/ }).click()
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
}

export async function publishForm(page: Page, form: object): Promise<void> {
  await toForms(page)
  await chooseForm(page, form)
  await page.getByRole('button', { name: 'Publish for everybody' }).click()
  await page.getByText('In use', { exact: true }).waitFor()
}

/** Opens the choice of forms in the file that is open. */
export async function toFill(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Notes and forms' }).click()
  await page.getByRole('link', { name: /Fill in a form|Go on with a form/ }).click()
}
