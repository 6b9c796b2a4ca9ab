import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { type Json, jsonSchema } from '#domain/json.ts'

// A backup is gzipped text, one JSON value in a line: the head, every row as [table, values], the foot.

const FORMAT = 1

/**
 * - `orders`: how far each service had come
 * - `secret`: a fingerprint of the server's secret, which is not in the backup; null where there was none yet
 * - `migrations`: the steps of the schema that the database had taken
 */
const headSchema = z.object({
  doorstep: z.literal('backup'),
  format: z.number().int(),
  at: z.string(),
  services: z.array(z.object({ tenant: z.string(), name: z.string().nullable() })),
  orders: z.array(z.object({ tenant: z.string(), epoch: z.string(), seq: z.number().int() })),
  secret: z.string().nullable(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Head = z.infer<typeof headSchema>
export type NewHead = Omit<Head, 'doorstep' | 'format'>

const rowSchema = z.tuple([z.number().int().nonnegative(), z.array(jsonSchema)])

/** `sha256` covers every line before it. */
const footSchema = z.object({ rows: z.record(z.string(), z.number().int()), sha256: z.string() })

/** The file is not a backup that can be used: a sentence for whoever named it. */
export class UnusableBackup extends Error {}

/** Values in the order of the table's columns. */
export interface Row {
  table: string
  values: Json[]
}

/**
 * Writes a backup. It has its name only once it is whole and on the disk; whatever fails before leaves nothing behind,
 * and a backup of the same name as it was. Answers how many rows of each table are in it.
 *
 * It holds people's lives in the clear: its owner alone may read it.
 */
export async function writeBackup(
  file: string,
  head: NewHead,
  rows: AsyncIterable<Row[]>,
): Promise<Map<string, number>> {
  const partial = `${file}.partial`
  const counts = new Map(head.tables.map(({ name }) => [name, 0]))
  try {
    await rm(partial, { force: true })
    const to = createWriteStream(partial, { mode: 0o600, flags: 'wx', flush: true })
    await pipeline(Readable.from(textOf(head, rows, counts)), createGzip({ level: 6 }), to)
    await rename(partial, file)
    await syncFolder(dirname(file))
    return counts
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function* textOf(
  head: NewHead,
  rows: AsyncIterable<Row[]>,
  counts: Map<string, number>,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const places = new Map(head.tables.map(({ name }, i) => [name, i]))
  yield note(hash, [{ doorstep: 'backup', format: FORMAT, ...head }])
  for await (const portion of rows) {
    for (const { table } of portion) counts.set(table, (counts.get(table) ?? 0) + 1)
    if (portion.length > 0)
      yield note(
        hash,
        portion.map(({ table, values }) => [places.get(table) ?? -1, values]),
      )
  }
  yield `${JSON.stringify({ rows: Object.fromEntries(counts), sha256: hash.digest('hex') })}\n`
}

function note(hash: Hash, lines: unknown[]): string {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  hash.update(text)
  return text
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A backup being read. `rows` must be read to its end: only there it is known that all of it is right. */
export interface Reading {
  head: Head
  rows: AsyncGenerator<Row>
}

/** Opens a backup. @throws UnusableBackup here, or while its rows are read */
export async function readBackup(file: string): Promise<Reading> {
  const hash = createHash('sha256')
  const lines = linesOf(file)
  const first = await lines.next()
  const head = readHead(file, first.done ? '' : first.value)
  hash.update(`${first.value}\n`)
  return { head, rows: rowsOf(file, head, lines, hash) }
}

/** Reads all of it. @throws UnusableBackup unless it is whole and unaltered */
export async function checkBackup(file: string): Promise<{ head: Head; rows: Map<string, number> }> {
  const { head, rows } = await readBackup(file)
  const counts = new Map(head.tables.map(({ name }) => [name, 0]))
  for await (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1)
  return { head, rows: counts }
}

function readHead(file: string, line: string): Head {
  const parsed = headSchema.safeParse(parse(line))
  if (!parsed.success) throw new UnusableBackup(`${file} is not a backup of Doorstep.`)
  if (parsed.data.format > FORMAT)
    throw new UnusableBackup(`${file} was written by a newer Doorstep: its format is ${parsed.data.format}.`)
  return parsed.data
}

async function* rowsOf(
  file: string,
  { tables }: Head,
  lines: AsyncGenerator<string>,
  hash: Hash,
): AsyncGenerator<Row> {
  const counts = new Map(tables.map(({ name }) => [name, 0]))
  for await (const line of lines) {
    const value = parse(line)
    const foot = footSchema.safeParse(value)
    if (foot.success) {
      checkFoot(file, foot.data, counts, hash.digest('hex'))
      if (!(await lines.next()).done) throw new UnusableBackup(`${file} goes on after its end.`)
      return
    }
    hash.update(`${line}\n`)
    const row = rowSchema.safeParse(value)
    const table = row.success ? tables[row.data[0]] : undefined
    if (!row.success || !table || row.data[1].length !== table.columns.length)
      throw new UnusableBackup(`${file} was altered or damaged: a line of it is no row.`)
    counts.set(table.name, (counts.get(table.name) ?? 0) + 1)
    yield { table: table.name, values: row.data[1] }
  }
  throw new UnusableBackup(`${file} is cut off: its end is missing.`)
}

function checkFoot(
  file: string,
  foot: z.infer<typeof footSchema>,
  counts: Map<string, number>,
  sha256: string,
): void {
  const complete = [...counts].every(([table, count]) => foot.rows[table] === count)
  if (complete && foot.sha256 === sha256) return
  throw new UnusableBackup(`${file} was altered or damaged: it is not what was written.`)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Lines end with a line feed and nothing else: other ends of lines may well be inside of a note. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createReadStream(file).on('error', (error) => unzipped.destroy(error))
  const unzipped = createGunzip()
  text.pipe(unzipped).setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of unzipped) {
      const lines = `${rest}${String(chunk)}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw asUnusable(file, error)
  } finally {
    text.destroy()
    unzipped.destroy()
  }
  if (rest !== '') throw new UnusableBackup(`${file} is cut off: its end is missing.`)
}

function asUnusable(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'ENOENT':
      return new UnusableBackup(`There is no file ${file}.`)
    case 'Z_BUF_ERROR':
      return new UnusableBackup(`${file} is cut off: its end is missing.`)
    case 'Z_DATA_ERROR':
      return new UnusableBackup(`${file} is not a backup of Doorstep, or was damaged.`)
    default:
      return error
  }
}
