import { createRecord } from '#domain/change/write.ts'
import { writeOwn } from '../reconcile/ownChange.ts'
import type { Member } from '../scopes/scopes.ts'
import type { Tx } from '../store/tables.ts'
import type { Ground } from './ground.ts'

export type Reserved = Pick<Member, 'staff' | 'role' | 'organisation'> & { name: string }

/**
 * In whose name the server takes what somebody without an account writes: somebody of the service as far as scopes,
 * permits and the history go. Colleagues see them by a staff record, made at the first asking; there is no membership
 * that anybody could sign in with, alter or take over. The caller holds the lock on the order.
 */
export async function reservedAuthor(
  tx: Tx,
  { newId, now }: Ground,
  tenant: string,
  { staff, name, role, organisation = null }: Reserved,
): Promise<Member> {
  const author = { staff, role, team: null, organisation, active: true }
  const known = await tx
    .selectFrom('records')
    .select('id')
    .where('tenant', '=', tenant)
    .where('id', '=', staff)
    .executeTakeFirst()
  if (known) return author
  const own = { tenant, id: newId(), staff, received: now().toISOString() }
  const body = { name, role, ...(organisation === null ? {} : { organisation }), active: true }
  await writeOwn(tx, own, [createRecord('staff', staff, null, body)])
  return author
}
