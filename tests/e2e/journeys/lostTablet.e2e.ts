import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork } from '../atWork.ts'
import { Profiles } from '../profiles.ts'
import {
  areas,
  consent,
  GOOD_DAY,
  keptOnTablet,
  part,
  plan,
  risks,
  SCALE_ITEMS,
  wellbeing,
} from '../visitSteps.ts'

let server: ServerProcess
const profiles = new Profiles()
const lost = new Profiles()

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})

afterAll(async () => {
  await server.end()
  profiles.remove()
  lost.remove()
})

test('a visit begun on a tablet that is lost is finished on another', async () => {
  const grace = await AtWork.arrive(server.url, 'grace@demo.test', lost.another())
  const name = await grace.page.getByRole('list').getByRole('heading', { level: 3 }).first().innerText()
  await grace.page.getByRole('link', { name: `Start visit with ${name}` }).click()
  await grace.page.getByRole('button', { name: 'Begin visit' }).click()
  await consent(grace.page)
  await areas(grace.page)
  await wellbeing(grace.page)
  await keptOnTablet(grace.page)
  await grace.page.getByRole('button', { name: 'Leave for now' }).click()
  await grace.sync()
  await grace.place('Today')
  await grace.page
    .getByText(/^Begun .* kept on this tablet and at the service$/)
    .first()
    .waitFor()
  await grace.leave()
  lost.remove()

  const again = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  const { page } = again
  await page
    .getByRole('region', { name: 'Begun and not finished' })
    .getByText(name)
    .waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: `Resume visit with ${name}` }).click()
  await page.getByRole('status').filter({ hasText: 'and at the service' }).waitFor()
  await part(page, 'Wellbeing')
  expect(await page.getByRole('radio', { name: 'Often', checked: true }).count()).toBe(SCALE_ITEMS)
  await part(page, 'People')
  for (const said of ['More company', 'Kind neighbours']) {
    expect(await page.getByRole('checkbox', { name: said }).isChecked()).toBe(true)
  }
  await part(page, 'What matters to you')
  await expect.poll(() => page.getByRole('textbox').first().inputValue()).toBe(GOOD_DAY)

  await risks(page)
  await plan(page)
  await part(page, 'Finish')
  await page.getByRole('button', { name: 'Finish visit' }).click()
  await page.getByRole('heading', { name: 'Visit finished' }).waitFor()
  await page.getByText('The team has it').first().waitFor({ timeout: 30_000 })
  await again.leave()

  const sam = await AtWork.arrive(server.url, 'sam@demo.test', profiles.another())
  await sam.openFile(name)
  const file = sam.page.getByRole('region', { name: 'Chosen file' })
  await file.getByText('56 of 70').waitFor()
  await file.getByRole('tab', { name: 'Plan' }).click()
  await file.getByText('More company').first().waitFor()
  await sam.leave()
})

test('a visit gone on with on two tablets: both are kept, and a person chooses', async () => {
  const one = await AtWork.arrive(server.url, 'sam@demo.test', profiles.another())
  // A review has a form of its own.
  const visits = one.page.getByRole('listitem').filter({ hasNotText: 'Review ·' })
  const name = await visits.getByRole('heading', { level: 3 }).first().innerText()
  await one.page.getByRole('link', { name: `Start visit with ${name}` }).click()
  await one.page.getByRole('button', { name: 'Begin visit' }).click()
  await answerGoodDay(one, 'Begun at the door')
  await one.sync()
  await one.place('Today')
  await one.page
    .getByText(/kept on this tablet and at the service$/)
    .first()
    .waitFor()

  const two = await AtWork.arrive(server.url, 'sam@demo.test', profiles.another())
  await two.page.getByRole('link', { name: `Resume visit with ${name}` }).click({ timeout: 30_000 })
  await answerGoodDay(two, 'On the second tablet')
  await one.page.getByRole('link', { name: `Resume visit with ${name}` }).click()
  await answerGoodDay(one, 'On the first tablet')
  await one.sync()
  await one.place('Today')
  await one.page
    .getByText(/kept on this tablet and at the service$/)
    .first()
    .waitFor()
  await two.sync()
  await two.place('Today')
  await two.page.getByText('which one do you want to go on with?').waitFor()

  await two.page.getByRole('link', { name: `Resume visit with ${name}` }).click()
  await two.page.getByText('This visit was also begun on another device').waitFor()
  expect(await goodDay(two)).toBe('On the second tablet')
  await two.page.getByRole('button', { name: 'Go on with the other one' }).click()
  await two.page.getByText(/set aside until you finish: \d+ answers?/).waitFor()
  await expect.poll(() => goodDay(two)).toBe('On the first tablet')
  await two.page.getByRole('button', { name: 'Go on with the other one' }).click()
  await expect.poll(() => goodDay(two)).toBe('On the second tablet')
  await one.leave()
  await two.leave()
})

async function answerGoodDay(tablet: AtWork, words: string): Promise<void> {
  await part(tablet.page, 'What matters to you')
  await tablet.page.getByRole('textbox').first().fill(words)
  await keptOnTablet(tablet.page)
  await tablet.page.getByRole('button', { name: 'Leave for now' }).click()
}

function goodDay(tablet: AtWork): Promise<string> {
  return tablet.page.getByRole('textbox').first().inputValue()
}
