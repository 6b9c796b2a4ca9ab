import crypto from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Argon2id well above the OWASP minimum (19 MiB, 2 passes, https://cheatsheetseries.owasp.org Password Storage).
 * `memory` in KiB.
 */
const COST = { memory: 32_768, passes: 3, parallelism: 1 } as const
const TAG = 32

interface Hash {
  memory: number
  passes: number
  parallelism: number
  nonce: Buffer
  tag: Buffer
}

const argon2 = promisify(crypto.argon2)

/** The password's hash in the PHC string format, salt and cost inside. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = crypto.randomBytes(16)
  const tag = await derive(password, { ...COST, nonce }, TAG)
  const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`
  return `$argon2id$v=19$${cost}$${unpadded(nonce)}$${unpadded(tag)}`
}

/** Whether it is the password of this hash, whatever cost it was made with. */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const known = readHash(hash)
  if (!known) return false
  const tag = await derive(password, known, known.tag.length)
  return crypto.timingSafeEqual(tag, known.tag)
}

function derive(password: string, cost: Omit<Hash, 'tag'>, tagLength: number): Promise<Buffer> {
  const { memory, passes, parallelism, nonce } = cost
  // One spelling of letters with accents, whatever keyboard they were typed on.
  const message = Buffer.from(password.normalize('NFKC'))
  return argon2('argon2id', { message, nonce, memory, passes, parallelism, tagLength })
}

function readHash(text: string): Hash | null {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(text)
  if (!match) return null
  const [, memory, passes, parallelism, nonce = '', tag = ''] = match
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
