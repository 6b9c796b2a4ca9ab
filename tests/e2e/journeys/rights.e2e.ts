import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { personSchema } from '#protocol/account.ts'
import { createRecord } from '#domain/change/write.ts'
import { WITHHELD } from '#domain/export/personalFile.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { v7 } from 'uuid'
import { AtWork, PASSWORD, PIN } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { Profiles } from '../profiles.ts'
import { recordsOnDevice } from '../unsealed.ts'

const profiles = new Profiles()
const NINE_YEARS_MS = 9 * 366 * 86_400_000

let server: ServerProcess
let grace: AtWork
let mo: AtWork
/** Kathleen, who has left the borough. */
let client: string

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  const office = await Colleague.signIn(server.url, 'mo@demo.test', PASSWORD)
  const records = await office.records()
  const kathleen = records.find(({ kind, body }) => kind === 'client' && body['firstName'] === 'Kathleen')
  if (!kathleen) throw new Error('Nobody is called Kathleen')
  client = kathleen.id
  const status = { from: kathleen.body['status'] ?? null, to: 'closed' }
  const closedOn = { from: null, to: new Date().toISOString().slice(0, 10) }
  const note = { text: 'Her neighbour Mrs Pruett has the key.', at: new Date().toISOString(), author: 'x' }
  await office.save([
    { op: 'edit', kind: 'client', id: client, version: kathleen.version, fields: { status, closedOn } },
    createRecord('note', v7(), client, note),
  ])
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  mo = await AtWork.arrive(server.url, 'mo@demo.test', profiles.another())
}, 90_000)

afterAll(async () => {
  await grace.leave()
  await mo.leave()
  await server.end()
  profiles.remove()
})

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const state: unknown = history.state
    history.pushState(state, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state }))
  }, path)
}

async function heldByGrace(): Promise<number> {
  const me = await grace.page.evaluate(async () => (await fetch('/api/account/me')).text())
  const { id } = personSchema.parse(JSON.parse(me))
  const records = await recordsOnDevice(grace.page, id, PIN)
  return records.filter((record) => record.file === client).length
}

async function audit(): Promise<string> {
  await mo.place('People')
  await mo.page.getByRole('link', { name: /^Audit/ }).click()
  await mo.page.getByRole('combobox', { name: 'Whose file' }).selectOption(client)
  const list = mo.page.getByRole('list', { name: 'Audit' })
  await list.waitFor()
  return list.innerText()
}

test('a file that was opened without a signal is in the audit later, and is no unsent work', async () => {
  await grace.context.setOffline(true)
  await goTo(grace.page, `/clients/${client}`)
  await grace.page.getByRole('tab', { name: 'Timeline' }).waitFor()
  await grace.status(/^No signal. Your work is sent/)
  await grace.place('Sync')
  await grace.page.getByText(/Which files were opened on this device: 1 line/).waitFor()
  await grace.context.setOffline(false)
  await grace.allSent()
  expect(await audit()).toMatch(/Grace[^\n]*\n+Opened/)
})

test('everything that is kept about a person is given to them, but what speaks of others', async () => {
  await goTo(mo.page, `/clients/${client}/export`)
  await mo.page.getByText('Her neighbour Mrs Pruett has the key.').waitFor()
  const save = mo.page.getByRole('button', { name: 'Save as a page to read or print' })
  expect(await save.isDisabled()).toBe(true)
  await mo.page.getByRole('radiogroup').first().getByRole('radio', { name: 'Give it' }).check()
  await mo.page.getByRole('button', { name: /^Leave out the/ }).click()
  const page = await download(() => save.click())
  expect(page).toContain('Kathleen')
  expect(page).toContain('How it came about')
  expect(page).toContain(WITHHELD)
  expect(page).not.toMatch(/Pruett|<script/)
  const text = await download(() => mo.page.getByRole('button', { name: /JSON/ }).click())
  const file = z
    .object({
      records: z.array(z.object({ kind: z.string() })),
      history: z.array(z.object({ edits: z.array(z.unknown()) })),
      withheld: z.array(z.object({ why: z.string() })),
    })
    .parse(JSON.parse(text))
  expect(text).not.toContain('Pruett')
  expect(new Set(file.records.map(({ kind }) => kind)).size).toBeGreaterThan(4)
  expect(file.history.length).toBeGreaterThan(1)
  expect(file.withheld.map(({ why }) => why)).toContain('speaksOfOthers')
})

async function download(click: () => Promise<void>): Promise<string> {
  const [given] = await Promise.all([mo.page.waitForEvent('download'), click()])
  return readFile(await pathOf(given), 'utf8')
}

async function pathOf(given: Download): Promise<string> {
  return (await given.path()) ?? ''
}

test('a file that is restricted leaves the devices of co-ordinators', async () => {
  expect(await heldByGrace()).toBeGreaterThan(2)
  await goTo(mo.page, `/clients/${client}/rights`)
  await mo.page.getByRole('textbox', { name: 'Why' }).fill('She has objected.')
  await mo.page.getByRole('button', { name: 'Restrict its use' }).click()
  await mo.page.getByText(/^Restricted since/).waitFor()
  await goTo(mo.page, `/clients/${client}`)
  await mo.page.getByText('The use of this file is restricted').waitFor()
  await mo.allSent()
  await grace.sync()
  await expect.poll(heldByGrace, { timeout: 15_000 }).toBe(0)
})

test('when its time has come it is listed, and destroyed by name for good', async () => {
  await fetch(`${server.url}/api/dev/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ skew: NINE_YEARS_MS }),
  })
  // Nine years without a touch would lock the device: she locks it herself, and comes back to it.
  await mo.page.getByRole('button', { name: 'Lock', exact: true }).click()
  await mo.page.clock.setSystemTime(Date.now() + NINE_YEARS_MS)
  await mo.unlock()
  await mo.place('People')
  await mo.page.getByRole('link', { name: /^End of keeping/ }).click()
  await mo.page.getByRole('list', { name: 'Due', exact: true }).getByRole('link', { name: /Kath/ }).click()
  await mo.page.getByRole('link', { name: /^Destroy the file/ }).click()
  const destroy = mo.page.getByRole('button', { name: 'Destroy the file for good' })
  await mo.page.getByRole('checkbox', { name: /restricted/ }).check()
  await mo.page.getByRole('textbox', { name: 'Why' }).fill('Eight years have passed.')
  const name = mo.page.getByRole('textbox', { name: /^Type the person’s name/ })
  await name.fill('Somebody Else')
  expect(await destroy.isDisabled()).toBe(true)
  const asked =
    (
      await mo.page
        .getByText(/^Type the person’s name/)
        .first()
        .innerText()
    ).split(': ')[1] ?? ''
  await name.fill(asked)
  await destroy.click()
  await mo.page.getByRole('list', { name: 'Destroyed files' }).getByText('Eight years have passed.').waitFor()
  await mo.page
    .getByRole('list', { name: 'Due', exact: true })
    .getByRole('link', { name: /Kath/ })
    .waitFor({ state: 'detached' })
  await mo.place('People')
  await mo.page.getByRole('link', { name: /^Audit/ }).click()
  const list = mo.page.getByRole('list', { name: 'Audit' })
  await list.getByText('Destroyed').first().waitFor()
  await list.getByText('A file that is not here any more').first().waitFor()
})
