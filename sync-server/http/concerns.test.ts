import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import { change, createClient, editField, newId } from '../testing/changes.ts'
import { people, teamA, teamB } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// A concern is seen by whoever wrote it, by whom they named, and by managers; by nobody else of the team.

let service: TestService
let grace: Device
const client = newId()
const concern = newId()

const about = (id: string, file: string | null, by: string, named: string[] = []): Edit => ({
  op: 'create',
  kind: 'concern',
  id,
  version: 1,
  file,
  body: { about: 'safeguarding', at: '2026-03-02T10:00', by, people: [by, ...named], facts: 'No food.' },
})

const done = (of: string, by: string, named: string[]): Edit => ({
  op: 'create',
  kind: 'concernAction',
  id: newId(),
  version: 1,
  file: client,
  body: { concern: of, people: named, at: '2026-03-02T11:00:00.000Z', by, what: 'Rang.' },
})

beforeAll(async () => {
  service = await openService()
  grace = await service.signIn('grace')
  await grace.push(change(createClient(client, teamA)))
})
afterAll(() => service.remove())

async function sees(name: keyof typeof people, id: string): Promise<boolean> {
  return (await (await service.signIn(name)).pullAll()).has(id)
}

test('its people see it and nobody else, and what was done about it', async () => {
  expect(await grace.push(change(about(concern, client, people.grace.id)))).toMatchObject([
    { outcome: 'applied' },
  ])
  const mo = await service.signIn('mo')
  const action = done(concern, people.mo.id, [people.grace.id, people.mo.id])
  expect(await mo.push(change(action))).toMatchObject([{ outcome: 'applied' }])
  for (const id of [concern, action.id]) {
    expect([await sees('grace', id), await sees('mo', id)]).toEqual([true, true])
    for (const name of ['sam', 'tom', 'val', 'ros', 'pat'] as const) expect(await sees(name, id)).toBe(false)
  }
})

test('a colleague who is named sees it too', async () => {
  const shared = newId()
  await grace.push(change(about(shared, client, people.grace.id, [people.val.id])))
  expect([await sees('val', shared), await sees('sam', shared)]).toEqual([true, false])
})

test('a volunteer writes one down, also about somebody who has no file here', async () => {
  const own = newId()
  const val = await service.signIn('val')
  expect(await val.push(change(about(own, null, people.val.id)))).toMatchObject([{ outcome: 'applied' }])
  expect([await sees('val', own), await sees('mo', own), await sees('grace', own)]).toEqual([
    true,
    true,
    false,
  ])
})

test('nobody alters it, and it stays with its people where the file goes to another team', async () => {
  const edits = [editField('concern', concern, 'facts', 'No food.', 'Nothing.')]
  expect(await grace.push(change(...edits))).toMatchObject([{ reason: 'appendOnly' }])
  expect(await (await service.signIn('sam')).push(change(...edits))).toMatchObject([{ reason: 'forbidden' }])
  await grace.push(change(editField('client', client, 'team', teamA, teamB)))
  expect([await sees('tom', client), await sees('tom', concern)]).toEqual([true, false])
  expect([await sees('grace', client), await sees('grace', concern)]).toEqual([false, true])
})
