import { addDays, dayOf, isDay } from '../calendar/day.ts'
import { type Episode, episodesOf } from '../episode/episode.ts'
import { byFile, type Held } from '../record/held.ts'
import type { Fact, Facts } from './facts.ts'
import type { ReportFilter } from './filter.ts'
import type { TQuantile } from './statistics.ts'

/** One person of the service, with the referrals by which they belong to what is counted. */
export interface Counted {
  id: string
  client: Fact<'client'>
  referrals: Fact<'referral'>[]
  /** Of those, the ones that the filter is about, the first one first; none where only what happened since counts. */
  chosen: Fact<'referral'>[]
}

/** What a report is made from: the records, whom of them it is about, and how to tell what falls into its time. */
export interface Counting {
  facts: Facts
  filter: ReportFilter
  today: string
  tQuantile: TQuantile
  /** Everybody whom the practice, team, co-ordinator and source leave, by their file. */
  people: ReadonlyMap<string, Counted>
  /** Those of them who were referred in the time: of `engaged` only who was seen. */
  cohort: readonly Counted[]
  /** Their referrals in the time. */
  referrals: readonly Fact<'referral'>[]
  /** People whose file is restricted (UK GDPR, article 18): nothing is done with it, so it is not counted. */
  restricted: number
}

export interface CountingGround {
  today: string
  tQuantile: TQuantile
}

export function countingOf(facts: Facts, filter: ReportFilter, ground: CountingGround): Counting {
  const referrals = byFile(facts.referral)
  const open = facts.client.filter(({ body }) => body.restriction === undefined)
  const seen = new Set(
    facts.visit.flatMap(({ file, body }) => (body.status === 'held' && file ? [file] : [])),
  )
  const everybody = open
    .filter(({ body }) => narrows(body, filter))
    .map((client) => countedOf(client, referrals.get(client.id) ?? [], filter))
    .filter(({ referrals: own }) => ofSource(own, filter).length > 0 || filter.source === undefined)
  const referred = everybody.filter(({ chosen }) => chosen.length > 0)
  const cohort = filter.cohort === 'engaged' ? referred.filter(({ id }) => seen.has(id)) : referred
  return {
    facts,
    filter,
    ...ground,
    people: new Map(everybody.map((person) => [person.id, person])),
    cohort,
    referrals: cohort.flatMap(({ chosen }) => chosen),
    restricted: facts.client.length - open.length,
  }
}

function narrows({ practice, team, coordinator }: Fact<'client'>['body'], filter: ReportFilter): boolean {
  return (
    (filter.practice === undefined || practice === filter.practice) &&
    (filter.team === undefined || team === filter.team) &&
    (filter.coordinator === undefined || coordinator === filter.coordinator)
  )
}

function countedOf(client: Fact<'client'>, referrals: Fact<'referral'>[], filter: ReportFilter): Counted {
  const chosen = ofSource(referrals, filter)
    .filter(({ body }) => within(body.date, filter))
    .toSorted((a, b) => a.body.date.localeCompare(b.body.date))
  return { id: client.id, client, referrals, chosen }
}

function ofSource(referrals: Fact<'referral'>[], { source }: ReportFilter): Fact<'referral'>[] {
  return source === undefined ? referrals : referrals.filter(({ body }) => body.source === source)
}

export function within(day: string, { from, to }: Pick<ReportFilter, 'from' | 'to'>): boolean {
  return day >= from && day <= to
}

/** The day of a moment or a day; empty where it is neither, and then it falls into no time. */
export function dayIn(moment: string | undefined): string {
  return moment === undefined ? '' : (dayOf(moment) ?? '')
}

/** What of a kind falls into the report: by its own day, or as part of what came of a referral in the time. */
export function happened<Body>(
  items: readonly Held<Body>[],
  { people, filter, ...counting }: Counting,
  dayFor: (body: Body) => string,
): Held<Body>[] {
  if (filter.cohort === 'activity')
    return items.filter(({ file, body }) => file !== null && people.has(file) && within(dayFor(body), filter))
  const since = new Map(counting.cohort.map(({ id, chosen }) => [id, chosen[0]?.body.date ?? '']))
  return items.filter(({ file, body }) => {
    const from = file === null ? undefined : since.get(file)
    return from !== undefined && dayFor(body) >= from
  })
}

/** The episodes of somebody, as everywhere: see `../episode`. */
export function episodesOfPerson({ client, referrals }: Counted): Episode[] {
  return episodesOf(client, referrals)
}

/** The months that a time touches: `2026-04`, `2026-05`, … at most fifty years of them. */
export function monthsOf({ from, to }: Pick<ReportFilter, 'from' | 'to'>): string[] {
  const months: string[] = []
  if (!isDay(from) || !isDay(to)) return months
  for (let day = from; day <= to && months.length < 600; day = firstOfNext(day)) months.push(day.slice(0, 7))
  return months
}

function firstOfNext(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}

/** "1 April 2026", without asking the machine how it writes days: both ends write the same. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${monthNames[Number(month) - 1] ?? ''} ${year}`
}

/** "April 2026" of `2026-04`. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return `${monthNames[Number(number) - 1] ?? ''} ${year}`
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
