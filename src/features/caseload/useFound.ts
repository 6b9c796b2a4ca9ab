import { useEffect, useMemo, useState } from 'react'
import { matchesNumber, readQuery } from '#domain/client/searchFields.ts'
import { type WordIndex, wordIndex } from '#ui/wordIndex.ts'
import type { CaseEntry } from './useCaseload.ts'

/**
 * The files meant by what was typed, the best match first: by name with slips forgiven, by a part of an NHS or
 * telephone number, or by postcode. Null while nothing is searched for: then the list stands as it is filtered.
 */
export function useFound(entries: readonly CaseEntry[] | undefined, typed: string): CaseEntry[] | null {
  const [index] = useState(() => wordIndex({ names: 1 }))
  const query = useMemo(() => readQuery(typed), [typed])
  useWarming(index, entries)
  return useMemo(() => {
    if (!entries || query.by === 'nothing') return null
    if (query.by !== 'words') return entries.filter(({ fields }) => matchesNumber(fields, query))
    index.follow(entries.map(asWords))
    const byId = new Map(entries.map((entry) => [entry.client.id, entry]))
    return index.find(query.text).flatMap((id) => byId.get(id) ?? [])
  }, [entries, query, index])
}

const AT_ONCE = 250

/** Fills the index a little at a time while nobody types; ten thousand names at the first letter would be felt. */
function useWarming(index: WordIndex, entries: readonly CaseEntry[] | undefined) {
  useEffect(() => {
    let at = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const warm = () => {
      if (!entries || at >= entries.length) return
      index.warm(entries.slice(at, at + AT_ONCE).map(asWords))
      at += AT_ONCE
      timer = setTimeout(warm, 20)
    }
    timer = setTimeout(warm, 500)
    return () => clearTimeout(timer)
  }, [index, entries])
}

function asWords({ client, fields }: CaseEntry) {
  return { id: client.id, fields: { names: fields.names } }
}
