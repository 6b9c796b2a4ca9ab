import { type Json, type JsonObject, jsonObjectSchema, own, sameJson } from '../json.ts'
import type { FeedOrigin } from '../service/service.ts'
import { type FeedKind, feedFields } from './feedFields.ts'

/** A field of an entry that says something else here than in the feed; null where a side says nothing. */
export interface Corrected {
  field: string
  here: Json
  feed: Json
}

interface WithFeed {
  [field: string]: unknown
  feed?: FeedOrigin | undefined
}

/** The fields that were corrected here, in the order of the entry, each with what the feed says; none without a feed. */
export function correctedHere(kind: FeedKind, body: WithFeed): Corrected[] {
  const { feed } = body
  if (!feed) return []
  const here = asJson(body)
  return feedFields[kind].flatMap((field) => {
    const [mine, theirs] = [own(here, field) ?? null, own(feed.values, field) ?? null]
    return sameJson(mine, theirs) ? [] : [{ field, here: mine, feed: theirs }]
  })
}

/** Absent fields left out. */
function asJson(body: object): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(body)))
}
