import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoredRecord } from '#domain/record/record.ts'
import { personSchema } from '#protocol/account.ts'
import { Manager } from '#tests/fixtures/manager.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD, PIN } from '../atWork.ts'
import { Colleague } from '../colleague.ts'
import { Profiles } from '../profiles.ts'
import { recordsOnDevice } from '../unsealed.ts'

const profiles = new Profiles()
let server: ServerProcess
let grace: AtWork
let manager: Manager
let office: Colleague

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  manager = await Manager.signedIn(server.url)
  office = await Colleague.signIn(server.url, 'mo@demo.test', PASSWORD)
  grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
}, 60_000)

afterAll(async () => {
  await grace.leave()
  await server.end()
  profiles.remove()
})

async function clientNamed(firstName: string): Promise<StoredRecord> {
  const records = await office.records()
  const client = records.find(({ kind, body }) => kind === 'client' && body['firstName'] === firstName)
  if (!client) throw new Error(`Nobody is called ${firstName}`)
  return client
}

async function writePhone(search: string, phone: string): Promise<void> {
  await grace.openFile(search)
  await grace.page.getByRole('link', { name: 'Edit details' }).click()
  await grace.page.getByRole('textbox', { name: 'Phone', exact: true }).fill(phone)
  await grace.page.getByRole('button', { name: /^Save/ }).click()
  await grace.page.getByRole('tab', { name: 'Timeline' }).waitFor()
  await grace.status(/1 change waits/)
}

async function idOfGrace(): Promise<string> {
  const me = await grace.page.evaluate(async () => (await fetch('/api/account/me')).text())
  return personSchema.parse(JSON.parse(me)).id
}

async function heldOf(file: string): Promise<StoredRecord[]> {
  const records = await recordsOnDevice(grace.page, await idOfGrace(), PIN)
  return records.filter((record) => record.file === file)
}

test('a client is handed to another team meanwhile: what was written offline is taken in, and the file goes', async () => {
  const client = await clientNamed('Kathleen')
  expect((await heldOf(client.id)).length).toBeGreaterThan(2)
  await grace.context.setOffline(true)
  await writePhone('Kath', '020 7946 0771')
  const north = await manager.addTeam('North')
  const { id, version, body } = client
  const team = { from: body['team'] ?? null, to: north }
  expect(await office.save([{ op: 'edit', kind: 'client', id, version, fields: { team } }])).toBe('applied')
  await grace.context.setOffline(false)
  await grace.allSent()
  expect((await clientNamed('Kathleen')).body['phone']).toBe('020 7946 0771')
  await grace.place('Caseload')
  await grace.page.getByRole('searchbox').first().fill('Kath')
  await grace.page.getByRole('list').getByRole('link', { name: /Kath/ }).waitFor({ state: 'detached' })
  expect(await heldOf(id)).toEqual([])
})

test('an account ends meanwhile: the author is told, a manager takes the work in, and the author is told of that', async () => {
  const usha = await clientNamed('Usha')
  const staff = await idOfGrace()
  await grace.context.setOffline(true)
  await writePhone('Usha', '020 7946 0772')
  await manager.alter(staff, { active: false })
  await grace.context.setOffline(false)
  await grace.page.getByText(/^Your access to .* has ended$/).waitFor()
  await grace.page.getByText('has been handed over to a manager').waitFor()
  expect(
    await grace.page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts(),
  ).toEqual(['Sync', 'Settings'])
  expect(await recordsOnDevice(grace.page, staff, PIN)).toEqual([])
  expect((await clientNamed('Usha')).body['phone']).toBe(usha.body['phone'])

  const mo = await AtWork.arrive(server.url, 'mo@demo.test', profiles.another())
  await mo.page.getByRole('link', { name: /^People.*1.*to decide about/ }).click()
  await mo.page.getByRole('link', { name: /^Held and refused/ }).click()
  await mo.page.getByRole('list', { name: 'To decide' }).getByRole('link', { name: /Usha/ }).click()
  await mo.page.getByText('020 7946 0772').waitFor()
  await mo.page.getByRole('button', { name: 'Take it in' }).click()
  await mo.page.getByText('Nothing waits for a decision').waitFor()
  expect((await clientNamed('Usha')).body['phone']).toBe('020 7946 0772')
  await mo.leave()

  await grace.page.getByText('Everything that you had written has reached the service.').waitFor()
  await grace.allSent()
})
