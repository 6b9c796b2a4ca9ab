import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeOf } from '../store/store.ts'
import type { Database } from '../store/tables.ts'
import { type BareService, openBareService } from '../testing/bareService.ts'
import { change, createClient, createNote, editField, newId } from '../testing/changes.ts'
import { teamA, teamB } from '../testing/demo.ts'
import { verifyAll } from './verify.ts'

// Each fault that is planted in a database is named, with its place.

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const
const AT = '2026-03-02T10:00:00.000Z'
const client = newId()
const note = newId()
const changes = [
  change(createClient(client, teamB), createNote(note, client)),
  change(editField('client', client, 'team', teamB, teamA)),
  change(editField('client', client, 'phone', null, '1')),
]

let service: BareService

beforeEach(async () => {
  service = await openBareService([mo])
  const { database, tenant } = service
  await database.insertInto('teams').values({ tenant, id: teamA, name: 'A' }).execute()
  const no = storeOf(database) === 'postgres' ? sql.lit(false) : sql.lit(0)
  await sql`insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values ('mo', 'Mo', 'mo@example.org', ${no}, ${AT}, ${AT})`.execute(database)
  for (const one of changes) await service.push(mo, one)
})
afterEach(() => service.close())

async function found(): Promise<string[]> {
  const [verified] = await verifyAll(service.database)
  return (verified?.findings ?? []).map(({ place, what }) => `${place} ${what}`)
}

test('where nobody has touched anything, all is well', async () => {
  const [verified] = await verifyAll(service.database)
  expect(verified).toMatchObject({ records: 2, changes: 3, findings: [] })
})

const scoped = (scope: string) => (database: Database) =>
  database.deleteFrom('visibility').where('scope', '=', scope).where('record', '=', note).execute()

type Plant = (database: Database, tenant: string) => Promise<unknown>

const plants: [string, string, Plant][] = [
  [
    'a row of the history altered',
    'history 2 was altered',
    (database) => database.updateTable('history').set({ by: 'nobody' }).where('seq', '=', 2).execute(),
  ],
  [
    'a row of the history that is no text of ours',
    'history 3 cannot be read or replayed',
    (database) => database.updateTable('history').set({ content: '{"se' }).where('seq', '=', 3).execute(),
  ],
  [
    'a row of the history taken out',
    'history 3 does not follow the one before it',
    (database) => database.deleteFrom('history').where('seq', '=', 2).execute(),
  ],
  [
    'the end of the history taken away',
    'counter stands at 3, the history ends at 2',
    (database) => database.deleteFrom('history').where('seq', '=', 3).execute(),
  ],
  [
    'a record altered behind the history’s back',
    `record ${client} is not what its history makes it`,
    (database) =>
      sql`update records set wire = replace(wire, '"phone":"1"', '"phone":"2"')`.execute(database),
  ],
  [
    'a record taken away',
    `record ${note} is missing`,
    (database) => database.deleteFrom('records').where('id', '=', note).execute(),
  ],
  [
    'a record from nowhere',
    `is there although no history speaks of it`,
    (database) =>
      sql`insert into records select tenant, 'nowhere', kind, file, seq, rev, deleted, due_for, due_on, wire, kept
        from records where id = ${note}`.execute(database),
  ],
  [
    'a record that is no record',
    `record ${note} cannot be read`,
    (database) => database.updateTable('records').set({ wire: '{"id"' }).where('id', '=', note).execute(),
  ],
  [
    'somebody who does not get what they may see',
    `record ${note} is not shown to team:${teamA}`,
    scoped(`team:${teamA}`),
  ],
  [
    'somebody who gets what they may not see',
    `record ${note} is shown to team:${teamB}, who may not see it`,
    (database, tenant) =>
      database
        .insertInto('visibility')
        .values({ tenant, scope: `team:${teamB}`, record: note, seq: 1 })
        .execute(),
  ],
  [
    'news that is older than the record',
    `record ${client} was altered after it was last news to service`,
    (database) =>
      database
        .updateTable('visibility')
        .set({ seq: 1 })
        .where('record', '=', client)
        .where('scope', '=', 'service')
        .execute(),
  ],
  [
    'news of a place in the order that is yet to come',
    `record ${client} is news to service at 9`,
    (database) =>
      database
        .updateTable('visibility')
        .set({ seq: 9 })
        .where('record', '=', client)
        .where('scope', '=', 'service')
        .execute(),
  ],
  [
    'an exit of what never left',
    `record ${client} is said to have left team:${teamA}`,
    (database, tenant) =>
      database
        .insertInto('exits')
        .values({ tenant, scope: `team:${teamA}`, record: client, seq: 2 })
        .execute(),
  ],
  [
    'a change without a receipt',
    'history 2 has no receipt',
    (database) =>
      database
        .deleteFrom('receipts')
        .where('change', '=', changes[1]?.id ?? '')
        .execute(),
  ],
  [
    'a receipt for what was never done',
    'receipt never says applied, and no history has the change',
    (database, tenant) =>
      database
        .insertInto('receipts')
        .values({
          tenant,
          change: 'never',
          content_hash: 'x',
          receipt: '{"change":"never","outcome":"applied","seq":2}',
          by: 'mo',
          device: tenant,
        })
        .execute(),
  ],
  [
    'a receipt of another place',
    `receipt ${changes[1]?.id} says 1, and the change is at 2`,
    (database) =>
      database
        .updateTable('receipts')
        .set({ receipt: JSON.stringify({ change: changes[1]?.id, outcome: 'applied', seq: 1 }) })
        .where('change', '=', changes[1]?.id ?? '')
        .execute(),
  ],
  [
    'a refusal of what was done',
    `receipt ${changes[1]?.id} says refused, and history 2 has the change`,
    (database) =>
      database
        .updateTable('receipts')
        .set({ receipt: JSON.stringify({ change: changes[1]?.id, outcome: 'refused', seq: 1 }) })
        .where('change', '=', changes[1]?.id ?? '')
        .execute(),
  ],
  [
    'a receipt that is none',
    `receipt ${changes[1]?.id} cannot be read`,
    (database) =>
      database
        .updateTable('receipts')
        .set({ receipt: '{' })
        .where('change', '=', changes[1]?.id ?? '')
        .execute(),
  ],
  [
    'a member who cannot sign in',
    'member mo has no account',
    (database) => database.updateTable('members').set({ user_id: 'gone' }).execute(),
  ],
  [
    'a member of a team that is not there',
    'member mo is in a team that is not there',
    (database) => database.updateTable('members').set({ team: teamB }).execute(),
  ],
  [
    'a member with a role from elsewhere',
    'member mo has a role that nobody knows: king',
    (database) => database.updateTable('members').set({ role: 'king' }).execute(),
  ],
]

test.each(plants)('%s is found', async (_, sentence, plant) => {
  await plant(service.database, service.tenant)
  expect((await found()).join('\n')).toContain(sentence)
})
