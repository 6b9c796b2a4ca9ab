import { addMonths, isDay } from '../calendar/day.ts'
import {
  appointmentUses,
  type CareUsed,
  hospitalUses,
  type LeftOutWhy,
  leftOutWhy,
} from '../careUse/careUse.ts'
import { byFile } from '../record/held.ts'
import { careLeftOut, careUsed } from './codeWords.ts'
import type { Counted, Counting } from './counting.ts'
import type { Fact } from './facts.ts'
import { peopleIn } from './peopleTables.ts'
import type { Cell, Figure, Row, Table } from './report.ts'
import { column, figure, row, table } from './table.ts'

/** The window of the Bexley pilot: six months to the day before the referral, and six months from it on. */
const MONTHS = 6

type Use = Fact<'careUse'>

/** One person who can be compared: what was used before the referral, and after it. */
interface Compared {
  before: Use[]
  after: Use[]
}

const groups = {
  hospital: {
    title: 'Hospital and ambulance',
    uses: hospitalUses,
    none: 'no-hospital',
    leftOut: ['deceased', 'residential-care'],
  },
  appointments: {
    title: 'Appointments at the surgery',
    uses: appointmentUses,
    none: 'no-appointments',
    leftOut: leftOutWhy,
  },
} as const
export type CareGroup = keyof typeof groups

/**
 * Use of health care six months before and after the referral, from figures entered or imported. Whoever died or lives in
 * residential care is left out, and of appointments also who is in a hospice or moved practice, as in the pilot.
 */
export function careUseTables(group: CareGroup, counting: Counting): Table[] {
  const { compared, rests } = comparedIn(group, counting)
  const { title, uses } = groups[group]
  const about = { id: `care-${group}`, rests, compared }
  return [
    timesTable(about, `${title}: how often`, uses),
    meansTable(about, `${title}: for each person who used it`, uses),
    ...(group === 'hospital' ? [stayTable(compared, rests)] : []),
    costTable(about, `${title}: cost`, uses),
  ]
}

type Rests = Pick<Table, 'of' | 'n' | 'leftOut' | 'missing'>
interface About {
  id: string
  rests: Rests
  compared: readonly Compared[]
}

function comparedIn(group: CareGroup, counting: Counting): { compared: Compared[]; rests: Rests } {
  const files = byFile(counting.facts.careUse)
  const states = counting.cohort.map((person) =>
    standing(group, person, files.get(person.id) ?? [], counting.today),
  )
  const count = (state: string) => states.filter((each) => each === state).length
  const compared = states.flatMap((state) => (typeof state === 'string' ? [] : [state]))
  const key = (name: string) => `care-${group}/${name}`
  return {
    compared,
    rests: {
      of: peopleIn(counting),
      n: figure(key('n'), 'people whose use is known before and after', compared.length),
      leftOut: leftOutWhy.map((why): Figure => figure(key(why), careLeftOut[why], count(why))),
      missing: [
        figure(key('too-soon'), 'whose six months are not over yet', count('too-soon')),
        figure(key('not-known'), 'of whom no figures were entered', count('not-known')),
      ],
    },
  }
}

function standing(
  group: CareGroup,
  { client, chosen }: Counted,
  uses: readonly Use[],
  today: string,
): Compared | LeftOutWhy | 'too-soon' | 'not-known' {
  const referred = chosen[0]?.body.date ?? ''
  if (!isDay(referred)) return 'not-known'
  const [from, until] = [addMonths(referred, -MONTHS), addMonths(referred, MONTHS)]
  const why = groups[group].leftOut.find((each) => isLeftOut(each, client, uses, until))
  if (why !== undefined) return why
  if (until > today) return 'too-soon'
  const own = uses.filter(({ body }) => isOf(group, body.what))
  if (own.length === 0) return 'not-known'
  return {
    before: own.filter(({ body }) => body.on >= from && body.on < referred),
    after: own.filter(({ body }) => body.on >= referred && body.on < until),
  }
}

/** What came after the six months has no bearing on them. */
function isLeftOut(why: LeftOutWhy, { body }: Fact<'client'>, uses: readonly Use[], until: string): boolean {
  const died = why === 'deceased' && body.closingReason === 'died' && (body.closedOn ?? '') < until
  return died || uses.some((use) => use.body.what === why && use.body.on < until)
}

function isOf(group: CareGroup, what: string): boolean {
  const { uses, none } = groups[group]
  return what === none || uses.some((use) => use === what)
}

function timesOf(uses: readonly Use[], what: CareUsed): number {
  return uses.reduce((sum, { body }) => (body.what === what ? sum + (body.count ?? 1) : sum), 0)
}

interface Sums {
  any: number
  people: readonly [number, number]
  times: readonly [number, number]
}

function sumsOf(compared: readonly Compared[], what: CareUsed): Sums {
  const each = compared.map(({ before, after }) => [timesOf(before, what), timesOf(after, what)] as const)
  const people = (at: 0 | 1) => each.filter((times) => times[at] > 0).length
  const times = (at: 0 | 1) => each.reduce((sum, own) => sum + own[at], 0)
  return {
    any: each.filter(([before, after]) => before + after > 0).length,
    people: [people(0), people(1)],
    times: [times(0), times(1)],
  }
}

function timesTable({ id, rests, compared }: About, title: string, uses: readonly CareUsed[]): Table {
  return table({
    id: `${id}-times`,
    title,
    ...rests,
    columns: [
      column('any', 'People who used it before or after', 'count'),
      column('share', 'Share of those known', 'share', 'any'),
      column('before', 'Times before', 'count'),
      column('after', 'Times after', 'count'),
      column('change', 'Change', 'share', 'before'),
    ],
    rows: uses.map((what) => {
      const { any, times } = sumsOf(compared, what)
      return row(
        what,
        careUsed[what],
        any,
        ratio(any, compared.length),
        times[0],
        times[1],
        changed(times[0], times[1]),
      )
    }),
    notes: [
      'Six months before the day of the referral, and six months from it on. Other things changed in that time too: a fall is not proof of what caused it.',
    ],
    chart: { is: 'bars', columns: ['before', 'after'] },
  })
}

function changed(before: number, after: number): Cell {
  return before === 0 ? null : (after - before) / before
}

/** Means of those who used it in that window: other people before than after, so each has its own denominator. */
function meansTable({ id, rests, compared }: About, title: string, uses: readonly CareUsed[]): Table {
  return table({
    id: `${id}-means`,
    title,
    ...rests,
    columns: [
      column('people-before', 'People before', 'count'),
      column('mean-before', 'Mean before', 'mean', 'people-before'),
      column('people-after', 'People after', 'count'),
      column('mean-after', 'Mean after', 'mean', 'people-after'),
      column('all-before', 'Mean before, of all known', 'mean'),
      column('all-after', 'Mean after, of all known', 'mean'),
    ],
    rows: uses.map((what) => {
      const { people, times } = sumsOf(compared, what)
      const all = compared.length
      return row(
        what,
        careUsed[what],
        people[0],
        ratio(times[0], people[0]),
        people[1],
        ratio(times[1], people[1]),
        ratio(times[0], all),
        ratio(times[1], all),
      )
    }),
    notes: [
      'The people before and the people after are not the same people, so the two means are not a paired comparison.',
    ],
  })
}

function ratio(part: number, whole: number): Cell {
  return whole === 0 ? null : part / whole
}

/** Days in hospital of those who were admitted before or after and whose days are known. */
function stayTable(compared: readonly Compared[], rests: Rests): Table {
  const admitted = compared.filter(({ before, after }) =>
    [...before, ...after].some(({ body }) => body.what === 'admission'),
  )
  const stays = (uses: readonly Use[]) => uses.filter(({ body }) => body.what === 'admission')
  const known = admitted.filter(({ before, after }) =>
    stays([...before, ...after]).some(({ body }) => body.days !== undefined),
  )
  const days = (uses: readonly Use[]) => stays(uses).reduce((sum, { body }) => sum + (body.days ?? 0), 0)
  const [before, after] = [
    known.reduce((sum, own) => sum + days(own.before), 0),
    known.reduce((sum, own) => sum + days(own.after), 0),
  ]
  return table({
    id: 'care-stay',
    title: 'Hospital and ambulance: length of stay',
    ...rests,
    n: figure('care-stay/n', 'people who were admitted and whose days are known', known.length),
    leftOut: [
      ...rests.leftOut,
      figure('care-stay/not-admitted', 'not admitted before or after', compared.length - admitted.length),
    ],
    missing: [
      ...rests.missing,
      figure('care-stay/no-days', 'admitted, days not known', admitted.length - known.length),
    ],
    columns: [
      column('days-before', 'Days before', 'days'),
      column('days-after', 'Days after', 'days'),
      column('mean-before', 'Mean before', 'mean'),
      column('mean-after', 'Mean after', 'mean'),
      column('difference', 'Difference of the means', 'change'),
    ],
    rows:
      known.length === 0
        ? []
        : [
            row(
              'stay',
              'Days in hospital',
              before,
              after,
              before / known.length,
              after / known.length,
              (after - before) / known.length,
            ),
          ],
  })
}

function costTable({ id, rests, compared }: About, title: string, uses: readonly CareUsed[]): Table {
  const rows = uses.flatMap((what) => costRow(what, compared))
  return table({
    id: `${id}-cost`,
    title,
    ...rests,
    columns: [
      column('before', 'Cost before', 'money'),
      column('after', 'Cost after', 'money'),
      column('change', 'Change', 'share', 'before'),
      column('person-before', 'For each person before', 'money'),
      column('person-after', 'For each person after', 'money'),
      column('unpriced', 'Entries without a cost', 'count'),
    ],
    rows,
    notes: [
      ...(rows.length === 0 ? ['Nobody has entered what these cost.'] : []),
      'Only entries with a cost are added up. “For each person”: of those who used it in that window.',
    ],
  })
}

/** Nothing is said of what nobody has put a cost on. */
function costRow(what: CareUsed, compared: readonly Compared[]): Row[] {
  const of = (at: 'before' | 'after') =>
    compared.flatMap((own) => own[at]).filter(({ body }) => body.what === what)
  const [before, after] = [of('before'), of('after')]
  const cost = (uses: readonly Use[]) => uses.reduce((sum, { body }) => sum + (body.cost ?? 0), 0)
  const unpriced = [...before, ...after].filter(({ body }) => body.cost === undefined).length
  if (unpriced === before.length + after.length) return []
  const { people } = sumsOf(compared, what)
  const [was, is] = [cost(before), cost(after)]
  return [
    row(
      what,
      careUsed[what],
      was,
      is,
      changed(was, is),
      ratio(was, people[0]),
      ratio(is, people[1]),
      unpriced,
    ),
  ]
}
