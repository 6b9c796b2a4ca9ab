import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD, PIN } from '../atWork.ts'
import { newNote, noteSaved, onServer, openNotes, saveNote, typeNote } from '../notes.ts'
import { Profiles } from '../profiles.ts'
import { openTab, unlockTab } from '../tabs.ts'

// One device, several tabs; a PIN forgotten; somebody leaves: unsent work comes through each of them.

const SENDING = '**/api/sync/changes'
const NEW_PIN = '135790'

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

test('of two tabs one talks to the server, each shows what the other saved, and the second takes over', async () => {
  await grace.page.goto('about:blank')
  const first = await openTab(grace, '/caseload')
  const asked = asksToServer(first)
  await openNotes(first)
  await first.getByRole('link', { name: /^All sent/ }).waitFor()
  const second = await openTab(grace, '/caseload')
  const askedBySecond = asksToServer(second)
  await openNotes(second)

  const before = asked.length
  await typeNote(second, 'Written in the second tab')
  await saveNote(second)
  await first.getByRole('listitem').getByText('Written in the second tab').waitFor()
  await expect.poll(() => onServer(server.url, 'Written in the second tab'), { timeout: 20_000 }).toBe(1)
  await second.getByRole('link', { name: /^All sent/ }).waitFor()
  expect(asked.slice(before)).toContain('POST /api/sync/changes')
  expect(askedBySecond).toEqual([])

  const takesOver = second.waitForRequest('**/api/sync/records?*')
  await first.close()
  await takesOver
  await typeNote(second, 'Written when it was alone')
  await saveNote(second)
  await expect.poll(() => onServer(server.url, 'Written when it was alone'), { timeout: 20_000 }).toBe(1)
  expect(askedBySecond).toContain('POST /api/sync/changes')
  await second.close()
})

test('wrong PINs cool down, also over a reload; signing in sets a new PIN and unsent work is still there', async () => {
  const { page, context } = grace
  await page.goto(`${server.url}/caseload`)
  await grace.unlock()
  await context.route(SENDING, (route) => route.abort('connectionrefused'))
  await openNotes(page)
  await typeNote(page, 'Saved before the PIN was forgotten')
  await saveNote(page)
  await noteSaved(page).waitFor()
  await typeNote(page, 'Half a sentence')
  await grace.status(/^1 change waits/)

  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  for (const left of [9, 8, 7, 6, 5]) {
    await tryPin(page, '111111')
    await refused(page, `You have ${left} more tries.`)
  }
  await tryPin(page, PIN)
  await refused(page, 'That was tried too often.')
  expect(await page.getByRole('button', { name: 'Unlock', exact: true }).isDisabled()).toBe(true)
  await page.reload()
  await tryPin(page, PIN)
  await refused(page, 'That was tried too often.')

  await page.getByRole('button', { name: 'Forgot the PIN? Sign in' }).click()
  await signInAgain(page)
  await grace.status(/^1 change waits/)
  await openNotes(page)
  expect(await newNote(page).inputValue()).toBe('Half a sentence')
  await context.unroute(SENDING)
  await grace.sync()
  await expect
    .poll(() => onServer(server.url, 'Saved before the PIN was forgotten'), { timeout: 20_000 })
    .toBe(1)

  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await tryPin(page, PIN)
  await refused(page, 'That is not the PIN.')
  await unlockTab(page, NEW_PIN)
})

test('what is saved while somebody is being signed out is not taken away with the rest', async () => {
  const { page, context } = grace
  await openNotes(page)
  await typeNote(page, 'A last word at the door')
  await saveNote(page)
  await expect.poll(() => onServer(server.url, 'A last word at the door'), { timeout: 20_000 }).toBe(1)
  await grace.allSent()
  const { asked, answer } = await holdBack(page, '**/api/account/sign-out')
  await leave(page)
  await asked
  await context.route(SENDING, (route) => route.abort('connectionrefused'))
  await openNotes(page)
  await newNote(page).fill('And one more')
  await saveNote(page)
  await page.getByRole('listitem').getByText('And one more').waitFor()
  answer()

  await page.getByRole('button', { name: 'Forgot the PIN? Sign in' }).click()
  await signInAgain(page)
  await context.unroute(SENDING)
  await grace.sync()
  await expect.poll(() => onServer(server.url, 'And one more'), { timeout: 20_000 }).toBe(1)
})

test('leaving is refused while a change or a draft would be lost; one that the service has comes back after signing in', async () => {
  const { page, context } = grace
  await context.route(SENDING, (route) => route.abort('connectionrefused'))
  await openNotes(page)
  await newNote(page).fill('A whole sentence now.')
  await saveNote(page)
  await page.getByRole('listitem').getByText('A whole sentence now.').waitFor()
  await expect.poll(() => newNote(page).inputValue()).toBe('')
  await typeNote(page, 'Another half')

  await leave(page)
  await page
    .getByText('1 change is not sent yet, and 1 visit or form is begun and not at the service yet.')
    .waitFor()
  await context.unroute(SENDING)
  await grace.sync()
  await expect.poll(() => onServer(server.url, 'A whole sentence now.'), { timeout: 20_000 }).toBe(1)
  await grace.allSent()
  await grace.place('Today')
  await page
    .getByText(/kept on this tablet and at the service/)
    .first()
    .waitFor({ timeout: 30_000 })
  await leave(page)
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  expect(await databases(page)).toEqual(['doorstep'])

  await grace.signIn()
  await grace.allSent()
  await openNotes(page)
  expect(await newNote(page).inputValue()).toBe('Another half')
  await saveNote(page)
  await noteSaved(page).waitFor()
  await expect.poll(() => onServer(server.url, 'Another half'), { timeout: 20_000 }).toBe(1)
  await grace.allSent()
  expect(await databases(page)).toHaveLength(2)
  await leave(page)
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  expect(await databases(page)).toEqual(['doorstep'])
})

/** Every request of the sync protocol that a tab makes from now on. */
function asksToServer(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/sync/')) asked.push(`${request.method()} ${pathname}`)
  })
  return asked
}

/** Lets a request of the page wait until `answer` is called. */
async function holdBack(page: Page, url: string) {
  const held = Promise.withResolvers<void>()
  const asked = page.waitForRequest(url)
  await page.route(url, async (route) => {
    await held.promise
    await route.continue()
  })
  return { asked, answer: held.resolve }
}

async function tryPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

function refused(page: Page, words: string): Promise<void> {
  return page.getByRole('alert').filter({ hasText: words }).waitFor()
}

async function signInAgain(page: Page): Promise<void> {
  await page.getByLabel('Email').fill('grace@demo.test')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Choose a new PIN' }).waitFor()
  await page.getByRole('textbox', { name: 'New PIN' }).fill(NEW_PIN)
  await page.getByRole('textbox', { name: 'The same PIN again' }).fill(NEW_PIN)
  await page.getByRole('button', { name: 'Use this PIN' }).click()
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor()
}

async function leave(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Settings', exact: true })
    .click()
  await page.getByRole('button', { name: 'Leave this device…' }).click()
  await page.getByRole('button', { name: 'Take my files off this device' }).click()
}

function databases(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
}
