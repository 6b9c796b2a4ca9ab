import {
  type Cell,
  type Column,
  type Figure,
  HIDDEN,
  keyOf,
  type Report,
  type Row,
  type Table,
} from './report.ts'
import { allHidden, type Sum } from './secondary.ts'

/** A count of fewer people than this could point at somebody who is known to be among them. */
const SMALLEST_SHOWN = 5

/**
 * The report as it can be published: no count of one to four, and none that could be worked out from what is left.
 *
 * - with a count in a row its whole row is hidden, and what was worked out from it
 * - where one hidden number could be told from a total, the next smallest is hidden with it
 * - where rows stand by their size, hidden ones come last, by their names: their place would tell which is the larger
 * - a table of fewer than five, or in which nothing more could be hidden, is withheld
 * - what tells of one person (the oldest, the longest wait, each pair of scores) is left out
 */
export function suppress(report: Report): Report {
  const people = report.tables.filter(({ aboutPeople }) => aboutPeople)
  const values = new Map(people.flatMap((table) => quantitiesOf(table)))
  const withheld = new Set(people.filter(({ n }) => isSmall(n.count) || n.count === 0).map(({ id }) => id))
  let hidden = hiddenIn(people, values, withheld)
  for (let stuck = hidden.stuck; stuck.size > 0; stuck = hidden.stuck) {
    for (const table of stuck) withheld.add(table)
    hidden = hiddenIn(people, values, withheld)
  }
  const tables = report.tables.map((table) =>
    table.aboutPeople ? shown(table, hidden.keys, withheld) : table,
  )
  return { ...report, suppressed: true, tables, notes: [...report.notes, NOTE] }
}

const NOTE = `Counts of fewer than ${SMALLEST_SHOWN} people are not shown, nor others from which they could be worked out.`

function isSmall(count: unknown): boolean {
  return typeof count === 'number' && count > 0 && count < SMALLEST_SHOWN
}

function hiddenIn(
  tables: readonly Table[],
  values: ReadonlyMap<string, number>,
  withheld: ReadonlySet<string>,
) {
  const open = tables.filter(({ id }) => !withheld.has(id))
  return allHidden({
    values,
    sums: open.flatMap((table) => sumsOf(table)),
    together: open.flatMap((table) => table.rows.map((row) => cellsOf(table, row).map(([key]) => key))),
    isSmall,
  })
}

/** Every count of a table by the key of its quantity. */
function quantitiesOf(table: Table): [string, number][] {
  const figures = [table.of, table.n, ...table.leftOut, ...table.missing]
  const totals = totalsOf(table).map(([key, cell]) => [key, cell] as const)
  const cells = table.rows.flatMap((row) => cellsOf(table, row))
  const counted = [...figures.map(({ key, count }) => [key, count] as const), ...totals, ...cells]
  return counted.flatMap(([key, count]): [string, number][] =>
    typeof count === 'number' ? [[key, count]] : [],
  )
}

function cellsOf({ id, columns }: Table, { id: row, cells }: Row): [string, Row['cells'][number]][] {
  return columns.flatMap(({ is }, i) =>
    is === 'count' ? [[keyOf(id, row, i, columns), cells[i] ?? null]] : [],
  )
}

function totalsOf({ id, columns, total, n }: Table): [string, Row['cells'][number]][] {
  if (total === null) return []
  return columns.flatMap((column, i) =>
    isCounted(column) ? [[i === 0 ? n.key : keyOf(id, 'total', i, columns), total[i] ?? null]] : [],
  )
}

function isCounted({ is, single }: Column): boolean {
  return is === 'count' && single !== true
}

/** What adds up in a table: its denominator, and the columns whose rows make a total. */
function sumsOf(table: Table): Sum[] {
  const { id, of, n, leftOut, missing, columns, rows, adds } = table
  const whole = (i: number) => (i === 0 ? n.key : keyOf(id, 'total', i, columns))
  const parts = [...leftOut, ...missing, n].map(({ key }) => key)
  const denominator = n.key === of.key ? [] : [{ table: id, parts, whole: of.key }]
  return [
    ...denominator,
    ...columns.flatMap((column, i) =>
      adds.includes(column.id)
        ? [{ table: id, parts: rows.map((row) => keyOf(id, row.id, i, columns)), whole: whole(i) }]
        : [],
    ),
  ]
}

function shown(table: Table, hidden: ReadonlySet<string>, withheld: ReadonlySet<string>): Table {
  const of = figureShown(table.of, hidden)
  if (withheld.has(table.id)) {
    const nothing = { rows: [], total: null, leftOut: [], missing: [], chart: null, notes: [] }
    return { ...table, ...nothing, of, n: { ...table.n, count: HIDDEN }, withheld: true }
  }
  const n = figureShown(table.n, hidden)
  const gone = table.columns.map((column) => isWithoutN(column, n))
  const rows = table.rows.map((row) => rowShown(table, row, hidden, gone))
  const isHidden = (row: Row) => table.mostFirst && row.cells.every((cell) => cell === HIDDEN)
  const last = rows.filter(isHidden).toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
  return withoutSingle({
    ...table,
    of,
    n,
    leftOut: table.leftOut.map((each) => figureShown(each, hidden)),
    missing: table.missing.map((each) => figureShown(each, hidden)),
    rows: [...rows.filter((row) => !isHidden(row)), ...last],
    total: totalShown(table, hidden, gone),
    chart: table.chart?.is === 'pairs' ? null : table.chart,
  })
}

function withoutSingle(table: Table): Table {
  const kept = table.columns.flatMap(({ single }, i) => (single === true ? [] : [i]))
  const cellsAt = (cells: readonly Cell[]) => kept.map((i) => cells[i] ?? null)
  return {
    ...table,
    columns: table.columns.filter((_, i) => kept.includes(i)),
    rows: table.rows
      .filter(({ single }) => single !== true)
      .map((row) => ({ ...row, cells: cellsAt(row.cells) })),
    total: table.total === null ? null : cellsAt(table.total),
  }
}

/** A share or mean beside a count would tell of how many it is one. */
function isWithoutN({ is }: Column, n: Figure): boolean {
  return n.count === HIDDEN && (is === 'share' || is === 'mean')
}

function rowShown(table: Table, row: Row, hidden: ReadonlySet<string>, gone: readonly boolean[]): Row {
  const all = cellsOf(table, row).some(([key]) => hidden.has(key))
  return { ...row, cells: row.cells.map((cell, i) => (all || gone[i] === true ? HIDDEN : cell)) }
}

function totalShown(table: Table, hidden: ReadonlySet<string>, gone: readonly boolean[]): Table['total'] {
  const keyAt = (i: number) => (i === 0 ? table.n.key : keyOf(table.id, 'total', i, table.columns))
  return table.total?.map((cell, i) => (gone[i] === true || hidden.has(keyAt(i)) ? HIDDEN : cell)) ?? null
}

function figureShown(figure: Figure, hidden: ReadonlySet<string>): Figure {
  return hidden.has(figure.key) ? { ...figure, count: HIDDEN } : figure
}
