import { useMemo, useState } from 'react'
import { matchesNumber, readQuery } from '#domain/client/searchFields.ts'
import { wordIndex } from '#ui/wordIndex.ts'
import type { CaseEntry } from './useCaseload.ts'

/**
 * The files meant by what was typed, the best match first: by name with slips forgiven, by a part of an NHS or
 * telephone number, or by postcode. Null while nothing is searched for: then the list stands as it is filtered.
 */
export function useFound(entries: readonly CaseEntry[] | undefined, typed: string): CaseEntry[] | null {
  const [index] = useState(() => wordIndex({ names: 1 }))
  const query = useMemo(() => readQuery(typed), [typed])
  return useMemo(() => {
    if (!entries || query.by === 'nothing') return null
    if (query.by !== 'words') return entries.filter(({ fields }) => matchesNumber(fields, query))
    index.follow(entries.map(({ client, fields }) => ({ id: client.id, fields: { names: fields.names } })))
    const byId = new Map(entries.map((entry) => [entry.client.id, entry]))
    return index.find(query.text).flatMap((id) => byId.get(id) ?? [])
  }, [entries, query, index])
}
