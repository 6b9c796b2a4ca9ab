import { SETTINGS_ID, settings, settingsInForce } from '#domain/settings/settings.ts'
import { serviceName } from '../accounts/ground.ts'
import { teamsOf } from '../accounts/teams.ts'
import { fromRow } from '../reconcile/wire.ts'
import type { Database } from '../store/tables.ts'

/** What anybody may know of a service. */
export interface ServiceFacts {
  name: string
  /** Where somebody goes who is referred from outside. */
  team: string
  /** Whom to ring besides 999 and 111. */
  numbers: readonly { label: string; number: string; note?: string | undefined }[]
  practices: readonly { id: string; name: string }[]
}

/** Null while there is no service that could take a referral. */
export async function readServiceFacts(database: Database, tenant: string): Promise<ServiceFacts | null> {
  const name = await serviceName(database, tenant)
  const [team] = await teamsOf(database, tenant)
  if (name === null || !team) return null
  return {
    name,
    team: team.id,
    numbers: await urgentNumbers(database, tenant),
    practices: await practicesOf(database, tenant),
  }
}

async function urgentNumbers(database: Database, tenant: string): Promise<ServiceFacts['numbers']> {
  const row = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('id', '=', SETTINGS_ID)
    .executeTakeFirst()
  const set = row && settings.body.safeParse(fromRow(row).body)
  return settingsInForce(set?.success ? set.data : undefined).urgentNumbers
}

/** By way of the directory's scope, which is small, whatever lies in the files. */
async function practicesOf(database: Database, tenant: string): Promise<ServiceFacts['practices']> {
  const rows = await database
    .selectFrom('visibility as v')
    .innerJoin('records as r', (join) =>
      join.onRef('r.tenant', '=', 'v.tenant').onRef('r.id', '=', 'v.record'),
    )
    .select(['r.id', 'r.wire', 'r.kept'])
    .where('v.tenant', '=', tenant)
    .where('v.scope', '=', 'directory')
    .where('r.kind', '=', 'practice')
    .where('r.deleted', '=', 0)
    .execute()
  return rows
    .map(({ id, ...row }) => ({ id, name: fromRow(row).body['name'] }))
    .flatMap(({ id, name }) => (typeof name === 'string' && name !== '' ? [{ id, name }] : []))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
