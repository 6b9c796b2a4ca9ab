import type { Database } from '../store/tables.ts'
import { newSealedKey, openSealedKey } from './keptKey.ts'

export interface Slot {
  tenant: string
  staff: string
  device: string
}

/**
 * The key of somebody's recovery slot on a device, 32 bytes in base64: made at the first asking, the same ever
 * after. It lies in the database sealed with the server's secret, so a copy of the database alone opens no device.
 */
export async function recoveryKey(database: Database, secret: string, slot: Slot): Promise<string> {
  const at = { use: 'recovery slots', place: [slot.tenant, slot.staff, slot.device] }
  await database
    .insertInto('recovery_keys')
    .values({ ...slot, sealed: newSealedKey(secret, at) })
    .onConflict((clash) => clash.columns(['tenant', 'staff', 'device']).doNothing())
    .execute()
  const row = await database
    .selectFrom('recovery_keys')
    .select('sealed')
    .where('tenant', '=', slot.tenant)
    .where('staff', '=', slot.staff)
    .where('device', '=', slot.device)
    .executeTakeFirstOrThrow()
  return openSealedKey(row.sealed, secret, at)
}
