/** SQLite binds at most 32,766 values in a statement (https://sqlite.org/limits.html), PostgreSQL 65,535. */
const MOST_VALUES = 30_000

/** Rows in portions that one statement can take. */
export function chunksOf<Row>(rows: readonly Row[], valuesInRow = 1): Row[][] {
  const size = Math.max(1, Math.floor(MOST_VALUES / valuesInRow))
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))
}

/** Asks for many ids with as few statements as there are portions: one, for any ordinary push. */
export async function forIds<Row>(
  ids: Iterable<string>,
  read: (portion: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = []
  for (const portion of chunksOf([...new Set(ids)])) found.push(...(await read(portion)))
  return found
}
