import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredRecord } from '#domain/record/record.ts'
import { openQuestions } from '#domain/record/record.ts'
import { backUp } from '../ops/backup.ts'
import { restore } from '../ops/restore.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Checkpoint } from '#protocol/sync.ts'
import type { Member } from '../scopes/scopes.ts'
import { memberOf } from '../scopes/standing.ts'
import { migrations } from '../store/migrations/migrations.ts'
import { type BareService, openBareService } from '../testing/bareService.ts'
import { change, createClient, createNote, createOrganisation, editField, newId } from '../testing/changes.ts'
import { teamA, teamB } from '../testing/demo.ts'
import { takeBack, type TakenBack } from './returns.ts'
import { verifyHistory } from './verifyHistory.ts'

const mo: Member = { staff: 'mo', role: 'manager', team: null, active: true }
const ann: Member = { staff: 'ann', role: 'coordinator', team: teamA, active: true }
const ben: Member = { staff: 'ben', role: 'coordinator', team: teamB, active: true }

let service: BareService
let folder: string
let client: string
let from: Checkpoint

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-returns-'))
  service = await openBareService([mo, ann, ben])
  client = newId()
  await service.push(mo, change(createClient(client, teamA)))
  await backUp(service.database, join(folder, 'backup'), { at: '', secret: null })
})
afterEach(async () => {
  const faults = await verifyHistory(service.database, service.tenant)
  await service.close()
  rmSync(folder, { recursive: true, force: true })
  if (faults.length > 0) throw new Error(`The history does not hold: ${JSON.stringify(faults)}`)
})

/** Puts the server back; answers what a device held of everything by then. */
async function lose(): Promise<Map<string, StoredRecord>> {
  const held = await service.records()
  from = (await service.manifest(mo)).checkpoint
  await restore(service.database, { file: join(folder, 'backup'), migrations, newEpoch: newId })
  return held
}

async function give(by: Member, records: unknown[], changes: unknown[] = []): Promise<TakenBack | null> {
  const { tenant, database } = service
  const returns = { tenant, device: newId(), received: '2026-03-03T10:00:00.000Z', from, records, changes }
  return database.transaction().execute((tx) =>
    takeBack(
      tx,
      returns,
      (locked) => memberOf(locked, { tenant, staff: by.staff }),
      (_change, fault) => {
        throw fault
      },
    ),
  )
}

const outcomes = (taken: TakenBack | null) =>
  taken?.reply.records.map(({ outcome, reason }) => reason ?? outcome)

test('nothing is taken where nothing was restored', async () => {
  from = (await service.manifest(mo)).checkpoint
  expect(await give(mo, [])).toBeNull()
})

test('a record comes back once, whoever brings it, and an older state of it never again', async () => {
  await service.push(ann, change(editField('client', client, 'phone', null, '1')))
  const older = (await service.records()).get(client)
  await service.push(ann, change(editField('client', client, 'phone', '1', '2')))
  const held = await lose()
  expect(outcomes(await give(mo, [older]))).toEqual(['taken'])
  expect(outcomes(await give(ann, [held.get(client)]))).toEqual(['taken'])
  expect(outcomes(await give(mo, [older, held.get(client), held.get(client)]))).toEqual([
    'known',
    'known',
    'known',
  ])
  expect((await service.records()).get(client)).toMatchObject({ rev: 3, body: { phone: '2' } })
})

test('three states of one past come back, and none of them swallows what was written here in between', async () => {
  const states: (StoredRecord | undefined)[] = []
  for (const phone of ['1', '2', '3']) {
    const before = (await service.records()).get(client)?.body['phone'] ?? null
    await service.push(ann, change(editField('client', client, 'phone', before, phone)))
    states.push((await service.records()).get(client))
  }
  await lose()
  expect(outcomes(await give(ann, [states[0]]))).toEqual(['taken'])
  await service.push(ann, change(editField('client', client, 'phone', '1', 'here')))
  expect(outcomes(await give(mo, [states[1]]))).toEqual(['contested'])
  await give(ben, [states[2]])
  await give(ann, [states[2]])
  const record = (await service.records()).get(client)
  expect([record?.body['phone'], record?.contested['phone']?.map(({ to }) => to)]).toEqual([
    'here',
    ['2', '3'],
  ])
})

test('a file moves with its client, and who sees it follows', async () => {
  const note = newId()
  await service.push(ann, change(createNote(note, client)))
  await service.push(mo, change(editField('client', client, 'team', teamA, teamB)))
  const held = await lose()
  await give(mo, [held.get(client), held.get(note)])
  const seen = async (by: Member) => (await service.manifest(by)).records.map(([id]) => id).toSorted()
  expect(await seen(ann)).toEqual([])
  expect(await seen(ben)).toEqual([client, note].toSorted())
})

test('what somebody may not write is not taken, is answered, and is kept aside once', async () => {
  const organisation = newId()
  await service.push(mo, change(createOrganisation(organisation)))
  await service.push(ann, change(editField('client', client, 'phone', null, '1')))
  const held = await lose()
  for (let times = 0; times < 2; times += 1) {
    const taken = await give(ben, [held.get(client), held.get(organisation)])
    expect(outcomes(taken)).toEqual(['forbidden', 'forbidden'])
  }
  expect((await service.records()).size).toBe(1)
  const aside = await service.database.selectFrom('refused').select(['reason', 'content']).execute()
  expect(aside.map(({ reason }) => reason)).toEqual(['forbidden', 'forbidden'])
  expect(aside.map(({ content }) => content).join()).toContain('"phone":"1"')
})

test('what is no record of ours is told apart from the others', async () => {
  const note = newId()
  await service.push(ann, change(createNote(note, client)))
  const held = await lose()
  const good = held.get(note)
  const bad = [
    17,
    { ...good, id: newId(), kind: 'unheardOf' },
    { ...good, id: newId(), file: newId() },
    { ...good, id: client, kind: 'note' },
    { ...good, id: newId(), body: { text: 7 } },
    { ...good, id: 'not-an-id' },
  ]
  const taken = outcomes(await give(ann, [...bad, good]))
  expect(taken).toEqual([
    'malformed',
    'unknownKind',
    'unknownRecord',
    'wrongKind',
    'invalidBody',
    'malformed',
    'taken',
  ])
})

test('a settled change goes into the history and alters nothing; sent as any other it gets the same receipt', async () => {
  const edit = change(editField('client', client, 'phone', null, '1'))
  await service.push(ann, edit)
  await service.push(mo, change(editField('client', client, 'phone', '1', '2')))
  const held = await lose()
  await give(mo, [held.get(client)])
  const first = await give(ann, [], [edit])
  const again = await give(ann, [], [edit])
  expect(first?.reply.receipts).toMatchObject([{ change: edit.id, outcome: 'applied' }])
  expect(again?.reply.receipts).toEqual(first?.reply.receipts)
  expect(await service.push(ann, edit)).toEqual(first?.reply.receipts)
  const record = (await service.records()).get(client)
  expect([record?.body['phone'], record && openQuestions(record)]).toEqual(['2', []])
})

test('a change that only looks like one of those is a change like any other', async () => {
  const edit = { ...change(editField('client', client, 'phone', null, '1')), shown: {}, returned: {} }
  expect(await service.push(ann, edit)).toMatchObject([{ outcome: 'applied' }])
  expect((await service.records()).get(client)?.body['phone']).toBe('1')
})

test('of a past that nobody remembers nothing is taken over blindly: where it differs, a person chooses', async () => {
  await service.push(ann, change(editField('client', client, 'phone', null, '1')))
  const held = await lose()
  await service.push(ann, change(editField('client', client, 'phone', null, '9')))
  from = { ...from, epoch: 'forgotten' }
  expect(outcomes(await give(mo, [held.get(client)]))).toEqual(['contested'])
  const record = (await service.records()).get(client)
  expect([record?.body['phone'], record?.contested['phone']?.map(({ to }) => to)]).toEqual(['9', ['1']])
})
