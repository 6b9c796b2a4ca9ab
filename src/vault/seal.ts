import { type Bytes, fromUtf8, randomBytes, utf8 } from './bytes.ts'

const IV_LENGTH = 12

/**
 * Seals text at rest. `place` names where it lies (`page 12`, `draft …`): it is bound in, so that a sealed thing
 * moved to another place does not open there.
 */
export interface Sealer {
  seal(place: string, text: string): Promise<Bytes>
  /** @throws OperationError when the bytes were altered, moved, or sealed with another key */
  open(place: string, sealed: Bytes): Promise<string>
}

/** AES-256-GCM, a random 96-bit nonce in front of each sealed text (NIST SP 800-38D). */
export function aesSealer(key: CryptoKey): Sealer {
  return {
    seal: async (place, text) => sealBytes(key, place, utf8(text)),
    open: async (place, sealed) => fromUtf8(await openBytes(key, place, sealed)),
  }
}

export async function sealBytes(key: CryptoKey, place: string, plain: Bytes): Promise<Bytes> {
  const iv = randomBytes(IV_LENGTH)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, key, plain)
  const whole = new Uint8Array(IV_LENGTH + sealed.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(sealed), IV_LENGTH)
  return whole
}

export async function openBytes(key: CryptoKey, place: string, sealed: Bytes): Promise<Bytes> {
  const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, IV_LENGTH), additionalData: utf8(place) }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(IV_LENGTH)))
}

/** A key that lives in memory only and cannot be read back out of it. */
export function aesKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
