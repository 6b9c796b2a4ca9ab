import { daysBetween } from '../calendar/day.ts'
import { median } from '../waiting/waiting.ts'
import { onwardStatus } from './codeWords.ts'
import { type Counting, happened } from './counting.ts'
import type { Fact } from './facts.ts'
import { peopleIn } from './peopleTables.ts'
import type { Cell, Row, Table } from './report.ts'
import { mean } from './statistics.ts'
import { categories, column, countTable, figure, row, share, single, table } from './table.ts'

/** Formal requests, and information given: kept apart in every table, and never added up. */
interface Onward {
  referrals: Fact<'onwardReferral'>[]
  signposts: Fact<'signpost'>[]
}

function onwardIn(counting: Counting): Onward {
  return {
    referrals: happened(counting.facts.onwardReferral, counting, ({ madeOn }) => madeOn),
    signposts: happened(counting.facts.signpost, counting, ({ givenOn }) => givenOn),
  }
}

export function onwardByOrganisation(counting: Counting): Table {
  const names = new Map(counting.facts.organisation.map(({ id, body }) => [id, body.name]))
  const ownerOf = new Map(counting.facts.service.map(({ id, body }) => [id, body.organization_id]))
  const under = (service: string, organisation?: string) => {
    const id = organisation ?? ownerOf.get(service)
    return {
      id: id ?? 'unknown',
      label: names.get(id ?? '') ?? 'An organisation that is not in the directory any more',
    }
  }
  return onwardTable(counting, 'onward-by-organisation', 'By organisation', under)
}

/** Services of the same name at two organisations are two services. */
export function onwardByService(counting: Counting): Table {
  const organisations = new Map(counting.facts.organisation.map(({ id, body }) => [id, body.name]))
  const services = new Map(counting.facts.service.map(({ id, body }) => [id, body]))
  const under = (id: string, _organisation?: string, told?: string) => {
    const service = services.get(id)
    const name = service?.name ?? told ?? 'A service that is not in the directory any more'
    const of = organisations.get(service?.organization_id ?? '')
    return { id, label: of === undefined || of === name ? name : `${name}, ${of}` }
  }
  return onwardTable(counting, 'onward-by-service', 'By service', under)
}

type Under = (service: string, organisation?: string, told?: string) => { id: string; label: string }

function onwardTable(counting: Counting, id: string, title: string, under: Under): Table {
  const { referrals, signposts } = onwardIn(counting)
  const rows = new Map<
    string,
    { label: string; made: number; given: number; started: number; finished: number }
  >()
  const at = (place: ReturnType<Under>) => {
    const found = rows.get(place.id) ?? { label: place.label, made: 0, given: 0, started: 0, finished: 0 }
    rows.set(place.id, found)
    return found
  }
  for (const { body } of referrals) {
    const found = at(under(body.service, body.organisation, body.serviceName))
    found.made += 1
    if (begun.has(body.status)) found.started += 1
    if (body.status === 'finished') found.finished += 1
  }
  for (const { body } of signposts) at(under(body.service)).given += 1
  const n = figure('onward', 'referrals to services', referrals.length)
  return table({
    id,
    title,
    of: n,
    n,
    columns: [
      column('made', 'Referrals', 'count'),
      column('share', 'Share of referrals', 'share', 'made'),
      single(column('started', 'Of these started', 'count')),
      single(column('finished', 'Of these finished', 'count')),
      column('given', 'Signposted', 'count'),
    ],
    rows: sorted(rows, referrals.length),
    total: [
      referrals.length,
      share(referrals.length, referrals.length),
      sumOf(rows, 'started'),
      sumOf(rows, 'finished'),
      signposts.length,
    ],
    adds: ['made', 'given'],
    mostFirst: true,
    notes: ['Signposting is information given; it is not counted among the referrals.'],
    chart: { is: 'bars', columns: ['made', 'given'] },
  })
}

const begun: ReadonlySet<string> = new Set(['started', 'attended', 'finished'])

type OnwardRows = ReadonlyMap<
  string,
  { label: string; made: number; given: number; started: number; finished: number }
>

function sumOf(rows: OnwardRows, what: 'started' | 'finished'): number {
  return [...rows.values()].reduce((sum, each) => sum + each[what], 0)
}

function sorted(rows: OnwardRows, all: number): Row[] {
  return [...rows]
    .toSorted(([, a], [, b]) => b.made - a.made || b.given - a.given || a.label.localeCompare(b.label, 'en'))
    .map(([id, { label, made, given, started, finished }]) =>
      row(id, label, made, share(made, all), started, finished, given),
    )
}

/** How many referrals and signposts each person had: those of the cohort, or in the time those who had any. */
export function onwardPerPerson(counting: Counting): Table {
  const { referrals, signposts } = onwardIn(counting)
  const whole = counting.filter.cohort === 'activity' ? null : peopleIn(counting)
  const files = new Set([...referrals, ...signposts].flatMap(({ file }) => file ?? []))
  const n = whole ?? figure('onward-people', 'people who were referred on or signposted', files.size)
  const most = (items: readonly { file: string | null }[]) =>
    Math.max(0, ...[...Map.groupBy(items, ({ file }) => file).values()].map((own) => own.length))
  const per = (count: number): Cell => (n.count === 0 ? null : count / Number(n.count))
  return table({
    id: 'onward-per-person',
    title: 'For each person',
    of: n,
    n,
    columns: [
      column('made', 'Referrals', 'mean'),
      column('given', 'Signposts', 'mean'),
      column('both', 'Both together', 'mean'),
    ],
    rows:
      n.count === 0
        ? []
        : [
            row(
              'mean',
              'Mean for a person',
              per(referrals.length),
              per(signposts.length),
              per(referrals.length + signposts.length),
            ),
            single(
              row(
                'most',
                'Most for one person',
                most(referrals),
                most(signposts),
                most([...referrals, ...signposts]),
              ),
            ),
          ],
  })
}

export function onwardAnswers(counting: Counting): Table {
  const { referrals } = onwardIn(counting)
  return countTable({
    id: 'onward-answers',
    title: 'What became of the referrals',
    items: referrals,
    categoriesOf: ({ body }) => [body.status],
    rows: categories(onwardStatus),
    of: figure('onward', 'referrals to services', referrals.length),
    counted: 'referrals to services',
    missing: 'without a state',
    head: 'Referrals',
    chart: 'bars',
  })
}

/** Days from the referral to the start, of those that started; how long the others have been on a list so far. */
export function onwardWaits(counting: Counting): Table {
  const { referrals } = onwardIn(counting)
  const started = referrals.filter(({ body }) => begun.has(body.status))
  const waiting = referrals.filter(({ body }) => body.status === 'waiting')
  const took = started.flatMap(({ body }) => daysFrom(body.madeOn, body.startedOn ?? body.statusOn))
  const sofar = waiting.flatMap(({ body }) => daysFrom(body.madeOn, counting.today))
  const known = took.length + sofar.length
  return table({
    id: 'onward-waits',
    title: 'How long people waited',
    of: figure('onward', 'referrals to services', referrals.length),
    n: figure('onward-waits/n', 'that started or are on a waiting list', known),
    leftOut: [
      figure(
        'onward-waits/other',
        'not answered, accepted without a start, or ended without one',
        referrals.length - started.length - waiting.length,
      ),
    ],
    missing: [
      figure('onward-waits/missing', 'without a day of the start', started.length + waiting.length - known),
    ],
    columns: [
      column('count', 'Referrals', 'count'),
      column('median', 'Middle (median) days', 'days', 'count'),
      column('mean', 'Mean days', 'days', 'count'),
      single(column('longest', 'Longest days', 'days', 'count')),
    ],
    rows: [
      waitRow('started', 'Until it started', took),
      waitRow('waiting', 'On a waiting list so far', sofar),
    ],
    adds: ['count'],
    notes: ['Where a service did not say on which day it started, the day of its answer stands for it.'],
  })
}

function waitRow(id: string, label: string, days: readonly number[]): Row {
  return row(id, label, days.length, median(days), mean(days), days.length === 0 ? null : Math.max(...days))
}

function daysFrom(from: string, to: string | undefined): number[] {
  const days = daysBetween(from, to ?? '')
  return days === null || days < 0 ? [] : [days]
}
