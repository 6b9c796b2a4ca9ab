import { createHash } from 'node:crypto'
import { v5 } from 'uuid'
import type { FeedKind } from '#domain/feed/feedFields.ts'
import { emptyHarvest, type Harvest, noteItem, take } from '#domain/feed/harvest.ts'
import { type ImportPlan, planImport } from '#domain/feed/planImport.ts'
import type { Given } from '#domain/feed/reading.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { feedOrigin } from '#domain/service/service.ts'
import type { Ground } from '../../accounts/ground.ts'
import { lockCounter } from '../../reconcile/load.ts'
import { fromRow } from '../../reconcile/wire.ts'
import type { Database } from '../../store/tables.ts'
import { writeEdits } from '../import/writeEdits.ts'
import { UnusableFeed } from './limits.ts'
import type { Feed } from './openFeed.ts'
import { plainText } from './plainText.ts'

/** How an import ended, or would end. `whole`: whether all of the feed was there, so that what it lacks is closed. */
export interface Imported {
  source: string
  /** Whether a file was taken for the source that its services came from before. */
  continued: boolean
  plan: ImportPlan
  harvest: Harvest
  whole: boolean
}

interface Told {
  tenant: string
  /** The manager on whose behalf. */
  by: string
  /** By which name it is known, instead of its own. */
  source: string | null
  dryRun: boolean
  progress: (sentence: string) => void
}

/**
 * Takes a directory in: the feed is read to its end first, then all that it changes is written in one transaction, or nothing.
 */
export async function importDirectory(ground: Ground, feed: Feed, told: Told): Promise<Imported> {
  const { source, continued } = await sourceOf(ground.database, feed, told)
  const recordId = idsOf(source)
  const harvest = await harvestFrom(feed, { plain: plainText, recordId, elementId }, told.progress)
  if (harvest.seen.size === 0)
    throw new UnusableFeed('The feed holds no service with an id: nothing was done.')
  const whole = feed.whole(harvest.seen.size) && !harvest.unnamed
  const today = ground.now().toISOString().slice(0, 10)
  return ground.database.transaction().execute(async (tx) => {
    await lockCounter(tx, told.tenant)
    const present = (await directoryOf(tx, told.tenant)).filter(
      (record) => sourceIn(record)?.source === source,
    )
    const plan = planImport({ source, harvest, present, whole, today, recordId })
    const { edits } = plan
    if (!told.dryRun) {
      await writeEdits(tx, ground, told, edits, (done) => told.progress(`${done} of ${edits.length} written`))
    }
    return { source, continued, plan, harvest, whole }
  })
}

async function harvestFrom(
  { items, close }: Feed,
  given: Given,
  progress: Told['progress'],
): Promise<Harvest> {
  const harvest = emptyHarvest()
  try {
    let read = 0
    for await (const { raw, place, odd } of items) {
      if (raw !== undefined) take(harvest, raw, place, given)
      if (odd) noteItem(harvest, raw ?? null, { place, ...odd })
      read += 1
      if (read % 100 === 0) progress(`${read} services read`)
    }
    return harvest
  } finally {
    close()
  }
}

/** Ids that follow from where a feed comes from and what it calls a thing: the same on every day. */
function idsOf(source: string): (kind: FeedKind, feedId: string) => string {
  const space = v5(source, v5.URL)
  return (kind, feedId) => v5(`${kind} ${feedId}`, space)
}

function elementId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20)
}

const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i

/**
 * By which name the feed is known. A file has another name on another day; where it is not known by its own, and its
 * services are here already from one other source, by the ids that the standard asks to be unique, it goes on from that.
 */
async function sourceOf(
  database: Database,
  { source, ids }: Feed,
  told: Told,
): Promise<{ source: string; continued: boolean }> {
  if (told.source !== null) return { source: told.source, continued: false }
  if (ids === null) return { source, continued: false }
  const counts = new Map<string, number>()
  const known = new Set(ids.filter((id) => UUID.test(id)))
  for (const record of await directoryOf(database, told.tenant)) {
    const origin = record.kind === 'service' ? sourceIn(record) : null
    if (origin?.source === source) return { source, continued: false }
    if (origin && known.has(origin.id)) counts.set(origin.source, (counts.get(origin.source) ?? 0) + 1)
  }
  const [only, ...others] = counts.keys()
  return only !== undefined && others.length === 0
    ? { source: only, continued: true }
    : { source, continued: false }
}

function sourceIn({ body }: StoredRecord) {
  const origin = feedOrigin.safeParse(body['feed'])
  return origin.success ? origin.data : null
}

async function directoryOf(database: Database, tenant: string): Promise<StoredRecord[]> {
  const rows = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('kind', 'in', ['service', 'organisation'])
    .execute()
  return rows.map(fromRow)
}
