import { addDays, addMonths } from '#domain/calendar/day.ts'
import type { CareUseBody } from '#domain/careUse/careUse.ts'
import type { Person } from './people.ts'
import { drawFor } from './random.ts'
import { cohort, type Timeline } from './timeline.ts'

/**
 * Use of health care before and after the referral, made to add up to what the evaluation prints (tables 7 to 9, figures
 * 3 to 6), for everybody whose six months are over. Whoever came later has no figures yet.
 *
 * `before`, `after`: how many people, and how many times in all. A&E: 17 and 15 people are the one pair of whole numbers
 * that gives the printed costs for each. Ambulances: 45 calls before, which give the printed 2.5 a person and 56%, where the
 * printed 47 do not.
 */
const hospital = {
  ae: { any: 26, before: [17, 42], after: [15, 21], cost: { before: 5633, after: 4515 } },
  admission: { any: 16, before: [13, 20], after: [7, 8], cost: { before: 39576, after: 16968 } },
  ambulance: { any: 18, before: [18, 45], after: [10, 20], cost: null },
} as const satisfies Record<string, Plan>

interface Plan {
  any: number
  before: readonly [people: number, times: number]
  after: readonly [people: number, times: number]
  cost: { before: number; after: number } | null
}

/** Of 15 of the 16 who were admitted: 37 days before and 30 after for each. Of one nobody wrote them down. */
const STAY = { people: 15, before: 15 * 37, after: 15 * 30 } as const

/**
 * Times before and after, of those 12 at Bellegrove whose six months are over, with the means that the evaluation prints
 * of 14; and means of a GP, of everybody.
 */
const bellegrove = { gp: [53, 47], nurse: [24, 19], hca: [19, 24] } as const
const EVERYBODYS_GP = [5.1, 5.5] as const

export interface DemoUse {
  name: string
  body: CareUseBody
}
type Window = 'before' | 'after'
interface Plain {
  what: CareUseBody['what']
  window: Window
  count?: number
  cost?: number
  days?: number
}

/** Every use of everybody, by number; `timelineFor` says when they were referred. */
export function careUseOf(
  people: readonly Person[],
  timelineFor: (person: Person) => Timeline,
): ReadonlyMap<number, DemoUse[]> {
  const known = people.filter(({ n }) => n <= cohort.reviewed)
  const uses = new Map<number, Plain[]>(known.map(({ n }) => [n, []]))
  for (const what of ['ae', 'admission', 'ambulance'] as const) addHospital(uses, known, what)
  addAppointments(uses, known)
  return new Map(
    known.map((person) => {
      const { referredOn } = timelineFor(person)
      const own = withNone(uses.get(person.n) ?? [])
      return [person.n, own.map((use, i) => dated(person, referredOn, use, i))]
    }),
  )
}

/** The first of a shuffled row used it before, the last after, and those in between both. */
function addHospital(
  uses: Map<number, Plain[]>,
  known: readonly Person[],
  what: keyof typeof hospital,
): void {
  const { any, before, after, cost } = hospital[what]
  const chosen = shuffled(known, what).slice(0, any)
  const windows = { before: chosen.slice(0, before[0]), after: chosen.slice(any - after[0]) }
  for (const [window, [, times]] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const costs = cost === null ? null : spread(Math.round(cost[window] * 100), times)
    let used = 0
    for (const [i, count] of spread(times, windows[window].length).entries()) {
      const own = uses.get(windows[window][i]?.n ?? 0)
      for (let time = 0; time < count; time += 1, used += 1)
        own?.push({ what, window, ...(costs === null ? {} : { cost: (costs[used] ?? 0) / 100 }) })
    }
  }
  if (what === 'admission') addStays(uses, chosen.slice(0, STAY.people))
}

/** The days of each stay, spread over all of them. */
function addStays(uses: ReadonlyMap<number, Plain[]>, people: readonly Person[]): void {
  for (const window of ['before', 'after'] as const) {
    const stays = people.flatMap(({ n }) =>
      (uses.get(n) ?? []).filter((use) => use.what === 'admission' && use.window === window),
    )
    for (const [i, days] of spread(STAY[window], stays.length).entries())
      Object.assign(stays[i] ?? {}, { days })
  }
}

function addAppointments(uses: ReadonlyMap<number, Plain[]>, known: readonly Person[]): void {
  const compared = known.filter(({ practice }) => practice === 'Bellegrove')
  const others = known.filter(({ practice }) => practice !== 'Bellegrove')
  const whole = known.length
  for (const what of ['gp', 'nurse', 'hca'] as const)
    for (const [i, window] of (['before', 'after'] as const).entries()) {
      const own = bellegrove[what][i] ?? 0
      give(uses, compared, { what, window }, own)
      if (what === 'gp')
        give(uses, others, { what, window }, Math.round((EVERYBODYS_GP[i] ?? 0) * whole) - own)
    }
}

/** A surgery gives a number for each person, not a line for each appointment. */
function give(
  uses: ReadonlyMap<number, Plain[]>,
  people: readonly Person[],
  use: Plain,
  times: number,
): void {
  const row = shuffled(people, `${use.what}/${use.window}`)
  for (const [i, count] of spread(times, row.length).entries())
    if (count > 0) uses.get(row[i]?.n ?? 0)?.push({ ...use, count })
}

/** That there was none is known too, since their surgery and the hospital have said. */
function withNone(own: readonly Plain[]): Plain[] {
  const has = (...whats: string[]) => own.some(({ what }) => whats.includes(what))
  return [
    ...own,
    ...(has('ae', 'admission', 'ambulance') ? [] : [{ what: 'no-hospital', window: 'after' } as const]),
    ...(has('gp', 'nurse', 'hca') ? [] : [{ what: 'no-appointments', window: 'after' } as const]),
  ]
}

/** On a day within the six months. */
function dated(person: Person, referredOn: string, { window, ...use }: Plain, i: number): DemoUse {
  const name = `care/${person.n}/${window}/${i}`
  const days = drawFor(name).int(1, 175)
  const on = window === 'before' ? addDays(referredOn, -days) : addDays(referredOn, days)
  if (on < addMonths(referredOn, -6) || on >= addMonths(referredOn, 6))
    throw new Error(`${name} lies outside`)
  return { name, body: { ...use, on } }
}

/** So many in whole parts, each as large as another, give or take one. */
function spread(sum: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, i) => Math.floor(((i + 1) * sum) / parts) - Math.floor((i * sum) / parts),
  )
}

function shuffled(people: readonly Person[], name: string): Person[] {
  return people
    .map((person) => ({ person, at: drawFor(`care/${name}/${person.n}`).next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ person }) => person)
}
