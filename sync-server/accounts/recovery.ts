import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Database } from '../store/tables.ts'

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
  const sealed = seal(randomBytes(32), secret, slot)
  await database
    .insertInto('recovery_keys')
    .values({ ...slot, sealed })
    .onConflict((clash) => clash.columns(['tenant', 'staff', 'device']).doNothing())
    .execute()
  const row = await database
    .selectFrom('recovery_keys')
    .select('sealed')
    .where('tenant', '=', slot.tenant)
    .where('staff', '=', slot.staff)
    .where('device', '=', slot.device)
    .executeTakeFirstOrThrow()
  return open(row.sealed, secret, slot).toString('base64')
}

const NONCE = 12
const TAG = 16

function seal(key: Buffer, secret: string, slot: Slot): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce)
  cipher.setAAD(placeOf(slot))
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

function open(sealed: string, secret: string, slot: Slot): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), bytes.subarray(0, NONCE))
  decipher.setAAD(placeOf(slot))
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
}

function sealingKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'doorstep recovery slots', 32))
}

/** A sealed key moved to another row does not open. */
function placeOf({ tenant, staff, device }: Slot): Buffer {
  return Buffer.from(JSON.stringify([tenant, staff, device]))
}
