/** How often something was met with. */
export interface Count {
  readonly name: string
  readonly count: number
}

/** How often each name comes, the most frequent first, then by name. */
export function counted(names: readonly string[]): Count[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}
