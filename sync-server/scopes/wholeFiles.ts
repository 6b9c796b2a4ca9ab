import { z } from 'zod'
import { headsOf } from '#domain/duplicates/heads.ts'
import type { Database } from '../store/tables.ts'

const mergedClient = z.object({ body: z.looseObject({ merged: z.looseObject({ into: z.string() }) }) })

/** These files with all that was merged into them, or that they were merged into: what a device shows as one file. */
export async function wholeFiles(tx: Database, tenant: string, files: string[]): Promise<string[]> {
  const heads = headsOf(await mergedInto(tx, tenant))
  const wanted = new Set(files.map((file) => heads.get(file) ?? file))
  const along = [...heads].filter(([, head]) => wanted.has(head)).map(([file]) => file)
  return [...new Set([...wanted, ...along])]
}

/** Merged clients are few, and `wire` is text: the pattern finds them, reading it tells. */
async function mergedInto(tx: Database, tenant: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('records')
    .select(['id', 'wire'])
    .where('tenant', '=', tenant)
    .where('kind', '=', 'client')
    .where('wire', 'like', '%"merged":{%')
    .execute()
  return new Map(
    rows.flatMap(({ id, wire }) => {
      const client = mergedClient.safeParse(JSON.parse(wire))
      return client.success ? [[id, client.data.body.merged.into] as const] : []
    }),
  )
}
