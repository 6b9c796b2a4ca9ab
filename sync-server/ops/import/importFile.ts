import { err, ok, type Result } from '#domain/result.ts'
import type { Ground } from '../../accounts/ground.ts'
import type { Importing, Making } from './importing.ts'
import { type Known, loadKnown } from './known.ts'
import { type Fault, type Line, readTable } from './table.ts'
import { writeEdits } from './writeEdits.ts'

/** How an import ended. `doubts`: what is odd, and was kept as it is; `repeated`: lines that were imported before. */
export interface Imported {
  written: number
  repeated: number
  doubts: Fault[]
}

export interface Told {
  tenant: string
  /** The manager on whose behalf. */
  by: string
  bytes: Buffer
  dryRun: boolean
}

/**
 * Imports a file wholly or not at all: with one line rejected nothing is written, and every rejected line is named. A
 * reference that is here already is passed over, so the same file can be sent again.
 */
export async function importFile<Row extends { reference: string }>(
  ground: Ground,
  importing: Importing<Row>,
  { tenant, by, bytes, dryRun }: Told,
): Promise<Result<Imported, Fault[]>> {
  const { database, now, newId } = ground
  return database.transaction().execute(async (tx) => {
    const known = await loadKnown(tx, tenant)
    const read = readLines(importing, known, bytes)
    if (!read.ok) return read
    const making: Making = { known, newId, by, today: now().toISOString().slice(0, 10) }
    const fresh = read.value.filter(({ row }) => !known.references[importing.kind].has(row.reference))
    const doubts = fresh.flatMap(({ line, row }) =>
      importing.doubtsOf(row, making.today).map((what) => ({ line, what })),
    )
    if (!dryRun)
      await writeEdits(
        tx,
        ground,
        { tenant, by },
        fresh.map(({ row }) => importing.edit(row, making)),
      )
    return ok({ written: fresh.length, repeated: read.value.length - fresh.length, doubts })
  })
}

interface Read<Row> {
  line: number
  row: Row
}

function readLines<Row extends { reference: string }>(
  importing: Importing<Row>,
  known: Known,
  bytes: Buffer,
): Result<Read<Row>[], Fault[]> {
  const schema = importing.schemaOf(known)
  const table = readTable(bytes, Object.keys(schema.shape))
  if (!table.ok) return table
  const lines = table.value.lines.map((line) => readLine(importing, schema, known, line))
  const faults = [
    ...table.value.faults,
    ...lines.flatMap((line) => (line.ok ? [] : line.error)),
    ...repetitions(table.value.lines),
  ].toSorted((a, b) => a.line - b.line)
  return faults.length > 0 ? err(faults) : ok(lines.flatMap((line) => (line.ok ? [line.value] : [])))
}

function readLine<Row extends { reference: string }>(
  importing: Importing<Row>,
  schema: ReturnType<Importing<Row>['schemaOf']>,
  known: Known,
  { number, cells }: Line,
): Result<Read<Row>, Fault[]> {
  const parsed = schema.safeParse(cells)
  const faults = parsed.success
    ? importing.faultsOf(parsed.data, known)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  if (faults.length > 0) return err(faults.map((what) => ({ line: number, what })))
  return parsed.success ? ok({ line: number, row: parsed.data }) : err([])
}

/** The same reference on two lines of one file: which of them is meant, only a person knows. */
function repetitions(lines: readonly Line[]): Fault[] {
  const first = new Map<string, number>()
  return lines.flatMap(({ number, cells }) => {
    const reference = cells['reference']
    if (reference === undefined) return []
    const before = first.get(reference)
    if (before === undefined) first.set(reference, number)
    return before === undefined
      ? []
      : [{ line: number, what: `reference: “${reference}” is on line ${before} too` }]
  })
}
