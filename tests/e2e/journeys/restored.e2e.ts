import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp, restore, verify } from '#tests/fixtures/operator.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { Profiles } from '../profiles.ts'
import {
  areas,
  consent,
  GOOD_DAY,
  keptOnTablet,
  part,
  plan,
  risks,
  services,
  wellbeing,
} from '../visitSteps.ts'

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

test('the server is put back to before a visit was finished, and the tablet gives the visit back', async () => {
  const grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
  const { page } = grace
  const name = await page.getByRole('list').getByRole('heading', { level: 3 }).first().innerText()
  await page.getByRole('link', { name: `Start visit with ${name}` }).click()
  await page.getByRole('button', { name: 'Begin visit' }).click()
  await consent(page)
  await areas(page)
  await keptOnTablet(page)
  await backUp(server)

  await wellbeing(page)
  await risks(page)
  await plan(page)
  await services(page)
  await part(page, 'Finish')
  await page.getByRole('button', { name: 'Finish visit' }).click()
  await page.getByRole('heading', { name: 'Visit finished' }).waitFor()
  await page.getByText('The team has it').first().waitFor()
  await page.getByRole('link', { name: 'Back to today' }).first().click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  const written = await writtenOnServer()
  expect(written.length).toBeGreaterThan(3)

  await grace.context.setOffline(true)
  await server.stop()
  await restore(server)
  await server.start()
  expect(await writtenOnServer()).toEqual([])

  await grace.context.setOffline(false)
  await expect.poll(writtenOnServer, { timeout: 30_000 }).toEqual(written)
  await grace.allSent()
  expect(await page.getByRole('link', { name: /needs you|need you/ }).count()).toBe(0)

  const sam = await AtWork.arrive(server.url, 'sam@demo.test', profiles.another())
  await sam.openFile(name)
  const file = sam.page.getByRole('region', { name: 'Chosen file' })
  await file.getByText('56 of 70').waitFor()
  await file.getByText('Referred to Befriending').waitFor()
  await file.getByText('Referred to Men in Sheds').waitFor()
  await grace.leave()
  await sam.leave()
  await verify(server)
})

/** The file of the visit, as a new device of a colleague gets it; nothing while the visit is not in it. */
async function writtenOnServer(): Promise<string[]> {
  const sam = await Colleague.signIn(server.url, 'sam@demo.test', PASSWORD)
  const records = await sam.records()
  const visited = records.find(
    ({ kind, body }) => kind === 'response' && JSON.stringify(body).includes(GOOD_DAY),
  )
  if (!visited) return []
  return records
    .filter(({ file }) => file === visited.file)
    .map(({ id, kind, body, contested }) => JSON.stringify({ id, kind, body, contested }))
    .toSorted()
}
