import { addDays } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import { districtOf } from '../client/postcode.ts'
import type { Held } from '../record/held.ts'
import type { VisitBody } from '../visit/visit.ts'

/** Somebody to whom clients may be given. */
export interface Coordinator {
  id: string
  name: string
  team: string
}

/** All that is known of the work of those who are suggested. */
export interface Work {
  clients: readonly Held<ClientBody>[]
  visits: readonly Held<VisitBody>[]
}

/** What speaks for somebody, the strongest first. */
export type Reason = 'fewest-files' | 'fewest-visits' | 'nearby'

/**
 * One co-ordinator's load, and what speaks for them.
 *
 * - `open`: their files that are open or waiting
 * - `visits`: planned with them in the next 14 days, today included
 * - `nearby`: of their files, how many lie in a postcode district of those who are given away
 */
export interface Suggestion extends Coordinator {
  open: number
  visits: number
  nearby: number
  reasons: Reason[]
}

const DAYS = 14
/** A client around the corner of another saves about this much of a visit's journey; three are as good as ten. */
const NEARBY_WEIGHS = 2
const NEARBY_AT_MOST = 3

/**
 * Who might take these clients, the best first: each open file and each visit of the next 14 days counts one, and
 * each client of theirs nearby takes off two, three at most. Of two with the same load, the one with fewer files, then
 * by name. It informs a person, who decides. The clients who are given away count for nobody.
 */
export function suggest(
  given: readonly Held<ClientBody>[],
  coordinators: readonly Coordinator[],
  work: Work,
  today: string,
): Suggestion[] {
  const leaving = new Set(given.map(({ id }) => id))
  const districts = new Set(given.map(districtOfClient).filter((district) => district !== null))
  const loads = coordinators.map((one) => ({
    ...one,
    ...loadOf(one.id, { work, leaving, districts, today }),
  }))
  return loads.map((load) => ({ ...load, reasons: reasonsFor(load, loads) })).toSorted(lighter)
}

interface Load {
  open: number
  visits: number
  nearby: number
}

interface Known {
  work: Work
  leaving: ReadonlySet<string>
  districts: ReadonlySet<string>
  today: string
}

function loadOf(coordinator: string, { work, leaving, districts, today }: Known): Load {
  const files = work.clients.filter(
    ({ id, body }) => body.coordinator === coordinator && isAtHand(body) && !leaving.has(id),
  )
  const last = addDays(today, DAYS - 1)
  const visits = work.visits.filter(
    ({ file, body }) =>
      body.coordinator === coordinator &&
      body.status === 'planned' &&
      body.startsAt.slice(0, 10) >= today &&
      body.startsAt.slice(0, 10) <= last &&
      !leaving.has(file ?? ''),
  )
  const nearby = files.filter((client) => districts.has(districtOfClient(client) ?? ''))
  return { open: files.length, visits: visits.length, nearby: nearby.length }
}

/** A file that was merged into another is that one's work. */
function isAtHand({ status, merged }: ClientBody): boolean {
  return (status === 'open' || status === 'waiting') && !merged
}

function districtOfClient({ body }: Held<ClientBody>): string | null {
  return districtOf(body.address?.postcode)
}

/** With nobody to compare with, nobody has the fewest. */
function reasonsFor(load: Load, all: readonly Load[]): Reason[] {
  const fewest = (of: 'open' | 'visits') =>
    all.some((other) => other[of] > load[of]) && all.every((other) => other[of] >= load[of])
  return [
    ...(fewest('open') ? (['fewest-files'] as const) : []),
    ...(fewest('visits') ? (['fewest-visits'] as const) : []),
    ...(load.nearby > 0 ? (['nearby'] as const) : []),
  ]
}

function weightOf({ open, visits, nearby }: Load): number {
  return open + visits - NEARBY_WEIGHS * Math.min(nearby, NEARBY_AT_MOST)
}

function lighter(a: Suggestion, b: Suggestion): number {
  return weightOf(a) - weightOf(b) || a.open - b.open || a.name.localeCompare(b.name)
}
