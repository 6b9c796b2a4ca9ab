/** Parts that add up to a whole, by the keys of quantities. What has no value is nothing. `table`: where it stands. */
export interface Sum {
  table: string
  parts: readonly string[]
  whole: string
}

/** `together`: quantities that are hidden as soon as one of them is; `isSmall`: which may not be shown. */
interface Publishing {
  values: ReadonlyMap<string, number>
  sums: readonly Sum[]
  together: readonly (readonly string[])[]
  isSmall: (value: number) => boolean
}

/**
 * Everything that has to be hidden, so that nobody can work out a small count: neither from one sum nor from several
 * together. `stuck`: tables in which there was nothing left to hide with it.
 *
 * Whoever tries knows the rule, and that no count is below zero, and that a row which is listed counts one at least. So two
 * hidden parts are not enough where the rest is two: both are one.
 */
export function allHidden(publishing: Publishing): { keys: ReadonlySet<string>; stuck: ReadonlySet<string> } {
  const { values, isSmall } = publishing
  const keys = new Set([...values].flatMap(([key, value]) => (isSmall(value) ? [key] : [])))
  const stuck = new Set<string>()
  for (;;) {
    hideTogether(keys, publishing)
    const told = firstTold(keys, publishing, stuck)
    if (told === null) return { keys, stuck }
    const next = told.sums.map((sum) => nextToHide(sum, keys, values)).find((key) => key !== null)
    if (next) keys.add(next)
    else for (const { table } of told.sums) stuck.add(table)
  }
}

function hideTogether(keys: Set<string>, { together }: Publishing): void {
  for (const group of together) if (group.some((key) => keys.has(key))) for (const key of group) keys.add(key)
}

/** The first sums from which somebody could tell a hidden count; null where there are none. */
function firstTold(
  keys: ReadonlySet<string>,
  publishing: Publishing,
  stuck: ReadonlySet<string>,
): { sums: Sum[] } | null {
  const { values, isSmall } = publishing
  const sums = publishing.sums.filter(({ table }) => !stuck.has(table))
  const alone = sums.find((sum) => isTold(sum, keys, values))
  if (alone) return { sums: [alone] }
  const known = [...narrowed(sums, keys, values), ...determined(sums, keys)]
  const key = known.find((each) => isSmall(values.get(each) ?? 0))
  return key === undefined ? null : { sums: linkedTo(key, sums, keys) }
}

/** The sums that a hidden quantity is part of, then those that share a hidden quantity with these, and so on. */
function linkedTo(key: string, sums: readonly Sum[], keys: ReadonlySet<string>): Sum[] {
  const reached = new Set([key])
  const linked: Sum[] = []
  for (let more = true; more;) {
    const next = sums.filter(
      (sum) => !linked.includes(sum) && partsAndWhole(sum).some((each) => reached.has(each)),
    )
    linked.push(...next)
    for (const each of next.flatMap(partsAndWhole)) if (keys.has(each)) reached.add(each)
    more = next.length > 0
  }
  return linked
}

function partsAndWhole({ parts, whole }: Sum): string[] {
  return [...parts, whole]
}

/** One hidden number in a sum is the difference. */
function isTold(sum: Sum, keys: ReadonlySet<string>, values: ReadonlyMap<string, number>): boolean {
  const hidden = partsAndWhole(sum).filter((key) => keys.has(key) && (values.get(key) ?? 0) > 0)
  return hidden.length === 1
}

interface Range {
  low: number
  high: number
}

/**
 * Which hidden quantities have one value left, when nothing that is listed counts less than one: each sum leaves a part
 * no more than the whole without the least of the others, and no less than it without the most of them.
 */
function narrowed(
  sums: readonly Sum[],
  keys: ReadonlySet<string>,
  values: ReadonlyMap<string, number>,
): string[] {
  const ranges = new Map<string, Range>()
  const rangeOf = (key: string): Range => {
    const value = values.get(key) ?? 0
    if (!keys.has(key)) return { low: value, high: value }
    return ranges.get(key) ?? { low: Math.min(1, value), high: Infinity }
  }
  const narrow = (key: string, { low, high }: Range): boolean => {
    const before = rangeOf(key)
    const after = { low: Math.max(before.low, low), high: Math.min(before.high, high) }
    if (!keys.has(key) || (after.low === before.low && after.high === before.high)) return false
    ranges.set(key, after)
    return true
  }
  while (sums.map((sum) => narrowBy(sum, rangeOf, narrow)).some(Boolean));
  return [...ranges].flatMap(([key, { low, high }]) => (low === high ? [key] : []))
}

function narrowBy(
  { parts, whole }: Sum,
  rangeOf: (key: string) => Range,
  narrow: (key: string, range: Range) => boolean,
): boolean {
  const least = parts.reduce((sum, key) => sum + rangeOf(key).low, 0)
  const most = parts.reduce((sum, key) => sum + rangeOf(key).high, 0)
  const all = rangeOf(whole)
  const narrowedParts = parts.map((key) => {
    const own = rangeOf(key)
    const others = parts.length === 1 ? 0 : mostOfOthers(parts, key, rangeOf)
    return narrow(key, { low: all.low - others, high: all.high - (least - own.low) })
  })
  return [...narrowedParts, narrow(whole, { low: least, high: most })].some(Boolean)
}

function mostOfOthers(parts: readonly string[], key: string, rangeOf: (key: string) => Range): number {
  return parts.reduce((sum, other) => (other === key ? sum : sum + rangeOf(other).high), 0)
}

/** The smallest part that is still shown; the whole only where no part is left. */
function nextToHide(
  { parts, whole }: Sum,
  keys: ReadonlySet<string>,
  values: ReadonlyMap<string, number>,
): string | null {
  const valueOf = (key: string) => values.get(key) ?? 0
  const [smallest] = parts
    .filter((key) => !keys.has(key) && valueOf(key) > 0)
    .toSorted((a, b) => valueOf(a) - valueOf(b) || (a < b ? -1 : 1))
  if (smallest !== undefined) return smallest
  return keys.has(whole) || valueOf(whole) === 0 ? null : whole
}

/** Which hidden quantities all sums together leave but one value: those alone in a row of the reduced system. */
function determined(sums: readonly Sum[], keys: ReadonlySet<string>): Set<string> {
  const unknowns = [
    ...new Set(sums.flatMap(({ parts, whole }) => [...parts, whole]).filter((key) => keys.has(key))),
  ]
  const at = new Map(unknowns.map((key, i) => [key, i]))
  const rows = sums.map(({ parts, whole }) => {
    const row = new Float64Array(unknowns.length)
    for (const key of parts) add(row, at.get(key), 1)
    add(row, at.get(whole), -1)
    return row
  })
  return new Set(reduced(rows).flatMap((row) => aloneIn(row, unknowns)))
}

function add(row: Float64Array, at: number | undefined, by: number): void {
  if (at !== undefined) row[at] = (row[at] ?? 0) + by
}

function aloneIn(row: Float64Array, unknowns: readonly string[]): string[] {
  const there = [...row.keys()].filter((i) => Math.abs(row[i] ?? 0) > TINY)
  return there.length === 1 ? there.map((i) => unknowns[i] ?? '') : []
}

const TINY = 1e-9

/** Gauss and Jordan. */
function reduced(rows: Float64Array[]): Float64Array[] {
  const width = rows[0]?.length ?? 0
  let done = 0
  for (let column = 0; column < width && done < rows.length; column += 1) {
    const pivot = rows.findIndex((row, i) => i >= done && Math.abs(row[column] ?? 0) > TINY)
    if (pivot < 0) continue
    swap(rows, pivot, done)
    clearColumn(rows, done, column)
    done += 1
  }
  return rows.slice(0, done)
}

function swap(rows: Float64Array[], one: number, other: number): void {
  const [a, b] = [rows[one], rows[other]]
  if (a && b) [rows[one], rows[other]] = [b, a]
}

function clearColumn(rows: Float64Array[], at: number, column: number): void {
  const pivot = rows[at]
  if (!pivot) return
  const by = pivot[column] ?? 1
  for (const i of pivot.keys()) pivot[i] = (pivot[i] ?? 0) / by
  for (const [other, row] of rows.entries()) {
    const factor = row[column] ?? 0
    if (other === at || Math.abs(factor) <= TINY) continue
    for (const i of row.keys()) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0)
  }
}
