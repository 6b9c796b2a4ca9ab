import { z } from 'zod'

/**
 * A cell of a table. A number as the column says; `hidden` where publishing it could point at somebody; null where there
 * is nothing to say: no wait is known, a mean of nobody.
 */
export const HIDDEN = 'hidden'
const cellSchema = z.union([z.number(), z.literal(HIDDEN), z.null()])
export type Cell = z.infer<typeof cellSchema>

/** What the numbers of a column are. `share`: of one, so 0.47 is 47%. `money`: in pounds. */
const unitSchema = z.enum(['count', 'share', 'mean', 'days', 'points', 'money', 'change'])
export type Unit = z.infer<typeof unitSchema>

/**
 * `with`: the column from which it is worked out, and with which it is hidden; `single`: it tells of one person, or too
 * finely, so it is never published.
 */
const columnSchema = z.object({
  id: z.string(),
  label: z.string(),
  is: unitSchema,
  with: z.string().optional(),
  single: z.boolean().optional(),
})
export type Column = z.infer<typeof columnSchema>

/** `single`: it tells of one person (the oldest, the most for anybody), so it is never published. */
const rowSchema = z.object({
  id: z.string(),
  label: z.string(),
  cells: z.array(cellSchema),
  single: z.boolean().optional(),
})
export type Row = z.infer<typeof rowSchema>

/** A number beside a table, and what it counts: "49 people with both scores". The same `key` is the same quantity. */
const figureSchema = z.object({
  key: z.string(),
  label: z.string(),
  count: z.union([z.number(), z.literal(HIDDEN)]),
})
export type Figure = z.infer<typeof figureSchema>

const chartSchema = z.union([
  z.object({ is: z.literal('bars'), columns: z.array(z.string()) }),
  z.object({ is: z.literal('line'), columns: z.array(z.string()) }),
  z.object({ is: z.literal('pairs'), pairs: z.array(z.tuple([z.number(), z.number()])), unit: z.string() }),
])
export type Chart = z.infer<typeof chartSchema>

/**
 * One table, with all that is needed to know what it rests on: `of` = `n` + `leftOut` + `missing`, always.
 *
 * - `of`: the denominator; `n`: who or what is counted here
 * - `leftOut`: left out on purpose, each with why; `missing`: not known, each with what
 * - `adds`: columns whose rows add up to the total, or to `n` where there is none
 * - `mostFirst`: the rows stand in the order of their counts
 * - `aboutPeople`: false for what nobody could be known by, which is published as it is
 * - `withheld`: nothing can be published of it
 */
const tableSchema = z.object({
  id: z.string(),
  title: z.string(),
  of: figureSchema,
  n: figureSchema,
  leftOut: z.array(figureSchema),
  missing: z.array(figureSchema),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  total: z.array(cellSchema).nullable(),
  adds: z.array(z.string()),
  notes: z.array(z.string()),
  chart: chartSchema.nullable(),
  mostFirst: z.boolean(),
  aboutPeople: z.boolean(),
  withheld: z.boolean(),
})
export type Table = z.infer<typeof tableSchema>

/** The name of the quantity in a cell: that of its row for the first column, and a part of it for the others. */
export function keyOf(
  table: string,
  row: string,
  column: number,
  columns: readonly Pick<Column, 'id'>[],
): string {
  return column === 0 ? `${table}/${row}` : `${table}/${row}/${columns[column]?.id ?? column}`
}

/** `about`: what it was narrowed to, as labels and words. `made`: the day; `suppressed`: fit to be published. */
export const reportSchema = z.object({
  name: z.string(),
  title: z.string(),
  about: z.array(z.object({ label: z.string(), value: z.string() })),
  made: z.string(),
  suppressed: z.boolean(),
  notes: z.array(z.string()),
  tables: z.array(tableSchema),
})
export type Report = z.infer<typeof reportSchema>
