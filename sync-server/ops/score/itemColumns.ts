import type { Instrument } from '#domain/measure/instrument.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Fault } from '../import/table.ts'

/** The numbers of a measure's items, as it prints them. */
export function itemNumbers({ items }: Pick<Instrument, 'items'>): number[] {
  return items.map((item, i) => item.number ?? i + 1)
}

/**
 * Where the answer to each item stands, in the order of the items. A column is an item's by its number: `1`, `item1`,
 * `Item 01`, `q1`, `wemwbs_1`. Every item has exactly one; a number that is no item's is a fault, never passed over.
 */
export function itemColumns(
  headings: readonly string[],
  instrument: Pick<Instrument, 'code' | 'name' | 'items'>,
): Result<number[], Fault[]> {
  const numbers = itemNumbers(instrument)
  const found = headings.map((heading) => itemIn(heading, instrument.code))
  const faults = [
    ...found.flatMap((number, i) => headingFault(number, { found, i, headings, numbers, instrument })),
    ...missingFault(numbers.filter((number) => !found.includes(number))),
  ]
  return faults.length > 0
    ? err(faults.map((what) => ({ line: 1, what })))
    : ok(numbers.map((number) => found.indexOf(number)))
}

/** The item's number in a heading; undefined for a column of another kind. */
function itemIn(heading: string, code: string): number | undefined {
  const [, before = '', digits] = /^(\D*?)[\s._-]*0*(\d{1,4})$/.exec(heading.trim().toLowerCase()) ?? []
  const known = ['', 'item', 'items', 'question', 'q', code]
  return digits !== undefined && known.includes(before) ? Number(digits) : undefined
}

function headingFault(
  number: number | undefined,
  at: {
    found: readonly (number | undefined)[]
    i: number
    headings: readonly string[]
    numbers: readonly number[]
    instrument: Pick<Instrument, 'name'>
  },
): string[] {
  const { found, i, headings, numbers, instrument } = at
  if (number === undefined) return []
  const heading = headings[i] ?? ''
  if (!numbers.includes(number)) {
    return [`“${heading}” is no item of ${instrument.name}, which has ${numbers.join(', ')}`]
  }
  const first = found.indexOf(number)
  return first === i ? [] : [`“${headings[first] ?? ''}” and “${heading}” are both item ${number}`]
}

function missingFault(missing: readonly number[]): string[] {
  if (missing.length === 0) return []
  const items = missing.map((number) => `item${number}`).join(', ')
  return [`There is no column for ${items}. Is the first line the headings? --template prints them`]
}
