import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reopenContested, settleContested } from '#domain/change/write.ts'
import { openQuestions, type StoredRecord } from '#domain/record/record.ts'
import { verifyHistory } from '../reconcile/verifyHistory.ts'
import { change, createClient, editField, editFields, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

let service: TestService
let grace: Device
let sam: Device
let client: string

beforeAll(async () => {
  service = await openService()
  ;[grace, sam] = await Promise.all([service.signIn('grace'), service.signIn('sam')])
})
afterAll(() => service.remove())

beforeEach(async () => {
  client = newId()
  await grace.push(change(createClient(client, teamA, { phone: '1', mobile: '1' })))
})

async function seen(device: Device): Promise<StoredRecord> {
  const record = (await device.pullAll()).get(client)
  if (!record) throw new Error('The client is not there')
  return record
}

const phone = (from: string, to: string) => editField('client', client, 'phone', from, to)

test('different fields merge; the same field is a question on both devices', async () => {
  await grace.push(change(editFields('client', client, { phone: { from: '1', to: 'grace' } })))
  const [both] = await sam.push(
    change(
      editFields('client', client, { phone: { from: '1', to: 'sam' }, mobile: { from: '1', to: 'sam' } }),
    ),
  )
  expect(both).toMatchObject({ outcome: 'contested' })
  for (const device of [grace, sam]) {
    const record = await seen(device)
    expect(record.body).toMatchObject({ phone: 'grace', mobile: 'sam' })
    expect(openQuestions(record)).toEqual(['phone'])
    expect(record.contested['phone']).toMatchObject([{ change: both?.change, to: 'sam', from: '1' }])
  }
})

test('settled on one device it is settled on the other; undone, it is a question again', async () => {
  await grace.push(change(phone('1', 'grace')))
  const [lost] = await sam.push(change(phone('1', 'sam')))
  const [settled] = await grace.push(change(settleContested(await seen(grace), 'phone', 'grace', 'sam')))
  expect(settled).toMatchObject({ outcome: 'applied' })
  const after = await seen(sam)
  expect(after.body['phone']).toBe('sam')
  expect(openQuestions(after)).toEqual([])
  await sam.push(change(reopenContested(after, 'phone', 'sam', 'grace', [lost?.change ?? ''])))
  const undone = await seen(grace)
  expect(undone.body['phone']).toBe('grace')
  expect(openQuestions(undone)).toEqual(['phone'])
})

test('two people who settle it differently at once: the later one is a question again, and nothing is lost', async () => {
  await grace.push(change(phone('1', 'grace')))
  await sam.push(change(phone('1', 'sam')))
  const [ofGrace, ofSam] = [await seen(grace), await seen(sam)]
  await grace.push(change(settleContested(ofGrace, 'phone', 'grace', 'neither')))
  const [second] = await sam.push(change(settleContested(ofSam, 'phone', 'grace', 'sam')))
  expect(second).toMatchObject({ outcome: 'contested' })
  const record = await seen(grace)
  expect(record.body['phone']).toBe('neither')
  expect(record.contested['phone']?.filter(({ settled }) => !settled).map(({ to }) => to)).toEqual(['sam'])
})

test('an edit of what was removed meanwhile is kept on the tombstone, body and all', async () => {
  const before = await seen(grace)
  await grace.push(
    change({ op: 'remove', kind: 'client', id: client, version: 1, reason: 'double', seen: before.body }),
  )
  const [late] = await sam.push(change(phone('1', 'sam')))
  expect(late).toMatchObject({ outcome: 'contested' })
  const record = await seen(sam)
  expect(record.deleted).toMatchObject({ reason: 'double' })
  expect(record.body).toMatchObject({ phone: '1' })
  expect(openQuestions(record)).toEqual(['phone'])
})

test('after all this the history still leads to the records', async () => {
  expect(await verifyHistory(service.database, service.tenant)).toEqual([])
})
