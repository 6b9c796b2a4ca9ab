import { type Cell, HIDDEN, type Report, type Table, type Unit } from './report.ts'
import { restsOn } from './wording.ts'

/**
 * A report for a spreadsheet (RFC 4180): what it was narrowed to, then each table under its title with what it rests on.
 * Numbers are plain, shares in per cent.
 */
export function reportCsv(report: Report): string {
  const head = [
    [report.title],
    ...report.about.map(({ label, value }) => [label, value]),
    ['Made on', report.made],
    ...report.notes.map((note) => [note]),
  ]
  return [...head, ...report.tables.flatMap((table) => [[], ...tableLines(table)])]
    .map((line) => line.map(csvCell).join(','))
    .join('\r\n')
    .concat('\r\n')
}

function tableLines(table: Table): (string | number)[][] {
  const { title, columns, rows, total, notes, withheld } = table
  const rests = restsOn(table).map((sentence) => [sentence])
  if (withheld) return [[title], ...rests]
  const cells = (of: readonly Cell[]) => of.map((cell, i) => plain(cell, columns[i]?.is ?? 'count'))
  return [
    [title],
    ...rests,
    [
      '',
      ...columns.map(({ label, is }) =>
        is === 'share' ? `${label} (%)` : is === 'money' ? `${label} (£)` : label,
      ),
    ],
    ...rows.map(({ label, cells: own }) => [label, ...cells(own)]),
    ...(total === null ? [] : [['Total', ...cells(total)]]),
    ...notes.map((note) => [note]),
  ]
}

function plain(cell: Cell, unit: Unit): string | number {
  if (cell === HIDDEN) return 'not shown'
  if (cell === null) return ''
  const number = unit === 'share' ? cell * 100 : cell
  return Math.round(number * 10_000) / 10_000
}

/** A text that a spreadsheet would take for a formula is kept from being one. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
