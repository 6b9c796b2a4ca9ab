import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRecord } from '#domain/change/write.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { backUp } from '../ops/backup.ts'
import { tablesOf } from '../ops/layout.ts'
import { restore } from '../ops/restore.ts'
import { verifyAll } from '../ops/verify.ts'
import { hashOf } from '../reconcile/history.ts'
import { takeBack } from '../reconcile/returns.ts'
import { verifyHistory } from '../reconcile/verifyHistory.ts'
import { memberOf } from '../scopes/standing.ts'
import { migrations } from '../store/migrations/migrations.ts'
import { type BareService, openBareService } from '../testing/bareService.ts'
import {
  change,
  createClient,
  createNote,
  createVisit,
  editField,
  editFields,
  newId,
} from '../testing/changes.ts'
import { teamA, teamB } from '../testing/demo.ts'
import { readAudit } from './audit.ts'
import { destroy, listDestructions } from './destroy.ts'
import { readFileHistory } from './fileHistory.ts'

const mo = { staff: newId(), role: 'manager', team: null, active: true } as const
const grace = { staff: newId(), role: 'coordinator', team: teamA, active: true } as const

/** Everything that somebody wrote about the person holds this word, and nothing else does. */
const WORD = 'Zwetschge'
const NOW = new Date('2034-06-01T10:00:00.000Z')

let folder: string
let file: string
let service: BareService
let client: string
let other: string
let note: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-destroy-'))
  file = join(folder, 'backup')
  service = await openBareService([mo, grace])
  ;[client, other, note] = [newId(), newId(), newId()]
  await service.push(grace, change(createClient(other, teamA), createNote(newId(), other, 'Another')))
  await service.push(
    grace,
    change(
      createClient(client, teamA, {
        firstName: WORD,
        familyName: 'Old',
        status: 'closed',
        closedOn: '2025-03-02',
      }),
    ),
    change(createNote(note, client, WORD), createNote(newId(), other, 'In the same change')),
    change(editField('client', client, 'phone', null, WORD)),
    change(editField('client', client, 'phone', 'what was not there', `${WORD} contested`)),
    change(createVisit(newId(), client, grace.staff, '2025-02-01T10:00')),
    // Nothing alters by it, and yet it is in the history.
    change(editField('client', client, 'firstName', WORD, WORD), createNote(newId(), other, 'And here')),
    change(lineAbout(grace.staff, client, WORD)),
  )
})
afterEach(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

function lineAbout(by: string, about: string, reason: string) {
  const at = '2026-03-02T10:00:00.000Z'
  return createRecord('audit', newId(), null, { act: 'declined', by, at, about: { client: about }, reason })
}

const destroyIt = (more: { name?: string; despite?: ('open' | 'restricted' | 'early')[] } = {}) =>
  destroy(
    { database: service.database, now: () => NOW, newId },
    { tenant: service.tenant, by: mo.staff, client, name: `${WORD} Old`, why: 'Eight years', ...more },
  )

/** All that any table holds, as text. */
async function everything(): Promise<string> {
  const tables = await tablesOf(service.database)
  const rows = await Promise.all(
    tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(service.database)),
  )
  return JSON.stringify(rows.map((found) => found.rows))
}

const findings = async () => (await verifyAll(service.database)).flatMap((one) => one.findings)
const ownFindings = async () => (await findings()).filter(({ place }) => !place.startsWith('member'))

describe('a file whose time has come', () => {
  test('is gone from every table, and what was done elsewhere in the same changes stays', async () => {
    expect(await everything()).toContain(WORD)
    expect(await destroyIt()).toMatchObject({ outcome: 'destroyed', cleared: true })
    expect(await everything()).not.toContain(WORD)
    const left = await service.records()
    const texts = [...left.values()].flatMap(({ kind, body }) => (kind === 'note' ? [body['text']] : []))
    expect(new Set(texts)).toEqual(new Set(['And here', 'Another', 'In the same change']))
    expect(await listDestructions(service.database, service.tenant)).toMatchObject([
      { file: client, by: mo.staff, why: 'Eight years', lastSeen: '2025-03-02' },
    ])
  })

  test('leaves a history that verifies', async () => {
    await destroyIt()
    expect(await verifyHistory(service.database, service.tenant)).toEqual([])
    expect(await ownFindings()).toEqual([])
  })

  test('leaves devices by a bare removal, and is in no manifest', async () => {
    const before = await service.pull(grace, null, 100)
    if (before.kind !== 'page') throw new Error('told to compare')
    await destroyIt()
    const after = await service.pull(grace, before.checkpoint, 100)
    expect(after).toMatchObject({ kind: 'page', records: [], more: false })
    expect(after.kind === 'page' && after.gone).toEqual(expect.arrayContaining([client, note]))
    expect((await service.manifest(grace)).records.map(([id]) => id)).not.toContain(client)
  })

  test('is in the audit, with who opened and changed it before', async () => {
    await destroyIt()
    const { lines } = await readAudit(service.database, service.tenant, { file: client, limit: 50 })
    expect(lines[0]).toMatchObject({ act: 'destroyed', by: mo.staff, at: NOW.toISOString() })
    expect(lines.map(({ act }) => act)).toContain('changed')
    expect(await readFileHistory(service.database, service.tenant, client)).toBeNull()
  })
})

describe('it is not destroyed', () => {
  test('under another name', async () => {
    expect(await destroyIt({ name: 'Somebody Else' })).toEqual({ outcome: 'otherName', seq: null })
    expect(await everything()).toContain(WORD)
  })

  test('while it is open or restricted, or before its time, unless each is decided on', async () => {
    await service.push(
      mo,
      change(
        editFields('client', client, {
          status: { from: 'closed', to: 'open' },
          restriction: { from: null, to: { why: 'asked', on: '2033-01-01', by: mo.staff } },
          retention: {
            from: null,
            to: { until: '2040-01-01', why: 'court', on: '2033-01-01', by: mo.staff },
          },
        }),
      ),
    )
    expect(await destroyIt()).toMatchObject({
      outcome: 'objected',
      objections: ['open', 'restricted', 'early'],
    })
    expect(await destroyIt({ despite: ['open', 'early'] })).toMatchObject({ objections: ['restricted'] })
    expect(await everything()).toContain(WORD)
    expect(await destroyIt({ despite: ['open', 'early', 'restricted'] })).toMatchObject({
      outcome: 'destroyed',
    })
    expect(await everything()).not.toContain(WORD)
  })
})

test('a file that was merged into it goes along, and so does one into which it was merged', async () => {
  const [merged, into] = [newId(), newId()]
  const mergedInto = (to: string) => ({ into: to, on: '2025-01-01', by: mo.staff })
  await service.push(
    mo,
    change(
      createClient(into, teamB, { firstName: 'Main', status: 'closed', closedOn: '2025-03-02' }),
      createNote(newId(), into, WORD),
    ),
    change(
      createClient(merged, teamB, { firstName: WORD, status: 'closed', merged: mergedInto(client) }),
      createNote(newId(), merged, WORD),
      editField('client', client, 'merged', null, mergedInto(into)),
    ),
  )
  expect(await destroyIt()).toMatchObject({ outcome: 'destroyed' })
  expect(await everything()).not.toContain(WORD)
  expect([...(await service.records()).keys()]).not.toEqual(expect.arrayContaining([into]))
  expect(await ownFindings()).toEqual([])
})

describe('work that comes late', () => {
  test('is refused, and its text is kept nowhere', async () => {
    await destroyIt()
    const late = `${WORD} late`
    const receipts = await service.push(
      grace,
      change(editField('client', client, 'phone', null, late)),
      change(createNote(newId(), client, late)),
      change(createNote(newId(), other, late), editField('note', note, 'text', WORD, late)),
    )
    expect(receipts.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['refused', 'destroyed'],
      ['refused', 'destroyed'],
      ['refused', 'destroyed'],
    ])
    expect(await everything()).not.toContain(WORD)
  })

  test('that was held or refused loses its text, and its author is answered', async () => {
    const held = change(createNote(newId(), client, `${WORD} held`))
    const odd = change(editField('note', note, 'text', WORD, `${WORD} altered`))
    await service.database
      .updateTable('members')
      .set({ active: 0 })
      .where('staff', '=', grace.staff)
      .execute()
    expect((await service.push(grace, held))[0]).toMatchObject({ reason: 'held' })
    expect((await service.push(mo, odd))[0]).toMatchObject({ reason: 'appendOnly' })
    await destroyIt()
    expect(await everything()).not.toContain(WORD)
    expect((await service.push(grace, held))[0]).toMatchObject({ outcome: 'refused', reason: 'destroyed' })
    expect(await everything()).not.toContain(WORD)
    expect(await ownFindings()).toEqual([])
  })
})

describe('tampering is found', () => {
  const altered = async (set: Record<string, string>, seq: number) => {
    await service.database.updateTable('history').set(set).where('seq', '=', seq).execute()
    return verifyHistory(service.database, service.tenant)
  }
  const erased = '{"erased":"change"}'

  test('a row erased without a destruction that says so', async () => {
    expect(await altered({ content: erased }, 1)).toContainEqual({ fault: 'broken', seq: 1 })
  })

  test('a row erased without one, after another file was destroyed', async () => {
    await destroyIt()
    expect(await altered({ content: erased }, 1)).toContainEqual({ fault: 'broken', seq: 1 })
  })

  test('an erased row that was altered further, or in who did it', async () => {
    await destroyIt()
    expect(await altered({ by: mo.staff }, 3)).toContainEqual({ fault: 'erased', seq: 3 })
    expect(await altered({ by: grace.staff, content: erased }, 3)).toContainEqual({ fault: 'erased', seq: 3 })
  })

  test('a row whose text was put back', async () => {
    const row = await service.database
      .selectFrom('history')
      .selectAll()
      .where('seq', '=', 2)
      .executeTakeFirstOrThrow()
    await destroyIt()
    expect(await altered({ content: row.content }, 2)).toContainEqual({ fault: 'notErased', seq: 2 })
  })

  test('a destruction that was altered, with its hash', async () => {
    await destroyIt()
    const { seq } = await service.database.selectFrom('destructions').select('seq').executeTakeFirstOrThrow()
    const row = await service.database
      .selectFrom('history')
      .selectAll()
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    const forged = { ...row, by: grace.staff }
    await service.database
      .updateTable('history')
      .set({ by: forged.by, hash: hashOf(forged) })
      .where('seq', '=', seq)
      .execute()
    expect(await verifyHistory(service.database, service.tenant)).toContainEqual({
      fault: 'broken',
      seq: seq + 1,
    })
  })

  test('a destroyed file that is said to be so by the table alone', async () => {
    await destroyIt()
    await service.database.updateTable('destructions').set({ seq: 1 }).execute()
    expect(await ownFindings()).toContainEqual(expect.objectContaining({ place: `file ${client}` }))
  })
})

describe('backups', () => {
  const backup = () => backUp(service.database, file, { at: NOW.toISOString(), secret: null })
  const put = () => restore(service.database, { file, migrations, newEpoch: newId })

  test('a new one holds nothing of it, and restores to what verifies', async () => {
    await destroyIt()
    await backup()
    await put()
    expect(await everything()).not.toContain(WORD)
    expect(await ownFindings()).toEqual([])
  })

  test('an old one does not bring it back, and neither do devices that held it', async () => {
    const page = await service.pull(grace, null, 100)
    if (page.kind !== 'page') throw new Error('told to compare')
    await backup()
    const late = newId()
    await service.push(grace, change(createNote(late, client, `${WORD} after the backup`)))
    const held = await service.pull(grace, page.checkpoint, 100)
    if (held.kind !== 'page') throw new Error('told to compare')
    const settled = change(editField('client', client, 'mobile', null, WORD))
    await service.push(grace, settled)
    await destroyIt()
    await put()
    expect(await everything()).not.toContain(WORD)
    expect(await ownFindings()).toEqual([])

    const records: StoredRecord[] = [...page.records, ...held.records].map((record) => ({
      ...record,
      seq: record.seq + 100,
    }))
    const returned = {
      tenant: service.tenant,
      device: newId(),
      received: NOW.toISOString(),
      from: held.checkpoint,
      records,
      changes: [settled],
    }
    const back = await service.database.transaction().execute((tx) =>
      takeBack(
        tx,
        returned,
        (locked) => memberOf(locked, { tenant: service.tenant, staff: grace.staff }),
        (_change, fault) => {
          throw fault
        },
      ),
    )
    expect(back?.reply.records.find(({ id }) => id === late)?.outcome).toBe('known')
    expect(back?.reply.receipts).toMatchObject([{ change: settled.id, outcome: 'applied' }])
    expect(await everything()).not.toContain(WORD)
    expect((await service.records()).has(client)).toBe(false)
    expect(await ownFindings()).toEqual([])
  })
})
