import { createRecord } from '#domain/change/write.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { writeOwn } from '../reconcile/ownChange.ts'
import { lockCounter } from '../reconcile/load.ts'
import type { Tx } from '../store/tables.ts'
import { findMember } from './callers.ts'
import type { Ground } from './ground.ts'
import { findInvitation, type Invitation } from './invitations.ts'
import type { Credentials, SignIns } from './signIns.ts'

export interface Joining extends Credentials {
  token: string
  name: string
  service?: string | undefined
}

export type JoinFault = 'noInvitation' | 'emailTaken' | 'serviceUnnamed'

/** The name of the one team that a new service begins with. */
const FIRST_TEAM = 'Co-ordinators'

/**
 * Uses up an invitation. The user comes first, the membership and all else in one transaction after it: broken off
 * in between, the link still works and finds the user that it left behind.
 */
export async function join(
  ground: Ground,
  signIns: SignIns,
  joining: Joining,
): Promise<Result<{ tenant: string; seq: number }, JoinFault>> {
  const invitation = await findInvitation(ground, joining.token)
  if (!invitation) return err('noInvitation')
  if (invitation.first && !joining.service) return err('serviceUnnamed')
  const known = await signIns.findUser(joining.email)
  if (known !== null && (await hasMembership(ground, known))) return err('emailTaken')
  const user = await signIns.saveUser(joining)
  const seq = await ground.database.transaction().execute(async (tx) => {
    // First of all, as whoever writes does: so no two ever wait for each other.
    await lockCounter(tx, invitation.tenant)
    if (!(await useUp(tx, invitation, ground))) return null
    if (invitation.first) await nameService(tx, invitation.tenant, joining.service ?? '', ground)
    return enrol(tx, ground, {
      ...invitation,
      staff: ground.newId(),
      user,
      name: joining.name,
    })
  })
  return seq === null ? err('noInvitation') : ok({ tenant: invitation.tenant, seq })
}

async function hasMembership({ database }: Ground, user: string): Promise<boolean> {
  return (await findMember(database, user)) !== null
}

async function useUp(tx: Tx, { tenant, tokenHash }: Invitation, { now }: Ground): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitations')
    .set({ used_at: now().toISOString() })
    .where('tenant', '=', tenant)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function nameService(tx: Tx, tenant: string, name: string, { newId }: Ground): Promise<void> {
  await tx.updateTable('services').set({ name }).where('tenant', '=', tenant).execute()
  await tx.insertInto('teams').values({ tenant, id: newId(), name: FIRST_TEAM }).execute()
}

export interface Enrolled extends Pick<
  Invitation,
  'tenant' | 'role' | 'team' | 'organisation' | 'invitedBy'
> {
  staff: string
  user: string
  name: string
}

/** Makes somebody a member, and tells colleagues by a staff record of the same id. Answers the order's new state. */
export async function enrol(tx: Tx, { newId, now }: Ground, enrolled: Enrolled): Promise<number> {
  const { tenant, staff, user, name, role, team, organisation, invitedBy } = enrolled
  const body = {
    name,
    role,
    ...(team === null ? {} : { team }),
    ...(organisation === null ? {} : { organisation }),
    active: true,
  }
  const own = { tenant, id: newId(), staff: invitedBy ?? staff, received: now().toISOString() }
  const seq = await writeOwn(tx, own, [createRecord('staff', staff, null, body)])
  await tx
    .insertInto('members')
    .values({
      tenant,
      staff,
      user_id: user,
      name,
      role,
      team,
      organisation,
      active: 1,
      scope_version: 1,
      since_seq: seq,
    })
    .execute()
  return seq
}
