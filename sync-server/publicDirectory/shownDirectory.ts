import { v5 } from 'uuid'
import type { JsonObject } from '#domain/json.ts'
import { upcastBody } from '#domain/kind/kind.ts'
import { organisation } from '#domain/organisation/organisation.ts'
import { service } from '#domain/service/service.ts'
import { areaTerms, type IdFor, type Term, termId, termsOf } from '#domain/feed/publicTerms.ts'
import { type PublicEntry, publicId } from '#domain/feed/writeService.ts'
import { readRow } from '../reconcile/wire.ts'
import { readTogether } from '../store/database.ts'
import type { Database } from '../store/tables.ts'

/** An id that follows from a text and is the same everywhere (RFC 9562, version 5). */
export const idFor: IdFor = (text) => v5(text, '0b8f2f36-5f0c-4b0e-9a51-7d3f0a1c8e42')

export type Organisation = NonNullable<PublicEntry['organisation']>

/**
 * The directory as anybody may see it: nothing removed, and only what can be read.
 *
 * - `version`: alters with anything that is shown
 * - `modified`: when that was; null in an empty directory
 * - `services`, `organisations`: by the id that goes out, in the order of their names
 * - `terms`: by the id that goes out, every term that is in use and all areas of life
 */
export interface ShownDirectory {
  version: string
  modified: string | null
  services: ReadonlyMap<string, PublicEntry>
  organisations: ReadonlyMap<string, Organisation>
  terms: ReadonlyMap<string, Term>
}

interface Held {
  epoch: string
  seq: number
  modified: string | null
  services: Map<string, Omit<PublicEntry, 'organisation'>>
  organisations: Map<string, Organisation>
  shown: ShownDirectory
}

/**
 * Reads the directory, and on every later call only what has altered since. What is held follows from the database alone,
 * so that any number of processes show the same.
 */
export function watchDirectory(database: Database, tenant: string): () => Promise<ShownDirectory> {
  let reading: Promise<Held | null> = Promise.resolve(null)
  return async () => {
    // One after another, each from where the last one ended; one that failed begins again from nothing.
    reading = reading.catch(() => null).then((held) => readFurther(database, tenant, held))
    const held = await reading
    if (!held) throw new Error('The directory was read to nothing')
    return held.shown
  }
}

async function readFurther(database: Database, tenant: string, held: Held | null): Promise<Held> {
  const news = await readTogether(database, (tx) => readNews(tx, tenant, held))
  if (held && news.epoch === held.epoch && news.rows.length === 0) return held
  const before = held && news.epoch === held.epoch ? held : null
  const services = new Map(before?.services)
  const organisations = new Map(before?.organisations)
  for (const { record, received } of news.rows) {
    services.delete(record.id)
    organisations.delete(record.id)
    const { id, kind, body, version } = record
    if (record.deleted) continue
    if (kind === 'service') {
      const read = service.body.safeParse(upcastBody(service, body, version))
      if (read.success && read.data.name.trim() !== '')
        services.set(id, { id, body: read.data, modified: received })
    } else {
      const read = organisation.body.safeParse(upcastBody(organisation, body, version))
      if (read.success && read.data.name.trim() !== '') organisations.set(id, { id, body: read.data })
    }
  }
  const { epoch, seq } = news
  // What was removed counts too: a list without it is another one.
  const moments = [before?.modified, ...news.rows.map(({ received }) => received)]
  const modified = moments.reduce<string | null>((last, at) => (at && at > (last ?? '') ? at : last), null)
  const now = { epoch, seq, modified, services, organisations }
  return { ...now, shown: show(now) }
}

/** What of the directory has altered, and how far the order has come. */
async function readNews(tx: Database, tenant: string, held: Held | null) {
  const { epoch } = await tx
    .selectFrom('counters')
    .select('epoch')
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
  const after = held?.epoch === epoch ? held.seq : -1
  const rows = await tx
    .selectFrom('visibility as v')
    .innerJoin('records as r', (join) =>
      join.onRef('r.tenant', '=', 'v.tenant').onRef('r.id', '=', 'v.record'),
    )
    .leftJoin('history as h', (join) => join.onRef('h.tenant', '=', 'r.tenant').onRef('h.seq', '=', 'r.seq'))
    .select(['v.seq', 'r.wire', 'r.kept', 'h.received'])
    .where('v.tenant', '=', tenant)
    .where('v.scope', '=', 'directory')
    .where('v.seq', '>', after)
    .where('r.kind', 'in', ['service', 'organisation'])
    .orderBy('v.seq')
    .execute()
  const last = rows.at(-1)
  return {
    epoch,
    seq: last?.seq ?? after,
    rows: rows.flatMap(({ received, ...row }) => {
      const record = readRow(row)
      return record ? [{ record, received }] : []
    }),
  }
}

function show({ epoch, seq, modified, services, organisations }: Omit<Held, 'shown'>): ShownDirectory {
  const entries = [...services.values()]
    .map((entry) => ({ ...entry, organisation: organisations.get(entry.body.organization_id) ?? null }))
    .toSorted((a, b) => byName(a, b))
  const terms = [...areaTerms(), ...entries.flatMap(({ body }) => termsOf(body))]
  return {
    version: `${epoch}-${seq}`,
    modified,
    services: new Map(entries.map((entry) => [publicId(entry.id, idFor), entry])),
    organisations: new Map(
      [...organisations.values()].toSorted(byName).map((one) => [publicId(one.id, idFor), one]),
    ),
    terms: new Map(
      [...new Map(terms.map((term) => [`${term.taxonomy}/${term.code}`, term])).values()].map((term) => [
        termId(term, idFor),
        term,
      ]),
    ),
  }
}

const collator = new Intl.Collator('en-GB')

function byName(
  a: { id: string; body: { name: string } },
  b: { id: string; body: { name: string } },
): number {
  return collator.compare(a.body.name, b.body.name) || (a.id < b.id ? -1 : 1)
}

/** A page of something, as the standard's API has it. Pages are counted from 1. */
export function pageOf<Item>(
  items: readonly Item[],
  { page, per_page }: { page: number; per_page: number },
  out: (item: Item) => JsonObject,
): JsonObject {
  const total_pages = Math.max(1, Math.ceil(items.length / per_page))
  const contents = items.slice((page - 1) * per_page, page * per_page).map(out)
  return {
    total_items: items.length,
    total_pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= total_pages,
    empty: contents.length === 0,
    contents,
  }
}
