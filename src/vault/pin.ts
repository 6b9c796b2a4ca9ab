import type { Bytes } from './bytes.ts'

/** What Argon2id was run with; kept in the slot, so that it can be made stronger later. */
export interface PinCost {
  memoryKiB: number
  iterations: number
}

/** 64 MiB and three passes (RFC 9106, second recommended option): about a second on a slow tablet. */
export const DEFAULT_COST: PinCost = { memoryKiB: 64 * 1024, iterations: 3 }

/** The key that a PIN gives together with this device's own secret. 32 bytes. */
export async function keyFromPin(
  pin: string,
  salt: Bytes,
  deviceSecret: Bytes,
  cost: PinCost,
): Promise<Bytes> {
  // A tenth of the first script, and needed only once a PIN has been typed.
  const { argon2id } = await import('hash-wasm')
  const hash = await argon2id({
    password: pin.normalize('NFKC'),
    salt,
    secret: deviceSecret,
    parallelism: 1,
    iterations: cost.iterations,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(hash)
}

/** Six digits or more, or a passphrase of eight characters or more. */
export function longEnough(pin: string): boolean {
  return /^\d+$/.test(pin) ? pin.length >= 6 : [...pin].length >= 8
}
