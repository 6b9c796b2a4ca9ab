import { isObject, type Json, type JsonObject, own } from '#domain/json.ts'
import { UnusableFeed } from './limits.ts'

/** A page of services; what it says of the whole, where it says it. `paged`: whether it says anything of it. */
export interface Page {
  entries: readonly Json[]
  paged: boolean
  number: number | null
  pages: number | null
  last: boolean | null
  items: number | null
  next: string | null
}

/** A page as HSDS-UK 3.0 has it, or its first version had it, or a list without any. */
export function pageFrom(json: Json, what: string): Page {
  if (Array.isArray(json)) return { ...nothingSaid, entries: json }
  const list = isObject(json)
    ? ['contents', 'content', 'services', 'items'].map((key) => own(json, key)).find(Array.isArray)
    : null
  if (!isObject(json) || !list) {
    throw new UnusableFeed(
      `${what} is neither a service nor a page of services: it has no list called “contents”.`,
    )
  }
  const said = {
    number: numberOf(json, 'page_number', 'number'),
    pages: numberOf(json, 'total_pages', 'totalPages'),
    items: numberOf(json, 'total_items', 'totalElements'),
    last: booleanOf(json, 'last_page', 'last'),
    next: nextOf(json),
  }
  return { ...said, entries: list, paged: Object.values(said).some((value) => value !== null) }
}

/** Whether the document is that of one service. */
export function isService(json: Json): json is JsonObject {
  return (
    isObject(json) &&
    !Array.isArray(own(json, 'contents') ?? own(json, 'content')) &&
    own(json, 'id') !== undefined
  )
}

const nothingSaid = { paged: false, number: null, pages: null, last: null, items: null, next: null }

function numberOf(json: JsonObject, ...keys: string[]): number | null {
  const values = keys.flatMap((key) => {
    const value = own(json, key) ?? null
    const number = typeof value === 'string' && value !== '' ? Number(value) : value
    return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? [number] : []
  })
  return values[0] ?? null
}

function booleanOf(json: JsonObject, ...keys: string[]): boolean | null {
  const value = keys.map((key) => own(json, key)).find((found) => typeof found === 'boolean')
  return typeof value === 'boolean' ? value : null
}

function nextOf(json: JsonObject): string | null {
  const links = own(json, 'links') ?? null
  const next = own(json, 'next') ?? (isObject(links) ? own(links, 'next') : null)
  return typeof next === 'string' && next !== '' ? next : null
}

/** Whether a page is the last of its feed. `number`: which one it is, counted from 1. */
export function isLast({ entries, paged, pages, last, next }: Page, number: number): boolean {
  if (!paged || entries.length === 0 || last === true) return true
  if (next !== null) return false
  return pages !== null && number >= pages
}

/** Whether the last page, and how many services came in all, each counted once, agree that this was the end. */
export function isWhole({ pages, items }: Page, number: number, services: number): boolean {
  return (pages === null || number >= pages) && (items === null || services >= items)
}
