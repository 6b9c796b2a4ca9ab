import type { Locator, Page } from 'playwright-core'
import { PASSWORD } from './atWork.ts'
import { Colleague } from './colleague.ts'

// Notes are the shortest piece of work: one field, one button, a draft and a change.

/** Opens the notes of the first file of the caseload. Answers the file's path. */
export async function openNotes(page: Page): Promise<string> {
  const place = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Caseload' })
  await place.click()
  const files = page.getByRole('region', { name: 'Case files' })
  await files.getByRole('listitem').getByRole('link').first().click()
  await page.getByRole('tab', { name: 'Notes' }).click()
  await newNote(page).waitFor()
  return new URL(page.url()).pathname
}

export function newNote(page: Page): Locator {
  return page.getByLabel('New note')
}

/** Types a note and waits until what was typed lies on the disk. */
export async function typeNote(page: Page, text: string): Promise<void> {
  await newNote(page).fill(text)
  await page.getByText('Kept on this tablet, not saved to the file yet.').waitFor()
}

export function saveNote(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Save note' }).click()
}

export function noteSaved(page: Page): Locator {
  return page.getByText('The note is saved.')
}

/** How many notes with these words the server has, asked by a colleague of the same team. */
export async function onServer(url: string, text: string): Promise<number> {
  const sam = await Colleague.signIn(url, 'sam@demo.test', PASSWORD)
  return (await sam.records()).filter(({ body }) => body['text'] === text).length
}
