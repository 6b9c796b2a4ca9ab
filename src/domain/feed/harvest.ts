import { isObject, type Json, type JsonObject, own } from '../json.ts'
import { FEED_LIMITS, type Given, type Problem, quoted, type Reading } from './reading.ts'
import { type FeedValues, isSummary, readService } from './readService.ts'
import { strangeKeys } from './strangeKeys.ts'

/** A service of a feed, read. A summary says nothing of what it leaves out. */
export interface FeedEntry {
  id: string
  name: string
  summary: boolean
  values: FeedValues
}

/**
 * What has been read of a feed so far.
 *
 * - `seen`: the ids of all services that it holds, those included that could not be read
 * - `unnamed`: whether there was one without an id, so that nobody can say which are gone
 * - `unlisted`: problems beyond those that are kept
 * - `strange`: keys that the standard has not, with how many services have them
 */
export interface Harvest {
  entries: Map<string, FeedEntry>
  organisations: Map<string, FeedValues>
  seen: Set<string>
  unnamed: boolean
  problems: Problem[]
  unlisted: number
  strange: Map<string, { services: number; first: string }>
  noted: Set<string>
}

const MOST_PROBLEMS = 50_000

export function emptyHarvest(): Harvest {
  return {
    entries: new Map(),
    organisations: new Map(),
    seen: new Set(),
    unnamed: false,
    problems: [],
    unlisted: 0,
    strange: new Map(),
    noted: new Set(),
  }
}

/** The id of a service as its feed has it; a number is one too. Null where there is none. */
export function feedIdOf(raw: Json): string | null {
  const id = isObject(raw) ? own(raw, 'id') : null
  if (typeof id === 'number') return String(id)
  return typeof id === 'string' && id.trim() !== '' && id.length <= 300 ? id.trim() : null
}

/** Takes in one service of a feed. `place`: where in the feed it stands. Alters the harvest. */
export function take(harvest: Harvest, raw: Json, place: string, given: Given): void {
  const id = feedIdOf(raw)
  const note = (field: string, found: string, done: string) =>
    noteItem(harvest, raw, { place, field, found, done })
  if (!isObject(raw)) {
    harvest.unnamed = true
    return note('', quoted(raw), 'is no service; left out')
  }
  noteStrange(harvest, raw, place)
  if (id === null) {
    harvest.unnamed = true
    const given = own(raw, 'id') ?? null
    return given === null
      ? note('id', 'nothing', 'is there; the service was left out')
      : note('id', quoted(given), 'is no id; the service was left out')
  }
  if (harvest.seen.has(id))
    return note('id', quoted(id), 'is on an earlier service too; the first was read, this one left out')
  harvest.seen.add(id)
  takeService(harvest, { given, raw, at: '', note }, id)
}

/** Keeps what was wrong with a service, and whose it is. */
export function noteItem(
  harvest: Harvest,
  raw: Json,
  what: Pick<Problem, 'place' | 'field' | 'found' | 'done'>,
): void {
  const name = isObject(raw) ? own(raw, 'name') : null
  const called = typeof name === 'string' ? quoted(name).slice(1, -1) : null
  keep(harvest, { service: feedIdOf(raw), name: called, ...what })
}

function takeService(harvest: Harvest, reading: Reading, id: string): void {
  const read = readService(reading, id)
  if (!read) return
  const bytes = new TextEncoder().encode(JSON.stringify(read.values)).length
  if (bytes > FEED_LIMITS.entryBytes) {
    return reading.note(
      '',
      `${bytes} bytes`,
      `are more than ${FEED_LIMITS.entryBytes}; the service was left out`,
    )
  }
  harvest.entries.set(id, { id, name: read.name, summary: isSummary(reading.raw), values: read.values })
  const { id: of, values } = read.organisation
  harvest.organisations.set(of, { ...values, ...saidOf(harvest.organisations.get(of)) })
}

/** What was said of an organisation first holds; what was not, is added. */
function saidOf(values: FeedValues | undefined): FeedValues {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== ''))
}

/** What is wrong with an organisation is said once, however many services it has. */
function keep(harvest: Harvest, problem: Problem): void {
  const { field, found, done } = problem
  const key = field.startsWith('organization, ') ? `${field}\n${found}\n${done}` : null
  if (key !== null && harvest.noted.has(key)) return
  if (key !== null) harvest.noted.add(key)
  if (harvest.problems.length < MOST_PROBLEMS) harvest.problems.push(problem)
  else harvest.unlisted += 1
}

function noteStrange(harvest: Harvest, raw: JsonObject, place: string): void {
  for (const key of strangeKeys(raw)) {
    const before = harvest.strange.get(key)
    if (before) before.services += 1
    else if (harvest.strange.size < 200) harvest.strange.set(key, { services: 1, first: place })
  }
}
