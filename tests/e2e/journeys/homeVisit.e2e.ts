import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { Profiles } from '../profiles.ts'
import {
  areas,
  consent,
  GOOD_DAY,
  keptOnTablet,
  missing,
  MISSING,
  part,
  plan,
  risks,
  SCALE_ITEMS,
  services,
  wellbeing,
} from '../visitSteps.ts'
import { foundInStorage, foundOnDisk } from '../storedBytes.ts'

let server: ServerProcess
const profiles = new Profiles()

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})

afterAll(async () => {
  await server.end()
  profiles.remove()
})

test('a home visit without a signal, from end to end', async () => {
  const grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  const sam = await AtWork.arrive(server.url, 'sam@demo.test', profiles.another())

  await server.stop()
  await grace.restart('close')
  const address = await grace.page
    .getByText(/Road, Bexley|, DA\d/)
    .first()
    .innerText()
  const name = await grace.page.getByRole('list').getByRole('heading', { level: 3 }).first().innerText()

  await grace.page.getByRole('link', { name: `Start visit with ${name}` }).click()
  await grace.page.getByRole('button', { name: 'Begin visit' }).click()
  await consent(grace.page)
  await areas(grace.page)
  await wellbeing(grace.page)
  await keptOnTablet(grace.page)

  await grace.restart('kill')
  await grace.page.getByRole('navigation', { name: 'Parts of the visit' }).waitFor()
  await part(grace.page, 'Wellbeing')
  expect(await grace.page.getByRole('radio', { name: 'Often', checked: true }).count()).toBe(SCALE_ITEMS)
  await part(grace.page, 'What matters to you')
  await expect
    .poll(() => grace.page.getByText(GOOD_DAY).or(grace.page.getByRole('textbox')).first().inputValue())
    .toBe(GOOD_DAY)

  await risks(grace.page)
  await plan(grace.page)
  await services(grace.page)
  await missing(grace.page)
  await part(grace.page, 'Finish')
  await grace.page.getByRole('button', { name: 'Finish visit' }).click()
  await grace.page.getByRole('heading', { name: 'Visit finished' }).waitFor()
  await grace.page.getByText('Kept on this tablet').first().waitFor()

  await sam.openFile(name)
  const file = sam.page.getByRole('region', { name: 'Chosen file' })
  await file.getByRole('heading', { name }).waitFor()
  expect(await file.getByText('56 of 70').count()).toBe(0)
  await server.start()
  await file.getByText('56 of 70').waitFor({ timeout: 90_000 })
  await file.getByText('Referred to Befriending').waitFor()
  await file.getByText('Referred to Men in Sheds').waitFor()
  await file.getByText('No known risks').first().waitFor()
  await file.getByRole('tab', { name: 'Plan' }).click()
  await file.getByText('More company').first().waitFor()
  await grace.page.getByText('The team has it').first().waitFor()

  // What nothing fitted is counted for everybody, once, and names nobody.
  await sam.page.goto(`${server.url}/gaps`)
  await sam.unlock()
  await sam.page.getByRole('listitem').filter({ hasText: MISSING }).waitFor()
  const gaps = sam.page.getByRole('region', { name: 'One by one' }).getByRole('listitem')
  expect(await gaps.filter({ hasText: MISSING }).count()).toBe(1)
  expect(await gaps.filter({ hasText: 'Full' }).filter({ hasText: 'Lunch' }).count()).toBe(0)
  expect(await gaps.filter({ hasText: name }).count()).toBe(0)

  const planted = [GOOD_DAY, address, name, ...name.split(' ').filter((word) => word.length > 5)]
  expect(await foundInStorage(grace.page, planted)).toEqual([])
  await grace.leave()
  await sam.leave()
  for (const profile of profiles.folders) expect(await foundOnDisk(profile, planted)).toEqual([])
})
