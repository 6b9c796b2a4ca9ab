import { daysBetween } from '../calendar/day.ts'
import { isReached } from '../contact/log.ts'
import { byFile } from '../record/held.ts'
import { median } from '../waiting/waiting.ts'
import { referralReason, referralSource } from './codeWords.ts'
import { type Counting, dayIn, monthsOf, monthWords } from './counting.ts'
import type { Fact } from './facts.ts'
import type { Figure, Table } from './report.ts'
import { mean } from './statistics.ts'
import { categories, type Category, column, countTable, figure, row, share, table } from './table.ts'

type Referral = Fact<'referral'>

/** All of the referrals that a report is about: the denominator of every table here. */
function referralsIn({ referrals }: Counting): Figure {
  return figure('referrals', 'referrals', referrals.length)
}

export function referralsByMonth(counting: Counting): Table {
  return countTable({
    id: 'referrals-by-month',
    title: 'Referrals by month',
    items: counting.referrals,
    categoriesOf: ({ body }: Referral) => [body.date.slice(0, 7)],
    rows: monthsShown(counting).map((month) => ({ id: month, label: monthWords(month) })),
    empty: true,
    of: referralsIn(counting),
    counted: 'referrals',
    missing: 'without a day',
    head: 'Referrals',
    chart: 'line',
  })
}

/** All months of a year; of a longer time not those before the first referral and after the last. */
function monthsShown({ filter, referrals }: Counting): string[] {
  const months = monthsOf(filter)
  if (months.length <= YEAR) return months
  const days = referrals.map(({ body }) => body.date).toSorted()
  const [first = '', last = ''] = [days.at(0)?.slice(0, 7), days.at(-1)?.slice(0, 7)]
  return months.filter((month) => month >= first && month <= last)
}

/** With the month that it began and ended in. */
const YEAR = 13

export function referralsByPractice(counting: Counting): Table {
  const practiceOf = new Map(counting.cohort.map(({ id, client }) => [id, client.body.practice]))
  return countTable({
    id: 'referrals-by-practice',
    title: 'Referrals by practice',
    items: counting.referrals,
    categoriesOf: ({ file, body }: Referral) => oneOrNone(body.practice ?? practiceOf.get(file ?? '')),
    rows: practicesOf(counting),
    order: 'most-first',
    of: referralsIn(counting),
    counted: 'referrals with a practice',
    missing: 'without a practice',
    head: 'Referrals',
    chart: 'bars',
  })
}

function practicesOf({ facts }: Counting): Category[] {
  return facts.practice.map(({ id, body }) => ({ id, label: body.name }))
}

function oneOrNone(code: string | undefined): string[] | null {
  return code === undefined || code === '' ? null : [code]
}

export function referralsBySource(counting: Counting): Table {
  return countTable({
    id: 'referrals-by-source',
    title: 'Who referred',
    items: counting.referrals,
    categoriesOf: ({ body }: Referral) => oneOrNone(body.source),
    rows: categories(referralSource),
    order: 'most-first',
    of: referralsIn(counting),
    counted: 'referrals with a source',
    missing: 'without a source',
    head: 'Referrals',
    chart: 'bars',
  })
}

export function referralsByReason(counting: Counting): Table {
  return countTable({
    id: 'referrals-by-reason',
    title: 'Reasons for referral',
    items: counting.referrals,
    categoriesOf: ({ body }: Referral) => body.reasons,
    rows: categories(referralReason),
    order: 'most-first',
    of: referralsIn(counting),
    counted: 'referrals with a reason',
    missing: 'without a reason',
    head: 'Referrals',
    chart: 'bars',
  })
}

const statusWords = {
  received: 'Received, nobody spoken to yet',
  'in-contact': 'In contact',
  seen: 'Seen',
  closed: 'Closed',
  declined: 'Declined',
}

export function referralsByStatus(counting: Counting): Table {
  return countTable({
    id: 'referrals-by-status',
    title: 'How far they have come',
    items: counting.referrals,
    categoriesOf: ({ body }: Referral) => oneOrNone(body.status),
    rows: categories(statusWords),
    of: referralsIn(counting),
    counted: 'referrals',
    missing: 'without a state',
    head: 'Referrals',
    chart: 'bars',
  })
}

/** Why people did not want it, or were not taken on, in the words in which it was written down. */
export function declinedReasons(counting: Counting): Table {
  const reasonOf = new Map(counting.cohort.map(({ id, client }) => [id, client.body.declinedReason]))
  const declined = counting.referrals.filter(({ body }) => body.status === 'declined')
  return countTable({
    id: 'declined',
    title: 'Declined, and why',
    items: declined,
    categoriesOf: ({ file, body }: Referral) =>
      oneOrNone((body.statusReason ?? reasonOf.get(file ?? ''))?.trim()),
    rows: [],
    order: 'most-first',
    of: figure('referrals-by-status/declined', 'referrals declined', declined.length),
    counted: 'declined with a reason',
    missing: 'without a reason',
    head: 'Referrals',
  })
}

const within = [7, 14, 28] as const

/** Days from the referral to the first talk, or to the first visit where nobody wrote down a talk before it. */
export function timeToContact(counting: Counting): Table {
  const firstOn = firstContacts(counting)
  const waits = counting.referrals.map(({ file, body }) => waitOf(body.date, firstOn.get(file ?? '') ?? []))
  const days = waits.flatMap((wait) => (wait === null ? [] : [wait]))
  const of = referralsIn(counting)
  return table({
    id: 'time-to-contact',
    title: 'Time to first contact',
    of,
    n: figure('time-to-contact/n', 'referrals after which somebody was spoken with or seen', days.length),
    missing: [
      figure(
        'time-to-contact/missing',
        'not spoken with yet, or not written down',
        waits.length - days.length,
      ),
    ],
    columns: [column('count', 'Referrals', 'count'), column('share', 'Share', 'share', 'count')],
    rows: contactRows(days),
    adds: ['count'],
    notes:
      days.length === 0
        ? []
        : [`The middle (median) was ${decimal(median(days))} days, the mean ${decimal(mean(days))} days.`],
    chart: { is: 'bars', columns: ['count'] },
  })
}

function contactRows(days: readonly number[]) {
  const bands = [...within, Infinity].map((to, i) => ({ from: within[i - 1] ?? -1, to }))
  return bands.map(({ from, to }) => {
    const count = days.filter((each) => each > from && each <= to).length
    const label =
      from < 0
        ? `Within ${to} days`
        : to === Infinity
          ? `After more than ${from} days`
          : `${from + 1} to ${to} days`
    return row(`to-${to === Infinity ? 'later' : to}`, label, count, share(count, days.length))
  })
}

function decimal(number: number | null): string {
  return number === null ? '–' : String(Math.round(number * 10) / 10)
}

/** By file: the days on which somebody was reached or seen, the first one first. */
function firstContacts({ facts }: Counting): Map<string, string[]> {
  const reached = facts.contact
    .filter(({ body }) => isReached(body))
    .map(({ file, body }) => ({ file, day: dayIn(body.at) }))
  const held = facts.visit
    .filter(({ body }) => body.status === 'held')
    .map(({ file, body }) => ({ file, day: dayIn(body.heldAt ?? body.startsAt) }))
  return new Map(
    [...byFile([...reached, ...held])].map(([file, of]) => [file, of.map(({ day }) => day).toSorted()]),
  )
}

function waitOf(referred: string, days: readonly string[]): number | null {
  const first = days.find((day) => day >= referred)
  return first === undefined ? null : daysBetween(referred, first)
}
