import { nhsNumberDigits } from '#domain/client/nhsNumber.ts'
import { fromRow } from '../../reconcile/wire.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { Database } from '../../store/tables.ts'

/**
 * What the service knows already, by what a file may call it, in small letters.
 *
 * - `practices`: by name, short name and ODS code
 * - `teams`: by name; `firstTeam` where a line names none
 * - `coordinators`: by email
 * - `clients`: by external reference and by NHS number
 * - `references`: of what was imported before, by kind
 */
export interface Known {
  practices: ReadonlyMap<string, string>
  teams: ReadonlyMap<string, string>
  firstTeam: string | null
  coordinators: ReadonlyMap<string, string>
  clients: ReadonlyMap<string, string>
  references: Readonly<Record<'client' | 'referral' | 'response' | 'careUse', ReadonlySet<string>>>
}

export async function loadKnown(database: Database, tenant: string): Promise<Known> {
  const of = (kind: string) => recordsOf(database, tenant, kind)
  const [practices, clients] = [await of('practice'), await of('client')]
  const [referrals, responses] = [await of('referral'), await of('response')]
  const teams = await database
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('tenant', '=', tenant)
    .execute()
  return {
    practices: byWords(practices, ['name', 'shortName', 'odsCode']),
    teams: new Map(teams.map(({ id, name }) => [name.toLowerCase(), id])),
    firstTeam: teams.toSorted((a, b) => a.name.localeCompare(b.name))[0]?.id ?? null,
    coordinators: await coordinatorsOf(database, tenant),
    clients: new Map([...byNumber(clients), ...byWords(clients, ['externalReference'])]),
    references: {
      client: referencesOf(clients),
      referral: referencesOf(referrals),
      response: referencesOf(responses),
      careUse: referencesOf(await of('careUse')),
    },
  }
}

async function recordsOf(database: Database, tenant: string, kind: string): Promise<StoredRecord[]> {
  const rows = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('kind', '=', kind)
    .execute()
  return rows.map(fromRow)
}

function byWords(records: readonly StoredRecord[], fields: readonly string[]): Map<string, string> {
  const present = records.filter(({ deleted }) => deleted === null)
  return new Map(
    present.flatMap(({ id, body }) =>
      fields.flatMap((field) => {
        const word = body[field]
        return typeof word === 'string' && word !== '' ? [[word.toLowerCase(), id] as const] : []
      }),
    ),
  )
}

function byNumber(clients: readonly StoredRecord[]): [string, string][] {
  return [...byWords(clients, ['nhsNumber'])].map(([typed, id]) => [nhsNumberDigits(typed), id])
}

/** What was removed here is not imported a second time. */
function referencesOf(records: readonly StoredRecord[]): Set<string> {
  return new Set(
    records.flatMap(({ body }) => {
      const reference = body['externalReference']
      return typeof reference === 'string' ? [reference] : []
    }),
  )
}

async function coordinatorsOf(database: Database, tenant: string): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('members as m')
    .innerJoin('auth_user as u', 'u.id', 'm.user_id')
    .select(['m.staff', 'u.email'])
    .where('m.tenant', '=', tenant)
    .where('m.role', '=', 'coordinator')
    .where('m.active', '=', 1)
    .execute()
  return new Map(rows.map(({ staff, email }) => [email.toLowerCase(), staff]))
}
