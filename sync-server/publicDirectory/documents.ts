import type { JsonObject } from '#domain/json.ts'
import {
  organisationOut,
  type PublicEntry,
  serviceOut,
  stayId,
  summaryOut,
} from '#domain/feed/writeService.ts'
import { idFor, type Organisation, type ShownDirectory } from './shownDirectory.ts'

// What goes out, made once for as long as the entry stays as it is.

const full = new WeakMap<PublicEntry, JsonObject>()

export function fullDocument(entry: PublicEntry): JsonObject {
  const made = full.get(entry) ?? serviceOut(entry, idFor)
  full.set(entry, made)
  return made
}

export const summaryDocument = (entry: PublicEntry): JsonObject => summaryOut(entry, idFor)

/** For whoever only asks what has altered. */
export function minimalDocument(entry: PublicEntry): JsonObject {
  const { id = '', last_modified } = summaryOut(entry, idFor)
  return { id, ...(last_modified === undefined ? {} : { modified_date: last_modified }) }
}

export function organisationDocument(
  organisation: Organisation,
  { services }: ShownDirectory,
  withServices: boolean,
): JsonObject {
  const own = organisationOut(organisation, idFor)
  if (!withServices) return own
  const theirs = [...services.values()].filter((entry) => entry.organisation?.id === organisation.id)
  return { ...own, services: theirs.map(fullDocument) }
}

/** A service at one of its places. */
export interface Stay {
  id: string
  entry: PublicEntry
  place: number
}

export function staysOf(entry: PublicEntry): Stay[] {
  return (entry.body.locations ?? []).map((location, place) => ({
    id: stayId(entry.id, location.id, idFor),
    entry,
    place,
  }))
}

export function stayDocument({ id, entry, place }: Stay, withAll: boolean): JsonObject {
  const whole = fullDocument(entry)
  const stays = whole['service_at_locations']
  const own = Array.isArray(stays) ? stays[place] : undefined
  const service = withAll ? whole : summaryDocument(entry)
  return { id, service, ...(typeof own === 'object' && own !== null && !Array.isArray(own) ? own : {}) }
}
