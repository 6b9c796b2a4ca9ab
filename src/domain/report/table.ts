import type { Cell, Chart, Column, Figure, Row, Table } from './report.ts'

/** A quantity: the same `key` says the same thing wherever it stands, which suppression goes by. */
export function figure(key: string, label: string, count: number): Figure {
  return { key, label, count }
}

type Parts = Pick<Table, 'id' | 'title' | 'of' | 'n' | 'columns' | 'rows'> & Partial<Table>

/** A table in which `of` = `n` + what was left out + what is missing, or it is a mistake of ours. */
export function table(parts: Parts): Table {
  const made: Table = {
    leftOut: [],
    missing: [],
    total: null,
    adds: [],
    notes: [],
    chart: null,
    mostFirst: false,
    aboutPeople: true,
    withheld: false,
    ...parts,
  }
  const sum = [made.n, ...made.leftOut, ...made.missing].reduce((all, { count }) => all + Number(count), 0)
  if (sum !== made.of.count) throw new Error(`Table ${made.id}: ${sum} are accounted for of ${made.of.count}`)
  return { ...made, leftOut: present(made.leftOut), missing: present(made.missing) }
}

function present(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ count }) => count !== 0)
}

export interface Category {
  id: string
  label: string
}

interface Counting<Item> {
  id: string
  title: string
  items: readonly Item[]
  /** Under which rows an item is counted; null where it is not known. */
  categoriesOf: (item: Item) => readonly string[] | null
  /** The rows in their order; a code that is not among them gets a row of its own, named as it is. */
  rows: readonly Category[]
  /** Whether a row that nobody fell into is shown. */
  empty?: boolean
  order?: 'as-given' | 'most-first'
  of: Figure
  /** What is counted: "referrals with a practice". */
  counted: string
  missing: string
  head: string
  chart?: Chart['is']
  notes?: string[]
  /** What the share of all would be called, of those as well who are missing. */
  ofAll?: string
}

/** Counts items by category. Where an item can fall under several rows, the rows do not add up, and the table says so. */
export function countTable<Item>(asked: Counting<Item>): Table {
  const { id, items, categoriesOf, of } = asked
  const counts = new Map<string, number>()
  let [known, several] = [0, false]
  for (const item of items) {
    const under = categoriesOf(item)
    if (under === null || under.length === 0) continue
    known += 1
    several ||= under.length > 1
    for (const category of new Set(under)) counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  const missing = items.length - known
  return table({
    id,
    title: asked.title,
    of,
    n: missing === 0 ? { ...of, label: asked.counted } : figure(`${id}/n`, asked.counted, known),
    missing: [figure(`${id}/missing`, asked.missing, missing)],
    columns: [
      { id: 'count', label: asked.head, is: 'count' },
      { id: 'share', label: 'Share', is: 'share', with: 'count' },
      ...(asked.ofAll === undefined ? [] : [column('of-all', asked.ofAll, 'share', 'count')]),
    ],
    rows: rowsOf(asked, counts).map(({ id: row, label }) => {
      const count = counts.get(row) ?? 0
      const ofAll = asked.ofAll === undefined ? [] : [share(count, items.length)]
      return { id: row, label, cells: [count, share(count, known), ...ofAll] }
    }),
    adds: several ? [] : ['count'],
    mostFirst: asked.order === 'most-first',
    notes: [
      ...(several ? ['Several can be true of one, so the rows add up to more than the number counted.'] : []),
      ...(asked.notes ?? []),
    ],
    chart:
      asked.chart === undefined || asked.chart === 'pairs' ? null : { is: asked.chart, columns: ['count'] },
  })
}

function rowsOf<Item>(
  { rows, empty = false, order = 'as-given' }: Counting<Item>,
  counts: ReadonlyMap<string, number>,
): Category[] {
  const named = new Set(rows.map(({ id }) => id))
  const others = [...counts.keys()]
    .filter((code) => !named.has(code))
    .map((code) => ({ id: code, label: code }))
  const all = [...rows, ...others].filter(({ id }) => empty || counts.has(id))
  if (order === 'as-given') return all
  return all.toSorted(
    (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || a.label.localeCompare(b.label, 'en'),
  )
}

export function share(part: number, whole: number): Cell {
  return whole === 0 ? null : part / whole
}

/** Codes with their words, in the order in which they are offered. */
export function categories(words: Readonly<Record<string, string>>): Category[] {
  return Object.entries(words).map(([id, label]) => ({ id, label }))
}

/** A row of numbers that stand for themselves. */
export function row(id: string, label: string, ...cells: Cell[]): Row {
  return { id, label, cells }
}

export function column(id: string, label: string, is: Column['is'], fromColumn?: string): Column {
  return { id, label, is, ...(fromColumn === undefined ? {} : { with: fromColumn }) }
}

/** A column or row that tells of one person. */
export function single<Part extends Column | Row>(part: Part): Part {
  return { ...part, single: true }
}
