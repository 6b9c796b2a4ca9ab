import type { ClientBody } from '../client/client.ts'
import { headsOf } from '../duplicates/heads.ts'

interface File {
  id: string
  body: Pick<ClientBody, 'merged'>
}

/** All files of the person whose file this is: the one under which they are shown first, then those merged into it. */
export function filesOfPerson(files: readonly File[], id: string): string[] {
  const there = new Set(files.map((file) => file.id))
  const into = files.flatMap(({ id: file, body: { merged } }) =>
    merged && there.has(merged.into) ? [[file, merged.into] as const] : [],
  )
  const heads = headsOf(new Map(into))
  const head = heads.get(id) ?? id
  return [head, ...[...there].filter((file) => heads.get(file) === head)]
}
