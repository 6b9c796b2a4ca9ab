import { err, ok, type Result } from '#domain/result.ts'
import type { TeamView } from '#protocol/members.ts'
import type { Database } from '../store/tables.ts'
import type { Ground } from './ground.ts'

/** The teams of a service by name. Whose files a co-ordinator holds follows from the team. */
export function teamsOf(database: Database, tenant: string): Promise<TeamView[]> {
  return database
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('tenant', '=', tenant)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function addTeam(
  { database, newId }: Ground,
  tenant: string,
  name: string,
): Promise<Result<TeamView, 'nameTaken'>> {
  if (await isTaken(database, tenant, name)) return err('nameTaken')
  const team = { id: newId(), name }
  await database
    .insertInto('teams')
    .values({ tenant, ...team })
    .execute()
  return ok(team)
}

export async function renameTeam(
  { database }: Ground,
  tenant: string,
  team: TeamView,
): Promise<Result<TeamView, 'nameTaken' | 'unknownTeam'>> {
  if (await isTaken(database, tenant, team.name, team.id)) return err('nameTaken')
  const { numUpdatedRows } = await database
    .updateTable('teams')
    .set({ name: team.name })
    .where('tenant', '=', tenant)
    .where('id', '=', team.id)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? ok(team) : err('unknownTeam')
}

/** Two teams of one name could not be told apart on screen. */
async function isTaken(database: Database, tenant: string, name: string, except = ''): Promise<boolean> {
  const teams = await teamsOf(database, tenant)
  return teams.some((team) => team.id !== except && team.name.toLowerCase() === name.toLowerCase())
}
