import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '#domain/change/write.ts'
import { personSchema } from '#protocol/account.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { Profiles } from '../profiles.ts'

const OWN_WORDS = 'He takes my card on Fridays'

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

const colleague = (name: string) => Colleague.signIn(server.url, `${name}@demo.test`, PASSWORD)

async function concernsOf(name: string): Promise<StoredRecord[]> {
  return (await (await colleague(name)).records()).filter(({ kind }) => kind.startsWith('concern'))
}

async function writtenDown(): Promise<void> {
  const { page } = grace
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.getByRole('heading', { name: /^Safeguarding concern: Kath/ }).waitFor()
  await grace.status(/1 change waits/)
  await page.getByText(OWN_WORDS).waitFor()
}

test('a concern is written down without a signal, with whom to ring first; only its people get it', async () => {
  const { page } = grace
  await grace.context.setOffline(true)
  await grace.openFile('Kath')
  await page.getByRole('link', { name: 'Write down a concern' }).click()
  await page.getByText('Ring first, then write it down').waitFor()
  expect(await page.getByRole('link', { name: /^Ring 999/ }).getAttribute('href')).toBe('tel:999')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.getByRole('alert').getByText('Write down what you saw and heard').waitFor()
  await page.getByRole('radio', { name: 'Safeguarding concern' }).check()
  await page.getByLabel('What you saw and heard').fill('There was no food in the fridge.')
  await page.getByLabel('Their own words').fill(OWN_WORDS)
  await page.getByLabel('What they want to happen').fill('She does not want the police called.')
  await page.getByText('Kept on this tablet, not saved to the file yet.').waitFor()
  // The tablet is put away in the middle of it: what was typed is there again.
  await grace.restart('close', (fresh) => fresh.context().setOffline(true))
  expect(await grace.page.getByLabel('Their own words').inputValue()).toBe(OWN_WORDS)
  await writtenDown()

  await grace.context.setOffline(false)
  await grace.allSent()
  expect((await concernsOf('mo')).map(({ body }) => body['ownWords'])).toEqual([OWN_WORDS])
  expect(await concernsOf('sam')).toEqual([])
  expect(await concernsOf('val')).toEqual([])
  expect(await concernsOf('pat')).toEqual([])
})

test('what was done about it comes back to whoever wrote it; nobody alters what was written', async () => {
  const mo = await colleague('mo')
  const [concern] = await concernsOf('mo')
  if (!concern) throw new Error('The concern did not arrive')
  const { id, file, version, body } = concern
  const by = personSchema.parse(
    await grace.page.evaluate(async () => (await fetch('/api/account/me')).json() as Promise<unknown>),
  ).id
  const done = {
    concern: id,
    people: [by],
    at: new Date().toISOString(),
    by,
    what: 'Passed to adult social care by telephone.',
    state: 'closed',
  }
  expect(await mo.save([createRecord('concernAction', crypto.randomUUID(), file, done)])).toBe('applied')
  const facts = { from: body['facts'] ?? null, to: 'Nothing happened.' }
  expect(await mo.save([{ op: 'edit', kind: 'concern', id, version, fields: { facts } }])).toBe('refused')
  await grace.page.getByText('Passed to adult social care by telephone.').waitFor({ timeout: 60_000 })
  await grace.place('Concerns')
  await grace.page
    .getByRole('list', { name: 'Closed concerns' })
    .getByRole('link', { name: /^Kath/ })
    .waitFor()
})
