import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PIN } from '../atWork.ts'
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
  const disk = await restartOnSmallDisk()
  const { page } = grace
  const text = 'Asked for large print; the surgery knows'
  await openNotes(page)
  await typeNote(page, text)
  await disk.fill()

  await saveNote(page)
  await page
    .getByRole('alert')
    .filter({ hasText: 'This device is full, so this is not saved yet.' })
    .waitFor()
  expect(await noteSaved(page).count()).toBe(0)
  expect(await newNote(page).inputValue()).toBe(text)
  expect(await onServer(server.url, text)).toBe(0)

  await disk.makeRoom()
  await saveNote(page)
  await noteSaved(page).waitFor()
  await expect.poll(() => onServer(server.url, text), { timeout: 20_000 }).toBe(1)
  await grace.allSent()
})

test('the browser loses its storage in a visit: said, and all that was kept before is there after a reload', async () => {
  const loseStorage = await restartOnStorageThatCanGo()
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

  await loseStorage()
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
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: 'A newer Doorstep is open in another window' }).waitFor()
})

const MEGABYTE = 1_000_000

/** A restart with a disk of a known size, which can be filled and emptied. */
async function restartOnSmallDisk(): Promise<{ fill: () => Promise<void>; makeRoom: () => Promise<void> }> {
  const { url } = server
  let devtools: CDPSession | undefined
  const setQuota = async (quota: object) =>
    devtools?.send('Storage.overrideQuotaForOrigin', { origin: url, ...quota })
  await grace.restart('close', async (page) => {
    devtools = await page.context().newCDPSession(page)
    await setQuota({ quotaSize: 40 * MEGABYTE })
  })
  return {
    fill: async () => {
      await setQuota({ quotaSize: 1 })
      expect(await writeMuch(grace.page, 50 * MEGABYTE)).toBe('QuotaExceededError')
    },
    makeRoom: async () => void (await setQuota({})),
  }
}

/**
 * Chromium trusts what it last measured for half a minute, unless more is asked for than there was then. Answers
 * why it was not written.
 */
function writeMuch(page: Page, bytes: number): Promise<string | undefined> {
  return page.evaluate(async (size) => {
    const opening = indexedDB.open('much')
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('much'))
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    // Chance bytes: Chromium packs what it stores.
    const much = new Uint8Array(size)
    for (let at = 0; at < size; at += 50_000) crypto.getRandomValues(much.subarray(at, at + 50_000))
    const writing = opening.result.transaction('much', 'readwrite')
    writing.objectStore('much').put(much, 'much')
    await new Promise((resolve) => {
      writing.addEventListener('complete', resolve)
      writing.addEventListener('abort', resolve)
    })
    opening.result.close()
    return writing.error?.name
  }, bytes)
}

/** As Chromium does it when its storage process ends: every later transaction throws, until a reload. */
async function restartOnStorageThatCanGo(): Promise<() => Promise<void>> {
  await grace.restart('close', async (page) => {
    await page.addInitScript(() => {
      // oxlint-disable-next-line typescript/unbound-method -- called below on the database that it was asked of
      const begin = IDBDatabase.prototype.transaction
      IDBDatabase.prototype.transaction = function transaction(...asked) {
        if ('storageLost' in window) {
          throw new DOMException(
            'Connection to Indexed Database server lost. Refresh page to try again',
            'UnknownError',
          )
        }
        return begin.apply(this, asked)
      }
    })
  })
  return () => grace.page.evaluate(() => void Object.assign(window, { storageLost: true }))
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
