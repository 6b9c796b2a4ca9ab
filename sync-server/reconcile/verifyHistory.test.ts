import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BareService, openBareService } from '../testing/bareService.ts'
import { change, createClient, createNote, editField, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { verifyHistory } from './verifyHistory.ts'

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const

let service: BareService
let client: string

beforeEach(async () => {
  service = await openBareService([mo])
  client = newId()
  await service.push(
    mo,
    change(createClient(client, teamA), createNote(newId(), client)),
    change(editField('client', client, 'phone', null, '1')),
    change(editField('client', client, 'phone', null, '2')),
    change({ op: 'restore', kind: 'client', id: client, version: 1 }),
  )
})
afterEach(() => service.close())

const faults = () => verifyHistory(service.database, service.tenant)

test('a history that nobody has touched is well', async () => {
  expect(await faults()).toEqual([])
})

test('a row altered is found, at its place', async () => {
  await service.database.updateTable('history').set({ by: 'somebody else' }).where('seq', '=', 2).execute()
  expect(await faults()).toContainEqual({ fault: 'broken', seq: 2 })
})

test('a row altered along with its hash is found at the next one', async () => {
  const { hashOf } = await import('./history.ts')
  const row = await service.database
    .selectFrom('history')
    .selectAll()
    .where('seq', '=', 2)
    .executeTakeFirstOrThrow()
  const forged = { ...row, received: '2020-01-01T00:00:00.000Z' }
  await service.database
    .updateTable('history')
    .set({ ...forged, hash: hashOf(forged) })
    .where('seq', '=', 2)
    .execute()
  expect(await faults()).toEqual([{ fault: 'broken', seq: 3 }])
})

test('a row taken out is found', async () => {
  await service.database.deleteFrom('history').where('seq', '=', 2).execute()
  expect(await faults()).toContainEqual({ fault: 'broken', seq: 3 })
})

test('a record that does not follow from the history is found', async () => {
  const { wire } = await service.database
    .selectFrom('records')
    .select('wire')
    .where('id', '=', client)
    .executeTakeFirstOrThrow()
  await service.database
    .updateTable('records')
    .set({ wire: wire.replace('"phone":"1"', '"phone":"3"') })
    .where('id', '=', client)
    .execute()
  expect(await faults()).toEqual([{ fault: 'differs', record: client }])
})

test('a record lost, and one from nowhere, are found', async () => {
  await service.database.updateTable('records').set({ id: 'nowhere' }).where('id', '=', client).execute()
  expect(await faults()).toEqual([
    { fault: 'missing', record: client },
    { fault: 'unexplained', record: 'nowhere' },
  ])
})
