import type { Person } from '#protocol/account.ts'
import { fromRow } from '../reconcile/wire.ts'
import { asRole } from '../scopes/standing.ts'
import type { Database } from '../store/tables.ts'
import type { Session, SignIns } from './signIns.ts'
import { teamsOf } from './teams.ts'

/** Who is asking, as long as their session lasts. `person.active` is false once their membership has ended. */
export interface Caller {
  tenant: string
  session: string
  person: Person
  setCookies: string[]
}

/** Null where nobody is signed in. */
export async function findCaller(
  database: Database,
  signIns: SignIns,
  cookie: string | undefined,
): Promise<Caller | null> {
  if (!cookie) return null
  const session = await signIns.whoIs(cookie)
  if (!session) return null
  const member = await findMember(database, session.user)
  return member && callerOf(session, member)
}

type MemberFound = { tenant: string; person: Omit<Person, 'email'> }

function callerOf(session: Session, { tenant, person }: MemberFound): Caller {
  const { id, email, setCookies } = session
  return { tenant, session: id, person: { ...person, email }, setCookies }
}

/** A member of a service by their user id, one whose membership has ended too. */
export async function findMember(database: Database, user: string): Promise<MemberFound | null> {
  const row = await database
    .selectFrom('members as m')
    .innerJoin('services as s', 's.tenant', 'm.tenant')
    .select([
      'm.tenant',
      'm.staff',
      'm.name',
      'm.role',
      'm.team',
      'm.organisation',
      'm.active',
      's.name as service',
    ])
    .where('m.user_id', '=', user)
    .executeTakeFirst()
  if (!row) return null
  const { tenant, staff: id, name, role, team, service } = row
  const organisation =
    row.organisation === null ? null : await organisationOf(database, tenant, row.organisation)
  const intakeTeam = team ?? (await teamsOf(database, tenant))[0]?.id ?? null
  const person = { id, name, role: asRole(role), team, organisation, intakeTeam, service: service ?? '' }
  return { tenant, person: row.active === 1 ? person : { ...person, active: false } }
}

/** The practice or organisation that somebody is of, by its name in the directory. */
async function organisationOf(
  database: Database,
  tenant: string,
  id: string,
): Promise<NonNullable<Person['organisation']>> {
  const row = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  const name = row && fromRow(row).body['name']
  return { id, name: typeof name === 'string' ? name : '' }
}
