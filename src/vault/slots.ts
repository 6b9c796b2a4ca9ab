import { type Bytes, randomBytes } from './bytes.ts'
import { DEFAULT_COST, keyFromPin, type PinCost } from './pin.ts'
import { aesKey, openBytes, sealBytes } from './seal.ts'

/** The data key, wrapped by a key from the PIN. */
export interface PinSlot extends PinCost {
  salt: Bytes
  wrapped: Bytes
  /** Wrong PINs since the last right one, counted on the disk before each try. */
  wrong: number
  /** When the last wrong one was, by the device's clock. */
  lastTry: number
  closed: boolean
}

/** The data key, wrapped by a key that the server gives to whoever signs in as this person. */
export interface RecoverySlot {
  wrapped: Bytes
}

/** The data key lies nowhere but in these. */
export interface Slots {
  pin: PinSlot
  recovery: RecoverySlot
}

export function newDataKey(): Bytes {
  return randomBytes(32)
}

export async function pinSlot(
  pin: string,
  dataKey: Bytes,
  deviceSecret: Bytes,
  cost = DEFAULT_COST,
): Promise<PinSlot> {
  const salt = randomBytes(16)
  const key = await aesKey(await keyFromPin(pin, salt, deviceSecret, cost))
  const wrapped = await sealBytes(key, 'pin slot', dataKey)
  return { ...cost, salt, wrapped, wrong: 0, lastTry: 0, closed: false }
}

/** The data key, or null when the PIN is wrong. */
export async function openPinSlot(slot: PinSlot, pin: string, deviceSecret: Bytes): Promise<Bytes | null> {
  const key = await aesKey(await keyFromPin(pin, slot.salt, deviceSecret, slot))
  return unwrap(key, 'pin slot', slot.wrapped)
}

export async function recoverySlot(recoveryKey: Bytes, dataKey: Bytes): Promise<RecoverySlot> {
  return { wrapped: await sealBytes(await aesKey(recoveryKey), 'recovery slot', dataKey) }
}

export async function openRecoverySlot(slot: RecoverySlot, recoveryKey: Bytes): Promise<Bytes | null> {
  return unwrap(await aesKey(recoveryKey), 'recovery slot', slot.wrapped)
}

async function unwrap(key: CryptoKey, place: string, wrapped: Bytes): Promise<Bytes | null> {
  try {
    return await openBytes(key, place, wrapped)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}
