import type { Instrument, ScoreRule } from '#domain/measure/instrument.ts'
import type { ScaleProblem } from '#domain/measure/scale.ts'
import { scoreBy } from '#domain/measure/scoring.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type Fault, readRows, type Row } from '../import/table.ts'
import { itemColumns } from './itemColumns.ts'

/** A file of answers with its scores beside them. `without`: the lines on which a score is missing, each with its reason. */
export interface ScoredFile {
  headings: string[]
  rows: string[][]
  without: Fault[]
}

/**
 * Scores a file of comma-separated answers, a line a person. Other columns pass through as they are. A line that cannot be
 * scored has no number and the reason in its last column; a file whose columns are not those of the measure has no line.
 */
export function scoreFile(bytes: Buffer, instrument: Instrument): Result<ScoredFile, Fault[]> {
  const read = readRows(bytes)
  if (!read.ok) return read
  const [first, ...rest] = read.value
  if (!first) return err([{ line: 1, what: 'The file is empty' }])
  const columns = itemColumns(first.cells, instrument)
  const own = instrument.scores.flatMap(columnsOf)
  const taken = first.cells.filter((heading) => [...own, REASON].includes(heading.trim().toLowerCase()))
  if (!columns.ok) return columns
  if (taken.length > 0)
    return err(
      taken.map((heading) => ({ line: 1, what: `“${heading}” is a column that is written here: rename it` })),
    )
  const others = first.cells.flatMap((_, i) => (columns.value.includes(i) ? [] : [i]))
  const lines = rest.map((row) =>
    scoreRow(row, { instrument, columns: columns.value, others, width: first.cells.length }),
  )
  return ok({
    headings: [...others.map((i) => first.cells[i] ?? ''), ...own, REASON],
    rows: lines.map(({ cells }) => cells),
    without: lines.flatMap(({ line, reason }) => (reason === '' ? [] : [{ line, what: reason }])),
  })
}

const REASON = 'reason'

/** `wemwbs`; of a converted score both: `swemwbs_raw`, `swemwbs_metric`. */
export function columnsOf({ measure, conversion }: ScoreRule): string[] {
  return conversion ? [`${measure}_raw`, `${measure}_metric`] : [measure]
}

interface Layout {
  instrument: Instrument
  columns: readonly number[]
  others: readonly number[]
  width: number
}

function scoreRow({ line, cells }: Row, { instrument, columns, others, width }: Layout) {
  const empty = instrument.scores.flatMap(columnsOf).map(() => '')
  if (cells.length !== width) {
    // Which cell belongs to which heading cannot be said, so none is passed on.
    const reason = `line ${line} has ${cells.length} cells, and there are ${width} headings`
    return { line, reason, cells: [...others.map(() => ''), ...empty, reason] }
  }
  const answers = columns.map((column) => readCell(cells[column] ?? ''))
  const scored = instrument.scores.map((rule) => ({ rule, result: scoreBy(instrument, rule, answers) }))
  const problems = scored.flatMap(({ result }) => (result.ok ? [] : result.error.map(problemWords)))
  const reason = [...new Set(problems)].join('; ')
  const scores = scored.flatMap(({ rule, result }) => {
    if (!result.ok) return columnsOf(rule).map(() => '')
    const { raw, score } = result.value
    return rule.conversion ? [String(raw), score.toFixed(2)] : [String(score)]
  })
  return { line, reason, cells: [...others.map((i) => cells[i] ?? ''), ...scores, reason] }
}

/** A number as people type it; an empty cell is missing; anything else stays the text that it is, and is refused as such. */
export function readCell(cell: string): unknown {
  if (cell === '') return undefined
  return /^[+-]?\d{1,9}(\.\d{1,9})?$/.test(cell) ? Number(cell) : cell
}

function problemWords(problem: ScaleProblem): string {
  switch (problem.code) {
    case 'missing':
      return `item ${problem.item} is missing`
    case 'not-a-number':
      return `item ${problem.item}: “${String(problem.value)}” is not a number`
    case 'not-whole':
      return `item ${problem.item}: ${String(problem.value)} is not a whole number`
    case 'out-of-range':
      return `item ${problem.item}: ${String(problem.value)} is not an answer of the scale`
    case 'wrong-count':
      return `${problem.count} answers, and there are ${problem.expected} items`
  }
}
