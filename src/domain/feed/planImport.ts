import type { Edit } from '../change/change.ts'
import { createRecord, editRecord } from '../change/write.ts'
import { own, sameJson } from '../json.ts'
import { type BodyOf, kinds } from '../kind/kinds.ts'
import type { StoredRecord } from '../record/record.ts'
import { type FeedOrigin, feedOrigin } from '../service/service.ts'
import { correctedHere } from './correctedHere.ts'
import { type FeedKind, feedFields } from './feedFields.ts'
import { followFeed } from './follow.ts'
import type { Harvest } from './harvest.ts'
import type { FeedValues } from './readService.ts'

/** What becomes of one service: `fields` that change, and those that stay as they were corrected here. */
export interface Outlook {
  id: string
  name: string
  what: 'new' | 'changed' | 'back' | 'closed' | 'same' | 'removed here'
  fields: string[]
  kept: string[]
}

export interface ImportPlan {
  edits: Edit[]
  services: Outlook[]
  organisations: { new: number; changed: number }
  /** Services of the feed without needs, which somebody has yet to file. */
  toClassify: number
}

/**
 * What an import does, decided without doing it.
 *
 * - `present`: the services and organisations that came from this source, as they stand
 * - `whole`: whether the feed was read to its end; only then is anything closed
 */
export interface Importing {
  source: string
  harvest: Harvest
  present: readonly StoredRecord[]
  whole: boolean
  today: string
  recordId: (kind: FeedKind, feedId: string) => string
}

interface Step {
  edit: Edit | null
  outlook: Outlook
  needs: boolean
}

export function planImport(importing: Importing): ImportPlan {
  const { harvest, recordId } = importing
  const records = new Map(importing.present.map((record) => [record.id, record]))
  const organisations = [...harvest.organisations].map(([id, values]) =>
    stepFor(importing, 'organisation', records.get(recordId('organisation', id)), {
      id,
      values,
      // With a service or two comes as much of their organisation as somebody thought fit.
      summary: !importing.whole,
    }),
  )
  const read = [...harvest.entries.values()].map((entry) =>
    stepFor(importing, 'service', records.get(recordId('service', entry.id)), entry),
  )
  const services = [...read, ...closures(importing)]
  return {
    edits: [...organisations, ...services].flatMap(({ edit }) => edit ?? []),
    services: services.map(({ outlook }) => outlook),
    organisations: {
      new: organisations.filter(({ outlook }) => outlook.what === 'new').length,
      changed: organisations.filter(({ outlook }) => outlook.what === 'changed').length,
    },
    toClassify: read.filter(({ needs, outlook }) => !needs && outlook.what !== 'removed here').length,
  }
}

interface Said {
  id: string
  values: FeedValues
  summary: boolean
}

function stepFor(
  { source, today, recordId }: Importing,
  kind: FeedKind,
  record: StoredRecord | undefined,
  said: Said,
): Step {
  const { id, values } = said
  if (!record) {
    const body = { ...values, feed: { source, id, seen_on: today, values } }
    const edit = createRecord(kind, recordId(kind, id), null, bodyFrom(kind, body))
    return { edit, outlook: outlookOf(kind, id, 'new', body, []), needs: 'needs' in values }
  }
  if (record.deleted)
    return { edit: null, outlook: outlookOf(kind, id, 'removed here', record.body, []), needs: true }
  return follow(kind, record, said, today)
}

function follow(kind: FeedKind, record: StoredRecord, { id, values, summary }: Said, today: string): Step {
  const { gone_on, ...origin } = originOf(record)
  const now = summary ? { ...origin.values, ...saidIn(values) } : values
  const same = sameJson(now, origin.values) && gone_on === undefined
  if (same)
    return {
      edit: null,
      outlook: outlookOf(kind, id, 'same', record.body, []),
      needs: 'needs' in record.body,
    }
  const what = gone_on === undefined ? 'changed' : 'back'
  return moved(kind, record, what, { ...origin, seen_on: today, values: now }, origin.values)
}

/** A summary says nothing by what it leaves empty. */
function saidIn(values: FeedValues): FeedValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** The entry after its feed says something else, and which of its fields that changes. */
function moved(
  kind: FeedKind,
  record: StoredRecord,
  what: Outlook['what'],
  feed: FeedOrigin,
  before: FeedValues,
): Step {
  const followed = followFeed(record.body, before, feed.values, feedFields[kind], kinds[kind].rules)
  const after = { ...followed, feed }
  const fields = feedFields[kind].filter((field) => !sameJson(own(record.body, field), own(followed, field)))
  const edit = editRecord(record, after)
  return { edit, outlook: outlookOf(kind, feed.id, what, after, fields), needs: 'needs' in after }
}

/** What the feed holds no longer is closed, for as long as it does not; nothing is ever removed. */
function closures({ present, harvest, whole, today }: Importing): Step[] {
  if (!whole || harvest.unnamed) return []
  return present.flatMap((record) => {
    if (record.kind !== 'service' || record.deleted) return []
    const { gone_on, ...origin } = originOf(record)
    if (gone_on !== undefined || harvest.seen.has(origin.id)) return []
    const values = { ...origin.values, status: 'inactive' }
    return [moved('service', record, 'closed', { ...origin, gone_on: today, values }, origin.values)]
  })
}

/** Whoever alters the feed's own part of an entry breaks it: that is a bug. */
function originOf({ body }: StoredRecord): FeedOrigin {
  return feedOrigin.parse(body['feed'])
}

function bodyFrom(kind: FeedKind, body: object): BodyOf<FeedKind> {
  return kinds[kind].body.parse(body)
}

function outlookOf(
  kind: FeedKind,
  id: string,
  what: Outlook['what'],
  body: Readonly<Record<string, unknown>>,
  fields: string[],
): Outlook {
  const { name } = body
  const feed = feedOrigin.safeParse(body['feed'])
  const kept = feed.success ? correctedHere(kind, { ...body, feed: feed.data }).map(({ field }) => field) : []
  return { id, name: typeof name === 'string' ? name : '', what, fields, kept }
}
