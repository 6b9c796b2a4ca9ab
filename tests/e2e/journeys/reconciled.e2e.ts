import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '#server/store/database.ts'
import { verifyHistory } from '#server/reconcile/verifyHistory.ts'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { Profiles } from '../profiles.ts'

const profiles = new Profiles()
let server: ServerProcess
let grace: AtWork

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

async function edit(who: AtWork, client: string, fields: Record<string, string>): Promise<void> {
  await who.openFile(client)
  await who.page.getByRole('link', { name: 'Edit details' }).click()
  for (const [label, value] of Object.entries(fields)) {
    await who.page.getByRole('textbox', { name: label, exact: true }).fill(value)
  }
  await who.page.getByRole('button', { name: /^Save/ }).click()
  await who.page.getByRole('tab', { name: 'Timeline' }).waitFor()
}

async function details(who: AtWork, client: string): Promise<void> {
  await who.openFile(client)
  await who.page.getByRole('tab', { name: /^Details/ }).click()
}

async function theServer(): Promise<TestDevice> {
  const device = await TestDevice.signedIn(server.url, 'mo@demo.test')
  expect((await device.sync()).ok).toBe(true)
  return device
}

test('both edit one file offline: different fields merge silently, the same one is a question until somebody chooses', async () => {
  const sam = await AtWork.arrive(server.url, 'sam@demo.test', profiles.another())
  await server.stop()
  await edit(grace, 'Kath', { Phone: '020 7946 0701', 'Best way to reach them': 'Ring twice' })
  await edit(sam, 'Kath', { Phone: '020 7946 0702', Email: 'kath@example.org' })
  await grace.status(/1 change waits/)
  await server.start()
  for (const who of [grace, sam]) {
    await who.status(/1 needs you/)
    await details(who, 'Kath')
    await who.page.getByText('kath@example.org').first().waitFor()
    await who.page.getByText('Ring twice').first().waitFor()
    await who.place('Sync')
    await who.page
      .getByRole('link', { name: /phone number/i })
      .first()
      .click()
    await who.page.getByText('020 7946 0701').first().waitFor()
    await who.page.getByText('020 7946 0702').first().waitFor()
  }
  const right = sam.page.getByRole('listitem').filter({ hasText: '020 7946 0702' })
  await right.getByRole('button', { name: 'This is right' }).click()
  for (const who of [sam, grace]) {
    await who.allSent()
    await details(who, 'Kath')
    await who.page.getByRole('tabpanel').getByText('020 7946 0702').first().waitFor()
  }
  await sam.page.getByRole('button', { name: 'Undo' }).click()
  for (const who of [sam, grace]) await who.status(/1 needs you/)
  await sam.place('Sync')
  await sam.page
    .getByRole('link', { name: /phone number/i })
    .first()
    .click()
  await right.getByRole('button', { name: 'This is right' }).click()
  for (const who of [sam, grace]) await who.allSent()
  expect(await phoneOf('Kathleen')).toBe('020 7946 0702')
  await sam.leave()
})

test('replies lost after the server committed: applied once', async () => {
  await faults({ dropReplies: 3 })
  await grace.openFile('Usha')
  await grace.page.getByRole('tab', { name: 'Notes' }).click()
  await grace.page.getByRole('textbox', { name: 'New note' }).fill('Rang about the pendant alarm.')
  await grace.page.getByRole('button', { name: /^Save/ }).click()
  await expect.poll(async () => (await faults()).dropReplies, { timeout: 30_000 }).toBe(0)
  await grace.allSent()
  const device = await theServer()
  expect(notesSaying(device, 'Rang about the pendant alarm.')).toBe(1)
})

async function phoneOf(firstName: string): Promise<unknown> {
  const { keeper } = await theServer()
  const bodies = [...keeper.recordIds].map((id) => keeper.record(id)?.body ?? {})
  return bodies.find((body) => body['firstName'] === firstName)?.['phone']
}

/** Reads the server's troubles, or sets them. */
async function faults(set?: { dropReplies: number }): Promise<{ dropReplies: number }> {
  const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(set) }
  const answer = await fetch(`${server.url}/api/dev/faults`, set ? body : {})
  return z.object({ dropReplies: z.number() }).parse(await answer.json())
}

function notesSaying(device: TestDevice, text: string): number {
  return [...device.keeper.recordIds].filter((id) => device.keeper.record(id)?.body['text'] === text).length
}

const CHANGES = 200

test('the server is killed during a push of 200 changes: 200 applied, none twice, the history complete', async () => {
  const before = await theServer()
  await server.stop()
  await grace.openFile('Usha')
  await grace.page.getByRole('tab', { name: 'Plan' }).click()
  await grace.page
    .getByRole('button', { name: /Move it$/ })
    .first()
    .waitFor()
  await turnBackAndForth(grace.page, CHANGES)
  await grace.status(/200 changes wait/)
  const pushed = grace.page.waitForRequest((request) => request.url().endsWith('/api/sync/changes'))
  await server.start()
  await pushed
  await server.kill()
  await server.start()
  await expect.poll(() => plansMoved(before), { timeout: 60_000 }).toEqual([CHANGES])
  await grace.allSent()
  await server.stop()
  const database = await openDatabase(server.database)
  const { id } = await database.selectFrom('services').select('tenant as id').executeTakeFirstOrThrow()
  expect(await verifyHistory(database, id)).toEqual([])
  await database.destroy()
})

/** Moves one step of the plan to and fro, each time waiting until the screen shows it. */
function turnBackAndForth(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    const step = document.querySelector('[data-move]')?.getAttribute('data-move') ?? ''
    const now = () => document.querySelector<HTMLElement>(`[data-move="${step}"]`)
    const choice = (words: string) => {
      const list = document.getElementById(now()?.getAttribute('aria-controls') ?? '')
      const found = [...(list?.querySelectorAll('button') ?? [])].find((each) => each.textContent === words)
      return found?.disabled === false ? found : undefined
    }
    const frame = () => new Promise(requestAnimationFrame)
    for (let i = 0; i < count; i += 1) {
      const words = i % 2 === 0 ? 'Dropped' : 'Done'
      now()?.click()
      while (!choice(words)) await frame()
      choice(words)?.click()
      while (now()?.textContent !== words || now()?.hasAttribute('data-loading')) await frame()
    }
  }, times)
}

/** By how much the plans' revisions rose since then; each applied change counts once. */
async function plansMoved(before: TestDevice): Promise<number[]> {
  const now = await theServer()
  return [...now.keeper.recordIds].flatMap((id) => {
    const record = now.keeper.record(id)
    const moved = (record?.rev ?? 0) - (before.keeper.record(id)?.rev ?? 0)
    return record?.kind === 'plan' && moved > 0 ? [moved] : []
  })
}
