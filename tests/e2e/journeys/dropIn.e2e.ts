import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { Manager } from '#tests/fixtures/manager.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PIN } from '../atWork.ts'
import { choice, log, openDropIn, tap } from '../dropInSteps.ts'
import { Profiles } from '../profiles.ts'
import { recordsOnDevice } from '../unsealed.ts'

// An evening at a surgery's reception: two volunteers, two phones, no signal, and a queue.

const phone = { width: 390, height: 844 }
const FAMILY_NAME = 'Quaverthwaite'

const profiles = new Profiles()
let server: ServerProcess
let sam: string
let val: string

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  const manager = await Manager.signedIn(server.url)
  const members = await manager.members()
  const called = (name: string) => members.find((member) => member.name.startsWith(name))?.staff ?? ''
  ;[sam, val] = [called('Sam'), called('Val')]
  await manager.alter(sam, { role: 'volunteer', team: null })
})

afterAll(async () => {
  await server.end()
  profiles.remove()
})

/**
 * A thumb at the pace of a person by the keystroke-level model (Card, Moran and Newell): to make up one's mind 1.35 s, and
 * to point 1.1 s, before every tap.
 */
class Thumb {
  taps = 0

  async tap(target: Locator): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 1_350 + 1_100))
    this.taps += 1
    await target.click()
  }
}

async function withPhone(email: string): Promise<AtWork> {
  const who = await AtWork.arrive(server.url, email, profiles.another())
  await who.page.setViewportSize(phone)
  return who
}

const logged = ({ page }: AtWork) => page.getByRole('alert').getByText(/^Logged/)
const number = ({ page }: AtWork, label: string) =>
  page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd').first().innerText()

function isVolunteers({ kind, body, deleted }: StoredRecord, staff: string): boolean {
  // Of what was taken back nothing is left but that it was.
  if (deleted !== null && Object.keys(body).length === 0) return true
  if (kind === 'dropIn' || kind === 'dropInContact')
    return Array.isArray(body['people']) && body['people'].includes(staff)
  if (kind === 'referralProgress') return body['referredBy'] === staff
  return ['directory', 'everybody'].includes(kindNamed(kind)?.place ?? '')
}

test('a drop-in without a signal, on two phones', async () => {
  const one = await withPhone('val@demo.test')
  const other = await withPhone('sam@demo.test')
  await server.stop()
  await one.restart('close')
  await one.page.setViewportSize(phone)

  // Where the last one was is proposed.
  await openDropIn(one.page, { withWhom: 'Sam Kettleworth' })
  const thumb = new Thumb()
  const began = performance.now()
  await thumb.tap(choice(one.page, 'Asked for', 'People'))
  await thumb.tap(choice(one.page, 'Asked for', 'Money'))
  await thumb.tap(choice(one.page, 'Told about', /./))
  await thumb.tap(one.page.getByRole('button', { name: 'Log', exact: true }))
  await logged(one).waitFor()
  const seconds = (performance.now() - began) / 1000
  expect(thumb.taps).toBeLessThanOrEqual(6)
  expect(seconds).toBeLessThan(20)

  // What is tapped is kept as it is tapped.
  await tap(one.page, 'Asked for', 'Interests')
  await tap(one.page, 'Nothing fits', /Interests/)
  await one.page.getByLabel('What they wanted (Interests)').fill('a gardening group')
  await one.page.waitForTimeout(700)
  await one.restart('kill')
  await one.page.setViewportSize(phone)
  await expect.poll(() => one.page.getByLabel(/^What they wanted/).inputValue()).toBe('a gardening group')
  await log(one.page)
  await logged(one).waitFor()
  expect([await number(one, 'People'), await number(one, 'Nothing fitted')]).toEqual(['2', '1'])

  // Undone, it is back in the form.
  await one.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => number(one, 'People')).toBe('1')
  await expect.poll(() => one.page.getByLabel(/^What they wanted/).inputValue()).toBe('a gardening group')
  await log(one.page)
  await expect.poll(() => number(one, 'Nothing fitted')).toBe('1')

  // Passed on: what was said is in the referral already, and who they are goes nowhere else.
  await tap(one.page, 'Asked for', 'Home')
  await one.page.getByRole('switch', { name: /^They agreed/ }).click({ force: true })
  await one.page.getByRole('textbox', { name: 'First name' }).fill('Ottoline')
  await one.page.getByRole('button', { name: 'Pass on to a co-ordinator' }).click()
  await one.page.getByRole('heading', { name: 'Pass somebody on' }).waitFor()
  expect(await one.page.getByLabel('First name').inputValue()).toBe('Ottoline')
  expect(await one.page.getByLabel('In a few words').inputValue()).toContain('Asked for help with: Home.')
  await one.page
    .getByRole('radiogroup', { name: /spoken of suicide/ })
    .getByRole('radio', { name: 'No' })
    .check()
  await one.page.getByLabel('Family name').fill(FAMILY_NAME)
  await one.page.getByLabel('Best way to reach them').fill('In the afternoon')
  await one.page.getByRole('radiogroup', { name: /agree/ }).getByRole('radio', { name: 'Yes' }).check()
  await one.page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => number(one, 'Passed on')).toBe('1')

  await server.start()
  await one.place('Drop-in')
  await one.allSent()

  // The other phone has the session, and both lists meet.
  await other.place('Drop-in')
  await other.page.getByRole('link', { name: /library in Thamesmead.*since/ }).click({ timeout: 90_000 })
  await expect.poll(() => number(other, 'People')).toBe('3')
  await tap(other.page, 'Asked for', 'Caring')
  await log(other.page)
  await other.page.getByRole('link', { name: /^Caring/ }).waitFor()
  await one.page.getByRole('link', { name: /library in Thamesmead.*since/ }).click()
  await one.page.getByRole('link', { name: /^Caring/ }).waitFor({ timeout: 60_000 })
  expect(await number(one, 'People')).toBe('4')
  await one.page.getByRole('button', { name: 'Close the drop-in' }).click()
  await one.page.getByRole('button', { name: 'Open it again' }).waitFor()
  await one.allSent()

  // A volunteer's phone holds the directory, their own sessions, and how far it has come with whom they passed on.
  for (const [who, staff] of [
    [one, val],
    [other, sam],
  ] as const) {
    const held = await recordsOnDevice(who.page, staff, PIN)
    expect(held.filter((record) => !isVolunteers(record, staff))).toEqual([])
    expect(held.filter(({ kind }) => kind === 'dropInContact').length).toBeGreaterThanOrEqual(4)
    const naming = held.filter((record) => JSON.stringify(record).includes(FAMILY_NAME))
    expect(naming.map(({ kind }) => kind)).toEqual(who === one ? ['referralProgress'] : [])
  }
  await one.leave()
  await other.leave()
})

test('the manager sees what drop-ins add up to, and the gap', async () => {
  const mo = await AtWork.arrive(server.url, 'mo@demo.test', profiles.another())
  await mo.place('Drop-ins')
  await mo.page.getByRole('link', { name: /library in Thamesmead.*Today/ }).click()
  await mo.page.getByRole('heading', { level: 1, name: /Thamesmead/ }).waitFor()
  expect([await number(mo, 'People'), await number(mo, 'Passed on')]).toEqual(['4', '1'])
  expect(await mo.page.getByRole('button', { name: 'Log', exact: true }).count()).toBe(0)

  await mo.page.goto(`${server.url}/gaps`)
  await mo.unlock()
  const gap = mo.page.getByRole('listitem').filter({ hasText: 'a gardening group' })
  await gap.getByRole('button', { name: /^Take out/ }).click()
  await gap.waitFor({ state: 'detached' })
  await mo.page.getByRole('button', { name: 'Undo' }).click()
  await gap.waitFor()
  await mo.leave()
})
