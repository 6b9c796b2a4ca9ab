import { request as httpRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Json } from '#domain/json.ts'
import { type Addresses, addressesFor, type Look } from './addresses.ts'
import { jsonOf, textOf } from './decode.ts'
import { type FeedLimits, megabytes, UnusableFeed } from './limits.ts'

export interface Document {
  text: string
  json: Json
  /** Where it was in the end, after redirects. */
  url: URL
}

/** Asks for the documents of one feed, within its bounds. */
export interface Fetching {
  get: (url: URL, bytes: number) => Promise<Document>
  close: () => void
}

export async function openFetching(named: URL, limits: FeedLimits, look?: Look): Promise<Fetching> {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: limits.atOnce }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: limits.atOnce }),
  }
  const addresses = await addressesOf(named, look)
  const end = AbortSignal.timeout(limits.feedMs)
  const taken = { bytes: 0 }
  const ask: Ask = { agents, addresses, limits, end, taken }
  return {
    get: async (url, bytes) => documentFrom(await follow(ask, url, bytes), limits),
    close: () => {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}

interface Ask {
  agents: { 'http:': HttpAgent; 'https:': HttpsAgent }
  addresses: Addresses
  limits: FeedLimits
  end: AbortSignal
  taken: { bytes: number }
}

interface Fetched {
  url: URL
  bytes: Buffer
  charset: string | null
}

async function addressesOf(named: URL, look?: Look): Promise<Addresses> {
  try {
    return await addressesFor(named, look)
  } catch (fault) {
    throw unreachable(named, fault)
  }
}

function documentFrom({ url, bytes, charset }: Fetched, limits: FeedLimits): Document {
  const text = textOf(bytes, charset, url.href)
  return { text, json: jsonOf(text, url.href, limits.values), url }
}

async function follow(ask: Ask, first: URL, most: number): Promise<Fetched> {
  let url = first
  for (let hop = 0; hop <= ask.limits.redirects; hop += 1) {
    const got = await attempt(ask, url, most)
    if (!(got instanceof URL)) return got
    url = got
  }
  throw new UnusableFeed(`${first.href} leads on and on: more than ${ask.limits.redirects} redirects.`)
}

/** One answer, or where to ask instead. */
async function attempt(ask: Ask, url: URL, most: number): Promise<Fetched | URL> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UnusableFeed(`The feed leads on to ${url.href.slice(0, 200)}, which is no web address.`)
  }
  ask.addresses.check(url)
  const timer = AbortSignal.timeout(ask.limits.documentMs)
  try {
    return await answer(ask, url, most, AbortSignal.any([timer, ask.end]))
  } catch (fault) {
    if (fault instanceof UnusableFeed) throw fault
    if (ask.end.aborted)
      throw new UnusableFeed(`The feed took longer than ${secondsOf(ask.limits.feedMs)} in all.`)
    if (timer.aborted)
      throw new UnusableFeed(`${url.href} took longer than ${secondsOf(ask.limits.documentMs)}.`)
    throw unreachable(url, fault)
  }
}

async function answer(ask: Ask, url: URL, most: number, signal: AbortSignal): Promise<Fetched | URL> {
  const response = await responseOf(ask, url, signal)
  try {
    ask.addresses.checkConnected(url, response.socket.remoteAddress)
    const { statusCode = 0, headers } = response
    const onward = statusCode >= 300 && statusCode < 400 ? headers.location : undefined
    if (onward !== undefined) return onwardFrom(url, onward)
    if (statusCode !== 200)
      throw new UnusableFeed(`${url.href} answered ${statusCode}${sentenceOf(statusCode)}`)
    const bytes = await bytesOf(ask, url, response, most)
    return { url, bytes, charset: charsetOf(headers['content-type']) }
  } finally {
    response.destroy()
  }
}

function onwardFrom(url: URL, location: string): URL {
  if (URL.canParse(location, url)) return new URL(location, url)
  throw new UnusableFeed(`${url.href} leads on to what is no address.`)
}

function responseOf(
  { agents, addresses, limits }: Ask,
  url: URL,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    const options = {
      signal,
      agent: isSecure ? agents['https:'] : agents['http:'],
      lookup: addresses.lookup(url),
      timeout: limits.idleMs,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip, br, deflate',
        'user-agent': 'Doorstep',
      },
    }
    const silent = () => new UnusableFeed(`${url.href} said nothing for ${secondsOf(limits.idleMs)}.`)
    const asked = isSecure ? httpsRequest(url, options) : httpRequest(url, options)
    asked.on('response', (response) => {
      asked.on('timeout', () => response.destroy(silent()))
      resolve(response)
    })
    asked.on('timeout', () => asked.destroy(silent()))
    asked.on('error', reject)
    asked.end()
  })
}

/** Unpacked, and never more of it than is allowed. What comes in small pieces is copied: each holds on to a large one. */
async function bytesOf(
  { limits, taken }: Ask,
  url: URL,
  response: IncomingMessage,
  most: number,
): Promise<Buffer> {
  const tooLarge = () => new UnusableFeed(`${url.href} is larger than ${megabytes(most)}.`)
  if (Number(response.headers['content-length']) > most) throw tooLarge()
  let held = Buffer.allocUnsafe(FIRST_BYTES)
  let length = 0
  for await (const chunk of unpacked(response, url)) {
    if (!Buffer.isBuffer(chunk)) throw new Error('A response is read as bytes')
    const end = length + chunk.length
    taken.bytes += chunk.length
    if (end > most) throw tooLarge()
    if (taken.bytes > limits.feedBytes)
      throw new UnusableFeed(`The feed is larger than ${megabytes(limits.feedBytes)} in all.`)
    if (end > held.length)
      held = Buffer.concat([held.subarray(0, length)], Math.min(most, Math.max(end, 2 * held.length)))
    chunk.copy(held, length)
    length = end
  }
  return held.subarray(0, length)
}

const FIRST_BYTES = 64 * 1024

function unpacked(response: IncomingMessage, url: URL): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return response
  const unpack = unpackers[encoding]
  if (!unpack)
    throw new UnusableFeed(`${url.href} is packed in a way that is not known: ${encoding.slice(0, 60)}.`)
  const plain = unpack()
  response.on('error', (fault) => plain.destroy(fault))
  return response.pipe(plain)
}

const unpackers: Readonly<Record<string, () => Readable & NodeJS.WritableStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
}

function charsetOf(type: string | undefined): string | null {
  return /charset="?([\w-]+)/i.exec(type ?? '')?.[1] ?? null
}

function sentenceOf(status: number): string {
  if (status === 404)
    return ': there is nothing there. The address of a feed is the one that /services is below.'
  if (status === 401 || status === 403)
    return ': it asks for a key. A feed of Open Referral UK is open to everybody.'
  return status >= 500 ? ': its server is in trouble. Try again later.' : '.'
}

/** What the network says, as a sentence; a bug stays what it is. */
function unreachable(url: URL, fault: unknown): unknown {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return fault
  if (fault.code.startsWith('ERR_INTERNAL')) return fault
  return new UnusableFeed(
    `${url.href} could not be read: ${reasons[fault.code] ?? `${fault.message} (${fault.code})`}.`,
  )
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host cannot be looked up now',
  ECONNRESET: 'it broke off in the middle',
  HPE_HEADER_OVERFLOW: 'its headers never end',
  Z_DATA_ERROR: 'it is packed, and damaged',
  Z_BUF_ERROR: 'it is packed, and breaks off',
}

function secondsOf(ms: number): string {
  return ms < 120_000 ? `${ms / 1000} seconds` : `${ms / 60_000} minutes`
}
