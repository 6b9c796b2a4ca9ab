import MiniSearch from 'minisearch'

/** Words by which something is found; a field named earlier counts for more where boosts say so. */
export interface Entry {
  id: string
  fields: Record<string, string>
}

export interface WordIndex {
  /** Brings the index up to date: only entries whose words have changed are worked on. */
  follow(entries: readonly Entry[]): void
  /** Ids, the best match first: half-typed words, slips of the hand and accents are forgiven. */
  find(typed: string): string[]
}

/** An index of words that lives in memory and forgets all when it is let go. */
export function wordIndex(boosts: Record<string, number>): WordIndex {
  const held = new Map<string, string>()
  const search = new MiniSearch<{ id: string } & Record<string, string>>({
    fields: Object.keys(boosts),
    processTerm: (term) => folded(term) || null,
    searchOptions: { boost: boosts, prefix: true, combineWith: 'AND' },
  })
  return {
    follow(entries) {
      const gone = new Set(held.keys())
      for (const { id, fields } of entries) {
        gone.delete(id)
        const words = Object.values(fields).join('\n')
        if (held.get(id) === words) continue
        if (held.has(id)) search.discard(id)
        search.add({ ...fields, id })
        held.set(id, words)
      }
      for (const id of gone) {
        search.discard(id)
        held.delete(id)
      }
    },
    find(typed) {
      // One slip in a word first; only where that finds nothing, two, as in letters that changed places.
      const near = search.search(typed, { fuzzy: (term) => (term.length >= 4 ? 1 : false) })
      const found =
        near.length > 0 ? near : search.search(typed, { fuzzy: (term) => (term.length >= 4 ? 2 : 1) })
      return found.map((result) => String(result.id))
    },
  }
}

function folded(term: string): string {
  return term.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
