import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** Where a key lies, and what for: moved to another place, or taken for another use, it does not open. */
export interface KeyPlace {
  use: string
  place: readonly string[]
}

/** A new random key of 32 bytes, sealed with the server's secret, so that a copy of the database alone opens nothing. */
export function newSealedKey(secret: string, at: KeyPlace): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, at), nonce)
  cipher.setAAD(placeOf(at))
  const sealed = Buffer.concat([cipher.update(randomBytes(32)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** The key in base64. Throws where it was sealed with another secret, or for another place. */
export function openSealedKey(sealed: string, secret: string, at: KeyPlace): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret, at), bytes.subarray(0, NONCE))
  decipher.setAAD(placeOf(at))
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('base64')
}

function sealingKey(secret: string, { use }: KeyPlace): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `doorstep ${use}`, 32))
}

function placeOf({ place }: KeyPlace): Buffer {
  return Buffer.from(JSON.stringify(place))
}
