import { createHash } from 'node:crypto'
import { feedIdOf } from '#domain/feed/harvest.ts'
import { isSummary } from '#domain/feed/readService.ts'
import { isObject, type Json } from '#domain/json.ts'
import type { Fetching } from './fetching.ts'
import { type FeedLimits, UnusableFeed } from './limits.ts'
import { isLast, isService, isWhole, type Page, pageFrom } from './page.ts'

/** A service of a feed as it came; absent where something else stands there. `odd`: what was wrong with how it came. */
export interface FeedItem {
  raw?: Json
  place: string
  odd?: { field: string; found: string; done: string }
}

export interface Walk {
  items: AsyncIterable<FeedItem>
  /** Whether all of the feed was there, by how many services it was; known at the end. */
  whole: (services: number) => boolean
}

/** Reads a feed page by page, and each service by itself where a page has only summaries. */
export function walkFeed(base: URL, fetching: Fetching, limits: FeedLimits): Walk {
  const end: End = { page: null, number: 0 }
  return {
    items: itemsOf(base, fetching, limits, end),
    whole: (services) => end.page !== null && isWhole(end.page, end.number, services),
  }
}

/** The last page, once it came. */
interface End {
  page: Page | null
  number: number
}

async function* itemsOf(
  base: URL,
  fetching: Fetching,
  limits: FeedLimits,
  end: End,
): AsyncGenerator<FeedItem> {
  const before: Before = { texts: new Map(), number: null }
  const fetched = new Set<string>()
  let read = 0
  let url = pageUrl(base, 1)
  for (let number = 1; number <= limits.pages; number += 1) {
    const { text, json, url: came } = await fetching.get(url, limits.documentBytes)
    const page = pageFrom(json, came.href)
    refuseLoop(page, text, number, before)
    read += page.entries.length
    if (read > limits.services) throw tooMany(limits)
    yield* inFull(page, number, { base, fetching, limits, fetched })
    if (isLast(page, number)) {
      Object.assign(end, { page, number })
      return
    }
    url = nextUrl(page, came) ?? pageUrl(base, number + 1)
  }
  throw new UnusableFeed(`The feed has more than ${limits.pages.toLocaleString('en-GB')} pages.`)
}

export function tooMany({ services }: FeedLimits): UnusableFeed {
  return new UnusableFeed(`The feed has more than ${services.toLocaleString('en-GB')} services.`)
}

/** The pages that came, by their text, and what the last one called itself. */
interface Before {
  texts: Map<string, number>
  number: number | null
}

/** A page that comes again, or calls itself what the one before it did, would come for ever. Notes the page. */
function refuseLoop(page: Page, text: string, number: number, before: Before): void {
  if (page.entries.length === 0) return
  const hash = createHash('sha256').update(text).digest('base64')
  const isSame = page.number !== null && page.number === before.number
  const earlier = before.texts.get(hash) ?? (isSame ? number - 1 : undefined)
  if (earlier !== undefined) {
    throw new UnusableFeed(`The feed does not end: its page ${number} is page ${earlier} again.`)
  }
  before.texts.set(hash, number)
  Object.assign(before, { number: page.number })
}

function nextUrl({ next }: Page, from: URL): URL | null {
  if (next === null) return null
  if (!URL.canParse(next, from)) throw new UnusableFeed(`${from.href} leads on to what is no address.`)
  return new URL(next, from)
}

const PER_PAGE = 100

function pageUrl(base: URL, number: number): URL {
  const url = below(base, 'services')
  url.searchParams.set('page', String(number))
  url.searchParams.set('per_page', String(PER_PAGE))
  return url
}

function below(base: URL, ...parts: string[]): URL {
  const url = new URL(base)
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...parts.map(encodeURIComponent)].join('/')
  return url
}

interface Ways {
  base: URL
  fetching: Fetching
  limits: FeedLimits
  /** Services that were asked for already. */
  fetched: Set<string>
}

/** In the order of the page, a few asked for at a time. */
async function* inFull({ entries }: Page, number: number, ways: Ways): AsyncGenerator<FeedItem> {
  const { atOnce } = ways.limits
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = entries.slice(at, at + atOnce)
    yield* await Promise.all(some.map((raw, i) => itemFrom(raw, `page ${number}, ${at + i + 1}`, ways)))
  }
}

async function itemFrom(
  raw: Json,
  place: string,
  { base, fetching, limits, fetched }: Ways,
): Promise<FeedItem> {
  const id = feedIdOf(raw)
  if (id === null || !isObject(raw) || !isSummary(raw) || fetched.has(id)) return { raw, place }
  fetched.add(id)
  const { json, url } = await fetching.get(below(base, 'services', id), limits.serviceBytes)
  if (!isService(json)) throw new UnusableFeed(`${url.href} is no service.`)
  const given = feedIdOf(json)
  if (given === id) return { raw: json, place }
  const odd = {
    field: 'id',
    found: `“${given}”`,
    done: 'came for another service; only the summary was read',
  }
  return { raw, place, odd }
}
