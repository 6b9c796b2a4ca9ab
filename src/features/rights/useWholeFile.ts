import { useMemo } from 'react'
import { isOfFile } from '#domain/export/marks.ts'
import type { HeldRecord } from '#domain/export/personalFile.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import { type Retention, retentionOf } from '#domain/retention/retention.ts'
import { useFile, useRecords } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import type { View } from '#store/view.ts'
import { useLocalNow } from '#ui/useNow.ts'

/** All that this device has of one person. `merged`: the client records of files that were merged into theirs. */
export interface WholeFile {
  client: View<'client'>
  merged: View<'client'>[]
  views: View[]
  retention: Retention
}

/** Undefined until it is there; null where this device does not hold it. */
export function useWholeFile(clientId: string): WholeFile | null | undefined {
  const views = useFile(clientId)
  const clients = useRecords('client', { merged: true })
  const { retentionYears } = useSettings()
  const { today } = useLocalNow()
  return useMemo(() => {
    if (!views || !clients) return undefined
    const client = clients.find(({ id }) => id === clientId)
    if (!client) return null
    const merged = clients.filter(({ id, file }) => id !== clientId && file === clientId)
    const all = [client, ...merged, ...views.filter(({ kind, id }) => kind !== 'client' && id !== clientId)]
    const bodies = [client, ...merged].map(({ body }) => body)
    const retention = retentionOf({ clients: bodies, records: all }, retentionYears, today)
    return { client, merged, views: all, retention }
  }, [views, clients, clientId, retentionYears, today])
}

/** The file as the export reads it: the person's own record first, then everything by its id, which goes by time. */
export function recordsOf({ views }: WholeFile): HeldRecord[] {
  return views
    .filter(({ kind }) => isOfFile(kind))
    .map(({ id, kind, file, mergedFile, body, contested, deleted, pending }) => ({
      id,
      kind,
      file: mergedFile ?? file,
      body: jsonObjectSchema.parse(JSON.parse(JSON.stringify(body))),
      contested,
      removed: deleted !== null,
      pending,
    }))
}
