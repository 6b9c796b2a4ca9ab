import { statSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { feedIdOf } from '#domain/feed/harvest.ts'
import { nest } from '#domain/feed/nest.ts'
import { jsonOf, textOf } from './decode.ts'
import { openFetching } from './fetching.ts'
import { type FeedLimits, UnusableFeed } from './limits.ts'
import { isService, isWhole, pageFrom } from './page.ts'
import { bytesOf, readTables } from './tables.ts'
import { type FeedItem, tooMany, walkFeed } from './walkFeed.ts'

/**
 * A feed, wherever it comes from.
 *
 * - `source`: what it is known by; `ids` of a file, by which it may be known under another name
 * - `whole`: whether all of the feed was there, by how many services it was; known when the items have been read
 */
export interface Feed {
  source: string
  ids: readonly string[] | null
  items: AsyncIterable<FeedItem> | Iterable<FeedItem>
  whole: (services: number) => boolean
  close: () => void
}

export async function openFeed(source: string, limits: FeedLimits): Promise<Feed> {
  if (/^https?:\/\//i.test(source)) return openAddress(source, limits)
  if (/^[a-z][a-z+.-]+:\/\//i.test(source))
    throw new UnusableFeed(`${source.slice(0, 200)} is no address of the web.`)
  const path = resolve(source)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new UnusableFeed(`There is no file or folder ${path}.`)
  const isPackage = found.isDirectory() || basename(path) === 'datapackage.json'
  return isPackage ? openPackage(path, limits) : openFile(path, limits)
}

async function openAddress(typed: string, limits: FeedLimits): Promise<Feed> {
  const base = baseOf(typed)
  const fetching = await openFetching(base, limits)
  return {
    source: base.href.replace(/\/$/, ''),
    ids: null,
    close: fetching.close,
    ...walkFeed(base, fetching, limits),
  }
}

/** The address that /services is below, in one writing: what comes from it is known by it. */
function baseOf(typed: string): URL {
  if (!URL.canParse(typed)) throw new UnusableFeed(`${typed.slice(0, 200)} is no address.`)
  const base = new URL(typed)
  if (base.username !== '' || base.password !== '') {
    throw new UnusableFeed(
      'The address holds a password. It would be kept with every service, and a feed of Open Referral UK needs none.',
    )
  }
  base.hash = ''
  base.pathname = base.pathname.replace(/\/+$/, '').replace(/\/services$/, '')
  return base
}

function openFile(path: string, limits: FeedLimits): Feed {
  if (extname(path).toLowerCase() === '.csv') {
    throw new UnusableFeed(`${path} is one table. Give the folder that all tables of the package are in.`)
  }
  const text = textOf(bytesOf(path, limits.documentBytes, limits, { bytes: 0 }), null, path)
  const json = jsonOf(text, path, limits.values)
  if (isService(json)) return fromItems(path, [{ raw: json, place: 'the service' }], () => false, limits)
  const page = pageFrom(json, path)
  const items = page.entries.map((raw, i) => ({ raw, place: `service ${i + 1}` }))
  const isFirst = page.number === null || page.number <= 1
  const whole = (services: number) => isFirst && page.last !== false && isWhole(page, 1, services)
  return fromItems(path, items, whole, limits)
}

function openPackage(path: string, limits: FeedLimits): Feed {
  const { services, strays } = nest(readTables(path, limits))
  const odd = strays.map(({ place, field, found }) => ({
    place,
    odd: { field, found: `“${found}”`, done: 'leads nowhere; left out' },
  }))
  const folder = basename(path) === 'datapackage.json' ? resolve(path, '..') : path
  return fromItems(folder, [...services, ...odd], () => true, limits)
}

function fromItems(path: string, items: readonly FeedItem[], whole: Feed['whole'], limits: FeedLimits): Feed {
  if (items.length > limits.services && items.filter(({ odd }) => !odd).length > limits.services)
    throw tooMany(limits)
  return {
    source: pathToFileURL(path).href,
    ids: items.flatMap(({ raw }) => (raw === undefined ? [] : (feedIdOf(raw) ?? []))),
    items,
    whole,
    close: () => {},
  }
}
