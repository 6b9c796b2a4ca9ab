import { afterAll, beforeAll, expect, test } from 'vitest'
import { kindNamed } from '#domain/kind/kinds.ts'
import {
  change,
  createClient,
  createNote,
  createOrganisation,
  createVisit,
  editField,
  newId,
} from '../testing/changes.ts'
import { people, teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// A volunteer holds the directory and never a case file, whichever way they ask.

const SECRET = 'Planted words of a case file'

let service: TestService
let val: Device
const ids = { client: newId(), note: newId(), visit: newId(), organisation: newId() }

beforeAll(async () => {
  service = await openService()
  val = await service.signIn('val')
  const [grace, mo] = await Promise.all([service.signIn('grace'), service.signIn('mo')])
  await grace.push(
    change(
      createClient(ids.client, teamA, { aboutMe: SECRET }),
      createNote(ids.note, ids.client, SECRET),
      createVisit(ids.visit, ids.client, people.val.id, new Date().toISOString().slice(0, 16)),
    ),
  )
  await mo.push(change(createOrganisation(ids.organisation)))
})
afterAll(() => service.remove())

async function textOf(path: string, body?: unknown): Promise<string> {
  const response = await val.call(
    path,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  )
  expect(response.status).toBe(200)
  return response.text()
}

test.each([
  ['/api/sync/records', undefined],
  ['/api/sync/records?limit=1', undefined],
  ['/api/sync/manifest', undefined],
  ['/api/sync/ready', undefined],
  ['/api/sync/records', { ids: Object.values(ids) }],
])('%s %o says nothing of a file', async (path, body) => {
  const text = await textOf(path, body)
  expect(text).not.toContain(SECRET)
  for (const id of [ids.client, ids.note, ids.visit]) expect(text).not.toContain(id)
})

test('what they hold is of the directory alone', async () => {
  const held = await val.pullAll()
  expect(held.has(ids.organisation)).toBe(true)
  for (const { kind, file } of held.values()) {
    expect(file).toBeNull()
    expect(kindNamed(kind)?.place).toBe('directory')
  }
})

test('what they write into a file, or into the directory, is refused and tells nothing', async () => {
  const receipts = await val.push(
    change(editField('client', ids.client, 'aboutMe', '', 'x')),
    change(createNote(newId(), ids.client)),
    change(editField('organisation', ids.organisation, 'name', 'An organisation', 'x')),
    change(createOrganisation(newId())),
  )
  expect(receipts.map(({ reason }) => reason)).toEqual(Array(4).fill('forbidden'))
  expect(JSON.stringify(receipts)).not.toContain(SECRET)
})

test('somebody whom they refer is taken in, and never comes back to them; nor may they add to the file', async () => {
  const begun = newId()
  expect(await val.push(change(createClient(begun, teamA, { aboutMe: SECRET })))).toMatchObject([
    { outcome: 'applied' },
  ])
  expect(await val.push(change(createNote(newId(), begun)))).toMatchObject([{ reason: 'forbidden' }])
  expect((await val.pullAll()).has(begun)).toBe(false)
  expect((await (await service.signIn('grace')).pullAll()).has(begun)).toBe(true)
})

test('somebody whose membership has ended gets nothing at all', async () => {
  const sam = await service.signIn('sam')
  await service.database
    .updateTable('members')
    .set({ active: 0 })
    .where('staff', '=', people.sam.id)
    .execute()
  expect((await sam.pullAll()).size).toBe(0)
  expect((await sam.manifest()).records).toEqual([])
  expect(await sam.ready()).toEqual([])
  expect(await sam.fetch([ids.client, ids.organisation])).toEqual([])
})
