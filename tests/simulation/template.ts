import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Change, Edit } from '#domain/change/change.ts'
import { defineKind } from '#domain/kind/kind.ts'
import { kinds } from '#domain/kind/kinds.ts'
import { reconcile } from '#server/reconcile/reconcile.ts'
import { migrate } from '#server/store/migrate.ts'
import { migrations } from '#server/store/migrations/migrations.ts'
import type { Database, Tables } from '#server/store/tables.ts'
import { z } from 'zod'
import { people, teams, TENANT } from './cast.ts'
import { idFrom } from './random.ts'
import { firstRecords } from './firstRecords.ts'

const DAY_ONE = '2026-03-01T09:00:00.000Z'

/** The database that every history begins with, as the bytes of a file: brought up to date, with a small service in it. */
export async function makeTemplate(): Promise<Buffer> {
  const file = new Sqlite(':memory:')
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) })
  await migrate(database, migrations)
  await openService(database)
  await asANewerServer(() => write(database, firstRecords()))
  return file.serialize()
}

async function openService(database: Database): Promise<void> {
  const tenant = TENANT
  const epoch = idFrom('first epoch')
  await database.insertInto('services').values({ tenant, name: 'Simulated', created_at: DAY_ONE }).execute()
  await database.insertInto('counters').values({ tenant, seq: 0, epoch }).execute()
  for (const [name, id] of Object.entries(teams)) {
    await database.insertInto('teams').values({ tenant, id, name }).execute()
  }
  const members = Object.entries(people).map(([name, { id: staff, role, team }]) => ({
    tenant,
    staff,
    user_id: staff,
    name,
    role,
    team,
    active: 1,
    scope_version: 1,
  }))
  await database.insertInto('members').values(members).execute()
}

async function write(database: Database, edits: Edit[]): Promise<void> {
  const change: Change = {
    id: idFrom('the first change'),
    device: TENANT,
    at: DAY_ONE,
    app: 'template',
    edits,
  }
  const push = { tenant: TENANT, device: TENANT, received: DAY_ONE, changes: [change] }
  const author = { staff: people.mo.id, role: 'manager', team: null, active: true } as const
  const { receipts } = await database.transaction().execute((tx) =>
    reconcile(
      tx,
      push,
      async () => author,
      (_change, fault) => {
        throw fault
      },
    ),
  )
  if (receipts[0]?.outcome !== 'applied')
    throw new Error(`The template does not fit: ${JSON.stringify(receipts)}`)
}

const hobby = defineKind({
  kind: 'hobby',
  version: 1,
  body: z.looseObject({}),
  place: 'file',
  rules: {},
  upcasts: [],
})

/** Runs while the server knows a kind that nobody knows afterwards: as if a newer one had been there for a day. */
async function asANewerServer(work: () => Promise<void>): Promise<void> {
  Reflect.set(kinds, hobby.kind, hobby)
  try {
    await work()
  } finally {
    Reflect.deleteProperty(kinds, hobby.kind)
  }
}
