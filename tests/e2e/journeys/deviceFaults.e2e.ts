import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { newNote, noteSaved, onServer, openNotes, saveNote, typeNote } from '../notes.ts'
import { Profiles } from '../profiles.ts'

// When the device cannot keep something it says so, acknowledges nothing, and lets go of nothing that was typed.

let server: ServerProcess
let grace: AtWork
const profiles = new Profiles()

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
})

afterAll(async () => {
  await grace.leave()
  await server.end()
  profiles.remove()
})

test('a full disk: said, nothing acknowledged, and the same save works once there is room', async () => {
  const { page } = grace
  const text = 'Asked for large print; the surgery knows'
  await openNotes(page)
  await typeNote(page, text)
  const makeRoom = await fillDisk(page)

  await saveNote(page)
  await page
    .getByRole('alert')
    .filter({ hasText: 'This device is full, so this is not saved yet.' })
    .waitFor()
  expect(await noteSaved(page).count()).toBe(0)
  expect(await newNote(page).inputValue()).toBe(text)
  expect(await onServer(server.url, text)).toBe(0)

  await makeRoom()
  await saveNote(page)
  await noteSaved(page).waitFor()
  await expect.poll(() => onServer(server.url, text)).toBe(1)
  await grace.sync()
  await grace.allSent()
})

test('the browser loses its storage in a visit: said, and all that was kept before is there after a reload', async () => {
  const { page } = grace
  await grace.place('Today')
  await page
    .getByRole('link', { name: /^Start visit/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Begin visit' }).click()
  await page
    .getByRole('navigation', { name: 'Parts of the visit' })
    .getByRole('button', { name: 'What matters to you' })
    .click()
  const answer = page.getByRole('textbox').first()
  await answer.fill('A walk with the dog')
  await page.getByRole('status').filter({ hasText: 'Kept on this tablet' }).waitFor()

  await loseStorage(page)
  await answer.fill('A walk with the dog, and the crossword')
  const said = page.getByRole('alert').or(page.getByRole('status'))
  await said.filter({ hasText: 'then reload this page: all before them is kept' }).waitFor()
  await page.getByText('Not kept', { exact: true }).waitFor({ state: 'attached' })
  expect(await answer.inputValue()).toBe('A walk with the dog, and the crossword')
  expect(await page.getByText('Kept on this tablet', { exact: true }).count()).toBe(0)

  await page.reload()
  await grace.unlock()
  await expect.poll(() => answer.inputValue()).toBe('A walk with the dog')
  await page.getByText('Kept on this tablet', { exact: true }).waitFor({ state: 'attached' })
})

test('a newer Doorstep opens the storage: the old one says so, saves nothing, and cannot come back', async () => {
  const { page } = grace
  await page.goto(`${server.url}/caseload`)
  await grace.unlock()
  await openNotes(page)
  await typeNote(page, 'The old version must not write this')
  await openWithNewerSchema(page)

  await saveNote(page)
  await page.getByRole('alert').filter({ hasText: 'A newer Doorstep is open in another window' }).waitFor()
  expect(await noteSaved(page).count()).toBe(0)
  expect(await newNote(page).inputValue()).toBe('The old version must not write this')
  expect(await onServer(server.url, 'The old version must not write this')).toBe(0)

  await page.reload()
  await page.getByLabel('PIN', { exact: true }).fill('246810')
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: 'A newer Doorstep is open in another window' }).waitFor()
})

/** No byte more for this origin. Answers how to end that. */
async function fillDisk(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 })
  return async () => {
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url })
    await devtools.detach()
  }
}

/** As Chromium does it when its storage process ends: every later transaction throws. */
async function loseStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException(
        'Connection to Indexed Database server lost. Refresh page to try again',
        'UnknownError',
      )
    }
  })
}

/** What a newer build's first step is: opening the person's database with a higher version. */
async function openWithNewerSchema(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const own = databases.find(({ name }) => name?.startsWith('doorstep-'))
    if (!own?.name || !own.version) throw new Error('There is no database of a person')
    const opening = indexedDB.open(own.name, own.version + 10)
    await new Promise<void>((resolve, reject) => {
      opening.addEventListener('success', () => resolve())
      opening.addEventListener('blocked', () => reject(new Error('The old tab does not give way')))
      opening.addEventListener('error', () => reject(new Error(String(opening.error))))
    })
    opening.result.close()
  })
}
