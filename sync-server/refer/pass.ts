import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/**
 * What goes with a form from when it is shown until it is sent. `id` is made once and becomes the change's, so that a
 * form that is sent twice is one referral; `issued` is when it was shown, in milliseconds.
 */
export interface Pass {
  id: string
  issued: number
}

/** Nobody reads the form and fills it in faster. Milliseconds. */
const FASTEST = 3_000
/** A form that was left open overnight is shown again first. Milliseconds. */
const LASTS = 24 * 3_600_000

/** As a field of the form: signed, so that it cannot be made up without fetching the form. */
export function writePass(secret: string, { id, issued }: Pass): string {
  const said = `${id}.${issued.toString(36)}`
  return `${said}.${signed(secret, said).toString('base64url')}`
}

/** Null where it is not one of ours. */
export function readPass(secret: string, text: string): Pass | null {
  const [id = '', issued = '', mac = ''] = text.split('.')
  const right = signed(secret, `${id}.${issued}`)
  const given = Buffer.from(mac, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return { id, issued: Number.parseInt(issued, 36) }
}

export function isTooFast({ issued }: Pass, now: number): boolean {
  return now - issued < FASTEST
}

export function isTooOld({ issued }: Pass, now: number): boolean {
  return now - issued > LASTS
}

/** An id that follows from the pass, the same each time, and that nobody can foretell: a UUID of version 8 (RFC 9562). */
export function idFrom(secret: string, { id }: Pass, of: string): string {
  const bytes = signed(secret, `${of} ${id}`).subarray(0, 16)
  const hex = bytes.toString('hex')
  const variant = '89ab'[(bytes[8] ?? 0) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** To read out over the phone: digits and letters that are not mistaken for each other (Crockford's base 32). */
export function referenceOf(referral: string): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bytes = [...Buffer.from(referral.replaceAll('-', ''), 'hex').subarray(0, 8)]
  const code = bytes.map((byte) => letters[byte % 32]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

function signed(secret: string, said: string): Buffer {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'doorstep public referral form', 32))
  return createHmac('sha256', key).update(said).digest()
}
