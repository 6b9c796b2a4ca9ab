import { gapReason, need } from './codeWords.ts'
import { type Counting, dayIn, within } from './counting.ts'
import type { Figure, Table } from './report.ts'
import { categories, column, countTable, figure, row, table } from './table.ts'

/** Gaps say nothing about whose need it was, so of the filter only the time narrows them. */
function gapsIn({ facts, filter }: Counting) {
  return facts.gap.filter(({ body }) => within(body.on, filter))
}

function gapFigure(count: number): Figure {
  return figure('gaps', 'needs that nothing fitted', count)
}

export function gapsByNeed(counting: Counting): Table {
  const gaps = gapsIn(counting)
  return countTable({
    id: 'gaps-by-need',
    title: 'Needs that nothing fitted',
    items: gaps,
    categoriesOf: ({ body }) => [body.need],
    rows: categories(need),
    order: 'most-first',
    of: gapFigure(gaps.length),
    counted: 'needs that nothing fitted',
    missing: 'without an area of life',
    head: 'Times',
    chart: 'bars',
  })
}

/** In the words in which it was wanted: “gardening”. */
export function gapsByWish(counting: Counting): Table {
  const gaps = gapsIn(counting)
  return countTable({
    id: 'gaps-by-wish',
    title: 'What was wanted',
    items: gaps,
    categoriesOf: ({ body }) => (body.wanted?.trim() ? [sentence(body.wanted.trim())] : null),
    rows: [],
    order: 'most-first',
    of: gapFigure(gaps.length),
    counted: 'with a word for it',
    missing: 'without a word for it',
    head: 'Times',
  })
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function gapsByReason(counting: Counting): Table {
  const gaps = gapsIn(counting)
  return countTable({
    id: 'gaps-by-reason',
    title: 'Why nothing fitted',
    items: gaps,
    categoriesOf: ({ body }) => [body.why],
    rows: categories(gapReason),
    order: 'most-first',
    of: gapFigure(gaps.length),
    counted: 'needs that nothing fitted',
    missing: 'without a reason',
    head: 'Times',
    chart: 'bars',
  })
}

/** As the directory stands on the day of the report, whatever its time. */
export function servicesClosed({ facts }: Counting): Table {
  const names = new Map(facts.organisation.map(({ id, body }) => [id, body.name]))
  const closed = facts.service.filter(
    ({ body }) => body.open_to_referrals === false || body.status === 'temporarily closed',
  )
  const waits = facts.service.filter(({ body }) => body.waiting_weeks !== undefined)
  const told = [...new Set([...closed, ...waits])].toSorted((a, b) =>
    a.body.name.localeCompare(b.body.name, 'en'),
  )
  return table({
    id: 'services-closed',
    title: 'Services closed to referrals, and waits that they told',
    of: figure('services', 'services in the directory', facts.service.length),
    n: figure('services-closed/n', 'closed to referrals, or with a wait', told.length),
    leftOut: [
      figure(
        'services-closed/others',
        'open, without a wait that was told',
        facts.service.length - told.length,
      ),
    ],
    columns: [column('closed', 'Closed now', 'count'), column('weeks', 'Wait in weeks', 'mean')],
    rows: told.map(({ id, body }) => {
      const of = names.get(body.organization_id)
      const name = of === undefined ? body.name : `${body.name}, ${of}`
      return row(id, name, closed.some((each) => each.id === id) ? 1 : 0, body.waiting_weeks ?? null)
    }),
    aboutPeople: false,
    notes: ['As the directory has it on the day of this report. A 1 under “Closed now” means closed.'],
  })
}

/** A volunteer's sessions: whoever came is counted, and nobody is known. */
export function dropIns({ facts, filter }: Counting): Table {
  const contacts = facts.dropInContact.filter(({ body }) => within(dayIn(body.at), filter))
  const sessions = facts.dropIn.filter(({ body }) => within(body.day, filter))
  const n = figure('drop-in-people', 'people who came', contacts.length)
  return table({
    id: 'drop-ins',
    title: 'Drop-ins',
    of: n,
    n,
    columns: [column('count', 'Number', 'count')],
    rows: [
      row('sessions', 'Sessions', sessions.length),
      row('people', 'People who came', contacts.length),
      row('given', 'Services that they were told about', sum(contacts.map(({ body }) => body.given.length))),
      row(
        'passed-on',
        'Passed on to a co-ordinator',
        contacts.filter(({ body }) => body.referral !== undefined).length,
      ),
    ],
  })
}

export function dropInNeeds({ facts, filter }: Counting): Table {
  const contacts = facts.dropInContact.filter(({ body }) => within(dayIn(body.at), filter))
  return countTable({
    id: 'drop-in-needs',
    title: 'What people came to drop-ins for',
    items: contacts,
    categoriesOf: ({ body }) => body.needs,
    rows: categories(need),
    order: 'most-first',
    of: figure('drop-in-people', 'people who came', contacts.length),
    counted: 'people who said what for',
    missing: 'who did not say',
    head: 'People',
    chart: 'bars',
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
