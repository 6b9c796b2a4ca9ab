import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoredRecord } from '#domain/record/record.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { Profiles } from '../profiles.ts'
import { saveNewClient } from '../saveNewClient.ts'

const profiles = new Profiles()
let server: ServerProcess
let grace: AtWork
let sam: AtWork

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  sam = await AtWork.arrive(server.url, 'sam@demo.test', profiles.another())
})

afterAll(async () => {
  await grace.leave()
  await sam.leave()
  await server.end()
  profiles.remove()
})

interface NewPerson {
  first: string
  family: string
  phone: string
}

/** Enters somebody born on 9 May 1948. */
async function enter(who: AtWork, { first, family, phone }: NewPerson): Promise<void> {
  const { page } = who
  await who.place('Caseload')
  await page.getByRole('link', { name: 'New client' }).click()
  await page.getByLabel('First name', { exact: true }).fill(first)
  await page.getByLabel('Family name', { exact: true }).fill(family)
  const born = page.getByRole('group', { name: 'Date of birth' })
  for (const [box, typed] of [
    ['Day', '9'],
    ['Month', '5'],
    ['Year', '1948'],
  ] as const) {
    await born.getByLabel(box).fill(typed)
  }
  await page.getByLabel('Phone', { exact: true }).fill(phone)
  await saveNewClient(page)
  await page.getByRole('tab', { name: 'Timeline' }).waitFor()
}

async function writeNote(who: AtWork, text: string): Promise<void> {
  await who.page.getByRole('tab', { name: 'Notes' }).click()
  await who.page.getByRole('textbox', { name: 'New note' }).fill(text)
  await who.page.getByRole('button', { name: /^Save/ }).click()
  await who.page.getByText(text).first().waitFor()
}

/** What the server holds of the person with this first name, and the notes that lie in the file. */
async function onServer(first: string): Promise<{ client: StoredRecord['body']; notes: unknown[] }> {
  const device = await TestDevice.signedIn(server.url, 'mo@demo.test')
  expect((await device.sync()).ok).toBe(true)
  const records = [...device.keeper.recordIds].flatMap((id) => device.keeper.record(id) ?? [])
  const client = records.find(({ kind, body }) => kind === 'client' && body['firstName'] === first)
  const notes = records.filter(({ kind, file }) => kind === 'note' && file === client?.id)
  return { client: client?.body ?? {}, notes: notes.map(({ body }) => body['text']) }
}

test('one person entered twice offline: found, merged, written on late by somebody who does not know, and taken apart', async () => {
  await server.stop()
  await enter(grace, { first: 'Folasade', family: 'Wetherlam', phone: '020 7946 0711' })
  await writeNote(grace, 'Grace: likes to sing.')
  await enter(sam, { first: 'Folashade', family: 'Wetherlamb', phone: '020 7946 0722' })
  await writeNote(sam, 'Sam: has a budgie.')
  await server.start()
  await Promise.all([grace.allSent(), sam.allSent()])
  const before = { first: await onServer('Folasade'), second: await onServer('Folashade') }
  expect(before.second.notes).toEqual(['Sam: has a budgie.'])

  // Sam is on the road and does not know what Grace does now.
  await sam.context.setOffline(true)
  const { page } = grace
  await grace.openFile('Wetherlam')
  await page.getByText(/^Perhaps the same person as/).waitFor()
  await page.getByRole('link', { name: 'Compare the two' }).click()
  await page.getByText(/^Same birth date, similar name/).waitFor()
  await page.getByRole('radiogroup', { name: 'Phone' }).getByRole('radio', { name: /0722/ }).check()
  await page.getByRole('button', { name: 'Merge into one file' }).click()
  await page.getByText('Merged from two files').waitFor()
  await grace.allSent()

  await writeNote(sam, 'Sam: rang, no answer.')
  await sam.page.getByRole('link', { name: 'Edit details' }).click()
  await sam.page.getByLabel('Phone', { exact: true }).fill('020 7946 0733')
  await sam.page.getByRole('button', { name: 'Save details' }).click()
  await sam.page.getByRole('tab', { name: 'Timeline' }).waitFor()
  await sam.context.setOffline(false)

  await page.getByText(/Also written in the merged file: Phone 020 7946 0733/).waitFor({ timeout: 60_000 })
  await page.getByRole('tab', { name: 'Notes' }).click()
  for (const note of ['Grace: likes to sing.', 'Sam: has a budgie.', 'Sam: rang, no answer.']) {
    await page.getByText(note).first().waitFor()
  }
  // Sam, whose screen shows the file that was merged away, is led to the one.
  await sam.page.getByText('Merged from two files').waitFor({ timeout: 60_000 })
  await sam.allSent()
  await grace.openFile('Wetherlam')
  expect(await page.getByRole('list', { name: 'Case files' }).getByRole('link').count()).toBe(1)

  await page.getByRole('link', { name: 'Take over or leave' }).click()
  await page.getByRole('button', { name: 'Take apart' }).click()
  await page.getByText('Nothing is merged into this file').waitFor()
  await grace.allSent()
  const [first, second] = [await onServer('Folasade'), await onServer('Folashade')]
  expect(first).toEqual(before.first)
  expect(second.client).toEqual({ ...before.second.client, phone: '020 7946 0733' })
  expect(new Set(second.notes)).toEqual(new Set(['Sam: has a budgie.', 'Sam: rang, no answer.']))
  await sam.place('Caseload')
  await sam.page.getByRole('searchbox').first().fill('Wetherlam')
  const rows = sam.page.getByRole('list', { name: 'Case files' }).getByRole('link')
  await expect.poll(() => rows.count(), { timeout: 60_000 }).toBe(2)
})
