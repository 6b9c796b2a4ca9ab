import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestDevice } from '#tests/fixtures/device.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { Profiles } from '../profiles.ts'

const profiles = new Profiles()
let server: ServerProcess
let grace: AtWork
let mo: AtWork

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  ;[grace, mo] = await Promise.all([
    AtWork.arrive(server.url, 'grace@demo.test', profiles.another()),
    AtWork.arrive(server.url, 'mo@demo.test', profiles.another()),
  ])
})

afterAll(async () => {
  await Promise.all([grace.leave(), mo.leave()])
  await server.end()
  profiles.remove()
})

test('offline: each criterion with its reason, a decision against the rules, and whom to ring at once', async () => {
  const { page } = grace
  await grace.context.setOffline(true)
  await grace.place('Referrals')
  const urgent = page.getByRole('list', { name: 'Referrals' }).getByRole('link').first()
  await urgent.getByText('Urgent').waitFor()
  await urgent.getByText('With nobody yet').waitFor()
  await urgent.click()
  await page.getByText('Somebody spoke of suicide, or of harm').waitFor()
  expect(await page.getByRole('link', { name: 'Ring 999' }).getAttribute('href')).toBe('tel:999')

  await page.getByRole('link', { name: /Angie Rookhope/ }).click()
  await page.getByRole('heading', { name: 'Angie Rookhope' }).waitFor()
  await page.getByRole('combobox', { name: 'By which rules' }).selectOption('Clocktower 2015')
  for (const line of [
    /18 or older.*Met.*years old today/,
    /Isolated.*Not met.*Not among the reasons/,
    /Struggles with a health condition, or cares for somebody.*Met.*carer/,
    /Thoughts of suicide now.*Not known.*not been asked about yet/,
    /Psychosis.*Not known.*No conditions are on the file/,
  ]) {
    await page.getByRole('listitem').filter({ hasText: line }).waitFor()
  }
  await page.getByText('Not enough is known yet').first().waitFor()
  await page.getByRole('radio', { name: /take this person on/ }).check()
  await page.getByRole('textbox', { name: /Why otherwise/ }).fill('Her father needs her well.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByText('By Clocktower 2015, version 1: not enough is known yet.').waitFor()
  await page.getByText('Decided otherwise because: Her father needs her well.').waitFor()

  await page.getByRole('link', { name: /Betty Hunterscombe/ }).click()
  await page.getByRole('heading', { name: 'Betty Hunterscombe' }).waitFor()
  await page.getByRole('button', { name: 'Somebody may be in danger' }).click()
  expect(await page.getByRole('link', { name: 'Ring 111' }).getAttribute('href')).toBe('tel:111')
  await page.getByRole('textbox', { name: 'What was said or seen' }).fill('Said that she has had enough.')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page
    .getByRole('list', { name: 'Referrals' })
    .getByRole('link', { name: /Hunterscombe.*Urgent/ })
    .waitFor()
  await grace.status(/2 changes wait/)
  await grace.context.setOffline(false)
  await grace.sync()
  await grace.allSent()
})

test('a new version is published with its preview; the queue goes by it, the old decision names the old one', async () => {
  await mo.place('Service')
  await mo.page.getByRole('link', { name: /Who the service is for/ }).click()
  await mo.page.getByRole('link', { name: 'New version of Clocktower 2015', exact: true }).click()
  await mo.page.getByRole('button', { name: 'Take out: Thoughts of suicide now' }).click()
  await mo.page.getByRole('button', { name: /Take out: Psychosis/ }).click()
  await mo.page.getByRole('button', { name: /Take out: A personality disorder/ }).click()
  await mo.page.getByRole('button', { name: /Take out: Dementia/ }).click()
  await mo.page.getByText(/Would newly meet the criteria \([1-9]/).waitFor()
  await mo.page.getByRole('button', { name: 'Publish' }).click()
  await mo.page.getByText(/Clocktower 2015, version 2 is published/).waitFor()
  await mo.allSent()

  const { page } = grace
  await grace.place('Referrals')
  await page.getByRole('link', { name: /Angie Rookhope/ }).click()
  await page.getByText('Newer rules are in force by now.', { exact: false }).waitFor({ timeout: 30_000 })
  await page.getByText('By Clocktower 2015, version 1: not enough is known yet.').waitFor()
  const chosen = page.getByRole('combobox', { name: 'By which rules' })
  await expect.poll(() => chosen.locator('option:checked').textContent()).toBe('Clocktower 2015, version 2')
  await page.getByText('Meets the criteria').last().waitFor()
  const device = await TestDevice.signedIn(server.url, 'mo@demo.test')
  expect((await device.sync()).ok).toBe(true)
  const bodies = [...device.keeper.recordIds].map((id) => device.keeper.record(id)?.body ?? {})
  expect(bodies.flatMap((body) => body['eligibility'] ?? [])).toMatchObject([
    {
      ruleSet: 'Clocktower 2015',
      version: 1,
      outcome: 'not-known',
      override: { to: 'eligible', reason: 'Her father needs her well.' },
    },
  ])
})

test('a number that the manager sets is there to ring, also without a signal', async () => {
  await mo.place('Service')
  await mo.page.getByRole('link', { name: /Numbers and times/ }).click()
  await mo.page.getByRole('button', { name: 'Add an emergency number' }).click()
  await mo.page.getByLabel('Who answers').fill('Crisis line')
  await mo.page.getByRole('button', { name: 'Save for everybody' }).click()
  await mo.page.getByRole('alert').getByText('Type the number of Crisis line').waitFor()
  await mo.page.getByLabel('Number', { exact: true }).fill('020 7946 0199')
  await mo.page.getByRole('button', { name: 'Save for everybody' }).click()
  await mo.allSent()

  const { page } = grace
  await page.getByRole('link', { name: /Betty Hunterscombe/ }).click()
  const ring = page.getByRole('link', { name: 'Ring Crisis line 020 7946 0199' })
  await ring.waitFor({ timeout: 30_000 })
  await grace.context.setOffline(true)
  await page.getByRole('link', { name: /Grace-Ann Bellamore/ }).click()
  await page.getByText('hopes not to wake up', { exact: false }).first().waitFor()
  expect(await ring.getAttribute('href')).toBe('tel:02079460199')
})
