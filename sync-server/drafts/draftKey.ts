import { newSealedKey, openSealedKey } from '../accounts/keptKey.ts'
import type { Viewer } from '../scopes/standing.ts'
import type { Database } from '../store/tables.ts'

/**
 * The key that seals somebody's drafts, 32 bytes in base64: made at the first asking, the same ever after on each of
 * their devices. The server seals it with its secret and gives it to nobody but them.
 */
export async function draftKey(
  database: Database,
  secret: string,
  { tenant, staff }: Viewer,
): Promise<string> {
  const at = { use: 'draft keys', place: [tenant, staff] }
  await database
    .insertInto('draft_keys')
    .values({ tenant, staff, sealed: newSealedKey(secret, at) })
    .onConflict((clash) => clash.columns(['tenant', 'staff']).doNothing())
    .execute()
  const row = await database
    .selectFrom('draft_keys')
    .select('sealed')
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .executeTakeFirstOrThrow()
  return openSealedKey(row.sealed, secret, at)
}
