import { editRecord } from '#domain/change/write.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { MemberChange, MemberView } from '#protocol/members.ts'
import { lockCounter } from '../reconcile/load.ts'
import { writeOwn } from '../reconcile/ownChange.ts'
import { fromRow } from '../reconcile/wire.ts'
import { writingScopesOf } from '../scopes/scopes.ts'
import { asRole } from '../scopes/standing.ts'
import type { Database, Tx } from '../store/tables.ts'
import type { Ground } from './ground.ts'
import { isKnownOrganisation, organisationFor } from './organisations.ts'
import { teamsOf } from './teams.ts'

export type MemberFault = 'unknownMember' | 'unknownTeam' | 'unknownOrganisation' | 'lastManager'

/** Everybody who ever joined, with whom it ended too; by name. */
export async function listMembers(database: Database, tenant: string): Promise<MemberView[]> {
  const rows = await membersIn(database, tenant).orderBy('m.name').orderBy('m.staff').execute()
  return rows.map(viewOf)
}

function membersIn(database: Database, tenant: string) {
  return database
    .selectFrom('members as m')
    .leftJoin('auth_user as u', 'u.id', 'm.user_id')
    .select(['m.staff', 'm.name', 'm.role', 'm.team', 'm.organisation', 'm.active', 'm.since_seq', 'u.email'])
    .where('m.tenant', '=', tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof membersIn>['executeTakeFirstOrThrow']>>

/** What a manager sees of a member, with the organisation always said. */
type Membership = MemberView & { organisation: string | null }

function viewOf({ staff, name, email, role, team, organisation, active }: Row): Membership {
  return { staff, name, email: email ?? '', role: asRole(role), team, organisation, active: active === 1 }
}

interface Altering {
  tenant: string
  /** The manager who does it. */
  by: string
  staff: string
  change: MemberChange
}

/**
 * Alters what somebody may do: role, team, or whether they are still there. Takes its place in the order by the change
 * that tells colleagues, so that it's known of any other change whether it came before; what they could write until
 * then is remembered. The service's last manager cannot be taken away.
 */
export async function alterMember(
  { database, now, newId }: Ground,
  { tenant, by, staff, change }: Altering,
): Promise<Result<{ member: MemberView; seq: number }, MemberFault>> {
  return database.transaction().execute(async (tx) => {
    const seq = await lockCounter(tx, tenant)
    const row = await membersIn(tx, tenant).where('m.staff', '=', staff).executeTakeFirst()
    if (!row) return err('unknownMember')
    const before = viewOf(row)
    const after = await altered(tx, tenant, before, change)
    if (after === null) return err('unknownTeam')
    if (!(await isKnownOrganisation(tx, tenant, after.role, after.organisation)))
      return err('unknownOrganisation')
    if (same(before, after)) return ok({ member: before, seq })
    if (isManager(before) && !isManager(after) && !(await otherManager(tx, tenant, staff)))
      return err('lastManager')
    const own = { tenant, id: newId(), staff: by, received: now().toISOString() }
    const at = await writeOwn(tx, own, await tellColleagues(tx, tenant, after))
    await keepMember(tx, tenant, after)
    await keepPast(tx, tenant, [before, after], { since: row.since_seq, until: at })
    return ok({ member: after, seq: at })
  })
}

/** A co-ordinator without a team goes to the service's first one, as when invited. Null where there is no such team. */
async function altered(
  tx: Tx,
  tenant: string,
  before: Membership,
  change: MemberChange,
): Promise<Membership | null> {
  const { role = before.role, team = before.team, active = before.active } = change
  const organisation = organisationFor(role, change.organisation ?? before.organisation)
  const teams = (await teamsOf(tx, tenant)).map(({ id }) => id)
  if (team !== null && team !== before.team && !teams.includes(team)) return null
  const placed = team ?? (role === 'coordinator' ? (teams[0] ?? null) : null)
  return { ...before, role, team: placed, organisation, active }
}

function same(a: Membership, b: Membership): boolean {
  return a.role === b.role && a.team === b.team && a.organisation === b.organisation && a.active === b.active
}

function isManager({ role, active }: Membership): boolean {
  return role === 'manager' && active
}

async function otherManager(tx: Tx, tenant: string, staff: string): Promise<boolean> {
  const other = await tx
    .selectFrom('members')
    .select('staff')
    .where('tenant', '=', tenant)
    .where('role', '=', 'manager')
    .where('active', '=', 1)
    .where('staff', '!=', staff)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** What the staff record is to say, whatever it says now. */
async function tellColleagues(
  tx: Tx,
  tenant: string,
  { staff, role, team, organisation, active }: Membership,
) {
  const row = await tx
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('id', '=', staff)
    .executeTakeFirstOrThrow()
  const record = fromRow(row)
  const { team: _team, organisation: _organisation, ...others } = record.body
  const edit = editRecord(record, {
    ...others,
    role,
    active,
    ...(team === null ? {} : { team }),
    ...(organisation === null ? {} : { organisation }),
  })
  return [edit ?? { op: 'edit' as const, kind: 'staff', id: staff, version: record.version, fields: {} }]
}

async function keepMember(
  tx: Tx,
  tenant: string,
  { staff, role, team, organisation, active }: Membership,
): Promise<void> {
  await tx
    .updateTable('members')
    .set((row) => ({
      role,
      team,
      organisation,
      active: active ? 1 : 0,
      scope_version: row('scope_version', '+', 1),
    }))
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .execute()
}

/** Where they could write goes to the past, from the place in the order where it began to the present one. */
async function keepPast(
  tx: Tx,
  tenant: string,
  [before, after]: readonly [Membership, Membership],
  { since, until }: { since: number; until: number },
): Promise<void> {
  const [could, can] = [writingScopesOf(before), writingScopesOf(after)]
  if (could.join() === can.join()) return
  const { staff } = after
  const lost = could.map((scope) => ({ tenant, staff, scope, since_seq: since, until_seq: until }))
  if (lost.length > 0) await tx.insertInto('past_access').values(lost).execute()
  await tx
    .updateTable('members')
    .set({ since_seq: until })
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .execute()
}
