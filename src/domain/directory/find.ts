import { answerTo, type Criteria, type Criterion, type Situation } from './criteria.ts'
import type { Listing } from './listing.ts'
import { nextOpening } from './nextSession.ts'
import type { Whereabouts } from './place.ts'

export const orders = ['best', 'nearest', 'next', 'wait'] as const
export type Order = (typeof orders)[number]

export interface Found {
  /** What answers yes to all that is asked. */
  readonly fits: readonly Listing[]
  /** What would fit if it were so where the entry says nothing: somebody has to ask. */
  readonly unsaid: readonly Listing[]
  /** How many more there were without one criterion, or without the words; those that would bring none are left out. */
  readonly brings: ReadonlyMap<Criterion | 'words', number>
}

export interface Search {
  readonly criteria: Criteria
  readonly order: Order
  readonly situation: Situation
  /** Ids that the words typed lead to, the best first; null while nothing is typed. */
  readonly worded: readonly string[] | null
}

/** Whatever is found is found in every order; criteria that are loosened never find less. */
export function find(listings: readonly Listing[], search: Search): Found {
  const asked = criteriaIn(search.criteria)
  if (search.worded && asked.length === 0) return byWordsAlone(listings, search, search.worded)
  const ranks = search.worded && new Map(search.worded.map((id, rank) => [id, rank]))
  const fits: Listing[] = []
  const unsaid: Listing[] = []
  const brings = new Map<Criterion | 'words', number>()
  for (const listing of listings) {
    const verdict = judge(listing, asked, search, ranks)
    if (verdict === 'fits') fits.push(listing)
    else if (verdict === 'unsaid') unsaid.push(listing)
    else for (const but of verdict) brings.set(but, (brings.get(but) ?? 0) + 1)
  }
  const by = inOrder(search)
  return { fits: by(fits), unsaid: by(unsaid), brings }
}

/** What is typed most, at every letter: nothing is asked of the thousands that the words do not lead to. */
function byWordsAlone(listings: readonly Listing[], search: Search, worded: readonly string[]): Found {
  const fits = ranked(listings, worded)
  const without = listings.length - fits.length
  const by = search.order === 'best' ? runningFirst : inOrder(search)
  return { fits: by(fits), unsaid: [], brings: new Map(without > 0 ? [['words', without]] : []) }
}

const byId = new WeakMap<readonly Listing[], ReadonlyMap<string, Listing>>()

/** The listings by their ids, gone through once for each directory. */
function byIdOf(listings: readonly Listing[]): ReadonlyMap<string, Listing> {
  const known = byId.get(listings) ?? new Map(listings.map((listing) => [listing.id, listing]))
  byId.set(listings, known)
  return known
}

/** The criteria that ask for something; an empty list asks for nothing. */
export function criteriaIn(criteria: Criteria): Criterion[] {
  return names.filter((name) => {
    const wanted = criteria[name]
    return Array.isArray(wanted) ? wanted.length > 0 : wanted !== undefined
  })
}

/** What somebody would have to ask a service, of all that is asked for. */
export function unsaidBy(listing: Listing, criteria: Criteria, situation: Situation): Criterion[] {
  return criteriaIn(criteria)
    .filter((criterion, _, asked) => criterion !== 'times' || !asked.includes('days'))
    .filter((criterion) => answerTo(criterion, criteria, listing, situation) === 'unsaid')
}

const names: readonly Criterion[] = [
  'needs',
  'category',
  'days',
  'times',
  'within',
  'cost',
  'access',
  'language',
  'referral',
  'wait',
  'age',
]

/** Else what alone stands in the way; where two things do, nothing. */
type Verdict = 'fits' | 'unsaid' | readonly (Criterion | 'words')[]

function judge(
  listing: Listing,
  asked: readonly Criterion[],
  { criteria, situation }: Search,
  ranks: ReadonlyMap<string, number> | null,
): Verdict {
  let against: Criterion | 'words' | null = ranks && !ranks.has(listing.id) ? 'words' : null
  let unsaid = false
  for (const criterion of asked) {
    // Day and time are one question, asked once.
    if (criterion === 'times' && asked.includes('days')) continue
    const answer = answerTo(criterion, criteria, listing, situation)
    if (answer === 'unsaid') unsaid = true
    if (answer !== 'no') continue
    if (against !== null) return []
    against = criterion
  }
  if (against === null) return unsaid ? 'unsaid' : 'fits'
  if (against !== 'days' && against !== 'times') return [against]
  return timeToLoosen(listing, asked, criteria, situation)
}

/** Of day and time, which one would do. */
function timeToLoosen(
  listing: Listing,
  asked: readonly Criterion[],
  { days, times, ...others }: Criteria,
  situation: Situation,
): Criterion[] {
  const kept = { days: { ...others, times: times ?? [] }, times: { ...others, days: days ?? [] } }
  return (['days', 'times'] as const).filter(
    (loosened) => asked.includes(loosened) && answerTo('days', kept[loosened], listing, situation) !== 'no',
  )
}

type InOrder = (listings: readonly Listing[]) => Listing[]

/**
 * What does not run comes last; what is equal, and what cannot be compared, by name. The best match is in its order
 * already: with a word of thousands of entries, sorting them anew at every letter would be felt.
 */
function inOrder(search: Search): InOrder {
  const { worded } = search
  if (search.order === 'best' && worded) return (listings) => runningFirst(ranked(listings, worded))
  const keyOf = keyFor(search)
  return (listings) =>
    listings
      .map((listing) => ({ listing, key: keyOf(listing), last: !listing.running }))
      .toSorted(
        (a, b) => Number(a.last) - Number(b.last) || compared(a.key, b.key) || byName(a.listing, b.listing),
      )
      .map(({ listing }) => listing)
}

function ranked(listings: readonly Listing[], worded: readonly string[]): Listing[] {
  const known = byIdOf(listings)
  return worded.flatMap((id) => known.get(id) ?? [])
}

function runningFirst(listings: readonly Listing[]): Listing[] {
  return [...listings.filter(({ running }) => running), ...listings.filter(({ running }) => !running)]
}

function compared(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function byName(a: Listing, b: Listing): number {
  if (a.sort === b.sort) return a.id < b.id ? -1 : 1
  return a.sort < b.sort ? -1 : 1
}

const UNKNOWN = Number.MAX_SAFE_INTEGER

function keyFor({ order, situation: { now, whereabouts } }: Search): (listing: Listing) => number {
  switch (order) {
    case 'best':
    case 'nearest':
      return nearness(whereabouts)
    case 'next':
      return (listing) => {
        const next = nextOpening(listing.openings, now)
        return next ? next.day * 1_440 + (next.opening.opens ?? 0) : UNKNOWN
      }
    case 'wait':
      return ({ wait }) => wait ?? UNKNOWN
  }
}

function nearness(whereabouts: Search['situation']['whereabouts']): (listing: Listing) => number {
  return whereabouts ? (listing) => farness(whereabouts(listing)) : () => 0
}

const EARTH_AROUND = 25_000

/** What comes is nearest; what is only known to be in the same district comes after all that is measured, the rest last. */
function farness(lies: Whereabouts): number {
  switch (lies.is) {
    case 'comes':
      return 0
    case 'miles':
      return lies.miles
    case 'area':
      return EARTH_AROUND
    case 'elsewhere':
      return EARTH_AROUND + 1
    case 'unknown':
      return EARTH_AROUND + 2
  }
}
