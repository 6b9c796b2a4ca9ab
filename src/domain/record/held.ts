/** A record as a rule reads it: a view of a device, a row of a server, or a line of a test. */
export interface Held<Body> {
  id: string
  file: string | null
  body: Body
}

/** Everything by the case file that it belongs to. */
export function byFile<Item extends { file: string | null }>(items: readonly Item[]): Map<string, Item[]> {
  const files = new Map<string, Item[]>()
  for (const item of items) {
    if (item.file === null) continue
    const file = files.get(item.file)
    if (file) file.push(item)
    else files.set(item.file, [item])
  }
  return files
}
