import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { TableRow, Tables } from '#domain/feed/nest.ts'
import { jsonOf, textOf } from './decode.ts'
import { type FeedLimits, megabytes, UnusableFeed } from './limits.ts'

const PACKAGE = 'datapackage.json'

/** The tables of HSDS by the names that their files go by. */
const tableOf: Readonly<Record<string, string>> = {
  organizations: 'organization',
  services: 'service',
  service_at_locations: 'service_at_location',
  locations: 'location',
  addresses: 'address',
  phones: 'phone',
  contacts: 'contact',
  schedules: 'schedule',
  cost_options: 'cost_option',
  service_areas: 'service_area',
  languages: 'language',
  accessibilities: 'accessibility',
  accessibility_for_disabilities: 'accessibility',
  attributes: 'attribute',
  taxonomy_terms: 'taxonomy_term',
}
const known = new Set(Object.values(tableOf))

const packageSchema = z.object({
  resources: z.array(
    z.object({ name: z.string().optional(), path: z.union([z.string(), z.array(z.string())]) }),
  ),
})

/** Reads the tables of a package: its folder, or the file that describes it. A file that is no table of HSDS is left alone. */
export function readTables(path: string, limits: FeedLimits): Tables {
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  const described = statSync(path).isDirectory() ? join(path, PACKAGE) : path
  const files = existsSync(described) ? filesIn(described, folder, limits) : csvsIn(folder)
  const tables = new Map<string, { file: string; rows: TableRow[] }>()
  const taken = { bytes: 0 }
  for (const { table, file } of files) {
    const name = relative(folder, file)
    const bytes = bytesOf(file, limits.documentBytes, limits, taken)
    tables.set(table, { file: name, rows: rowsOf(textOf(bytes, null, name), name) })
  }
  if (!tables.has('service')) throw new UnusableFeed(`There is no services.csv in ${folder}.`)
  return tables
}

/** All of a file, if it is within bounds. */
export function bytesOf(file: string, most: number, limits: FeedLimits, taken: { bytes: number }): Buffer {
  const { size } = regularFile(file)
  taken.bytes += size
  if (size > most) throw new UnusableFeed(`${file} is larger than ${megabytes(most)}.`)
  if (taken.bytes > limits.feedBytes)
    throw new UnusableFeed(`The package is larger than ${megabytes(limits.feedBytes)} in all.`)
  return readFileSync(file)
}

function regularFile(file: string) {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new UnusableFeed(`There is no file ${file}.`)
  if (!found.isFile()) throw new UnusableFeed(`${file} is no file.`)
  return found
}

interface TableFile {
  table: string
  file: string
}

function filesIn(described: string, folder: string, limits: FeedLimits): TableFile[] {
  const text = textOf(bytesOf(described, limits.serviceBytes, limits, { bytes: 0 }), null, described)
  const read = packageSchema.safeParse(jsonOf(text, described, limits.values))
  if (!read.success)
    throw new UnusableFeed(`${described} describes no package: ${z.prettifyError(read.error)}`)
  return read.data.resources.flatMap(({ name, path }) => {
    const [first, ...more] = [path].flat()
    if (first === undefined || more.length > 0)
      throw new UnusableFeed(`${described}: a table in several files cannot be read.`)
    const file = resolve(folder, first)
    const table = tableNamed(basename(first)) ?? tableNamed(name ?? '')
    if (/^[a-z]+:\/\//i.test(first) || relative(folder, file).startsWith('..')) {
      throw new UnusableFeed(`${described}: “${first.slice(0, 100)}” lies outside of the package.`)
    }
    // A description names every table of the standard; a package need not have each.
    return table === null || !existsSync(file) ? [] : [{ table, file }]
  })
}

function csvsIn(folder: string): TableFile[] {
  return readdirSync(folder).flatMap((name) => {
    const table = /\.csv$/i.test(name) ? tableNamed(name) : null
    return table === null ? [] : [{ table, file: join(folder, name) }]
  })
}

function tableNamed(name: string): string | null {
  const word = name
    .replace(/\.csv$/i, '')
    .toLowerCase()
    .replaceAll('-', '_')
  if (known.has(word)) return word
  return Object.hasOwn(tableOf, word) ? (tableOf[word] ?? null) : null
}

const options = {
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  trim: true,
} as const
const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
)

function rowsOf(text: string, name: string): TableRow[] {
  const [headings, ...rest] = recordsIn(text, name)
  if (!headings) throw new UnusableFeed(`${name} is empty: not even headings.`)
  const columns = headings.record.map((heading) => heading.toLowerCase())
  if (!columns.includes('id')) throw new UnusableFeed(`${name} has no column “id”.`)
  return rest.map(({ record, info }) => ({
    line: info.lines - breaksIn(record),
    cells: cellsBy(columns, record),
  }))
}

function recordsIn(text: string, name: string) {
  try {
    return recordsSchema.parse(parse(text, options))
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const what =
      fault.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is opened and never closed' : fault.message
    throw new UnusableFeed(`${name} is no sound table: ${what}.`)
  }
}

/** A cell may go over several lines; the line of a record is its first. */
function breaksIn(record: readonly string[]): number {
  return record.join('').split('\n').length - 1
}

function cellsBy(columns: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.flatMap((column, i) => (record[i] ? [[column, record[i]] as const] : [])))
}
