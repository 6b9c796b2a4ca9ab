import type { Person } from '#protocol/account.ts'
import { asRole } from '../scopes/standing.ts'
import type { Database } from '../store/tables.ts'
import type { Session, SignIns } from './signIns.ts'

/** Who is asking, as long as their session and their membership last. */
export interface Caller {
  tenant: string
  session: string
  person: Person
  setCookies: string[]
}

/** Null where nobody is signed in, or their membership has ended. */
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

/** An active member of a service by their user id. */
export async function findMember(database: Database, user: string): Promise<MemberFound | null> {
  const row = await database
    .selectFrom('members as m')
    .innerJoin('services as s', 's.tenant', 'm.tenant')
    .select(['m.tenant', 'm.staff', 'm.name', 'm.role', 'm.team', 's.name as service'])
    .where('m.user_id', '=', user)
    .where('m.active', '=', 1)
    .executeTakeFirst()
  if (!row) return null
  const { tenant, staff: id, name, role, team, service } = row
  return { tenant, person: { id, name, role: asRole(role), team, service: service ?? '' } }
}
