/**
 * The file under which each merged file is shown, for all whose head is another file. `into` says which file was merged
 * into which. Files that two people have merged each into the other, neither knowing of it, are a ring: the smallest id
 * is its head, on every device.
 */
export function headsOf(into: ReadonlyMap<string, string>): Map<string, string> {
  const heads = new Map<string, string>()
  for (const file of into.keys()) {
    const head = headFrom(file, into)
    if (head !== file) heads.set(file, head)
  }
  return heads
}

function headFrom(file: string, into: ReadonlyMap<string, string>): string {
  const way = [file]
  for (let at = into.get(file); at !== undefined; at = into.get(at)) {
    const met = way.indexOf(at)
    if (met >= 0) return way.slice(met).reduce((least, id) => (id < least ? id : least))
    way.push(at)
  }
  return way.at(-1) ?? file
}
