import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StoredRecord, storedRecordSchema } from '#domain/record/record.ts'
import { toRow } from '../../reconcile/wire.ts'
import type { Member } from '../../scopes/scopes.ts'
import { addMembers, bareServiceOn } from '../../testing/bareService.ts'
import { newId } from '../../testing/changes.ts'
import { freshPlace, type Place } from '../../testing/place.ts'
import { connect } from '../database.ts'
import { migrate } from '../migrate.ts'
import type { Database } from '../tables.ts'
import { migrations } from './migrations.ts'

// A database from before providers held the entries of their organisation.

const TENANT = newId()
const ours = newId()
const provider: Member = {
  staff: newId(),
  role: 'provider',
  team: null,
  organisation: newId(),
  active: true,
}
const manager: Member = { staff: newId(), role: 'manager', team: null, active: true }

let folder: string
let place: Place
let database: Database

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-entries-'))
  place = await freshPlace()
  database = connect(place.databaseUrl ?? join(folder, 'old.sqlite'))
})
afterEach(async () => {
  await database.destroy()
  await place.remove()
  rmSync(folder, { recursive: true, force: true })
})

const serviceOf = (organisation: string, more: Partial<StoredRecord> = {}): StoredRecord =>
  storedRecordSchema.parse({
    id: newId(),
    kind: 'service',
    version: 1,
    file: null,
    seq: 2,
    rev: 1,
    deleted: null,
    body: { organization_id: organisation, name: 'Befriending', status: 'active' },
    contested: {},
    ...more,
  })

test('their entries are shown to providers, whose devices compare; nobody else is asked to', async () => {
  const before = migrations.findIndex(({ id }) => id === '0007-providers-entries')
  await migrate(database, migrations.slice(0, before))
  await database.insertInto('counters').values({ tenant: TENANT, seq: 9, epoch: 'e' }).execute()
  await addMembers(database, TENANT, [provider, manager])
  const removal = { change: newId(), by: manager.staff, device: newId(), at: '2026-03-02', reason: 'Gone' }
  const records = [
    serviceOf(provider.organisation ?? '', { id: ours }),
    serviceOf(provider.organisation ?? '', { deleted: removal }),
    serviceOf(newId()),
  ]
  await database
    .insertInto('records')
    .values(records.map((record) => toRow(TENANT, record)))
    .execute()
  const service = bareServiceOn(database, TENANT)
  const checkpoint = { epoch: 'e', scopeVersion: 1, seq: 9 }
  expect((await service.pull(provider, checkpoint, 10)).kind).toBe('page')
  expect((await service.manifest(provider)).records).toEqual([])

  await migrate(database, migrations)

  expect((await service.pull(provider, checkpoint, 10)).kind).toBe('compare')
  expect((await service.pull(manager, checkpoint, 10)).kind).toBe('page')
  const [own, removed] = records
  expect(new Set((await service.manifest(provider)).records.map(([id]) => id))).toEqual(
    new Set([own?.id, removed?.id]),
  )
  const again = await service.pull(provider, null, 10)
  expect(again.kind === 'page' && again.records.find(({ id }) => id === ours)?.body['name']).toBe(
    'Befriending',
  )
})
