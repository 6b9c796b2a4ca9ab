import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'

/** A line of a file: its number, as an editor counts, and its cells by the headings; empty cells are left out. */
export interface Line {
  number: number
  cells: Record<string, string>
}

/** What is wrong, and where. `line` 1 holds the headings. */
export interface Fault {
  line: number
  what: string
}

/** What could be read, and the lines that could not. */
interface Table {
  lines: Line[]
  faults: Fault[]
}

/**
 * Reads a file of comma-separated values with headings (RFC 4180; UTF-8, with or without a byte order mark). A heading is
 * known whatever its case. A line that has not as many cells as there are headings is a fault of that line alone.
 */
export function readTable(bytes: Buffer, headings: readonly string[]): Result<Table, Fault[]> {
  const rows = readRows(bytes)
  if (!rows.ok) return rows
  const [first, ...rest] = rows.value
  if (!first) return err([{ line: 1, what: 'The file is empty' }])
  const found = first.cells.map((cell) => cell.trim().toLowerCase())
  const faults = headingFaults(found, headings)
  if (faults.length > 0) return err(faults)
  return ok({
    lines: rest
      .filter(({ cells }) => cells.length === found.length)
      .map(({ line, cells }) => ({ number: line, cells: cellsBy(found, cells) })),
    faults: rest.flatMap((row) => widthFault(row, found.length)),
  })
}

export interface Row {
  line: number
  cells: string[]
}

const options = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  trim: true,
} as const

const rowsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number().int() }) }),
)

/** The cells of each line, as they stand. */
export function readRows(bytes: Buffer): Result<Row[], Fault[]> {
  const text = textOf(bytes)
  if (text === null) return err([{ line: 1, what: 'The file is not in UTF-8: save it again as “CSV UTF-8”' }])
  try {
    const found = rowsSchema.parse(parse(text, options))
    return ok(found.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record })))
  } catch (fault) {
    if (fault instanceof CsvError) return err([{ line: Number(fault['lines'] ?? 1), what: wordsOf(fault) }])
    throw fault
  }
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A cell may go over several lines; the line of a record is its first. */
function breaksIn(cells: string[]): number {
  return cells.join('').split('\n').length - 1
}

function wordsOf({ code, message }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED' ? 'A quotation mark is opened and never closed' : message
}

function headingFaults(found: readonly string[], known: readonly string[]): Fault[] {
  const unknown = found.filter((heading) => !known.includes(heading))
  const twice = found.filter((heading, i) => found.indexOf(heading) !== i)
  return [
    ...unknown.map((heading) => ({
      line: 1,
      what: `“${heading}” is no column that can be imported; --template prints those that can`,
    })),
    ...twice.map((heading) => ({ line: 1, what: `“${heading}” is there twice` })),
  ]
}

function widthFault({ line, cells }: Row, width: number): Fault[] {
  if (cells.length === width) return []
  return [{ line, what: `has ${cells.length} cells, and there are ${width} headings` }]
}

function cellsBy(headings: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    headings.flatMap((heading, i) => (cells[i] ? [[heading, cells[i]] as const] : [])),
  )
}
