import MiniSearch from 'minisearch'
import { isBeginningWithASlip } from './slips.ts'

/** Words by which something is found; a field named earlier counts for more where boosts say so. */
export interface Entry {
  id: string
  fields: Record<string, string>
}

export interface WordIndex {
  /** Brings the index up to date: only entries whose words have changed are worked on. */
  follow(entries: readonly Entry[]): void
  /** Takes some entries in beforehand, so that the first search of a long list does not wait for all of them. */
  warm(entries: readonly Entry[]): void
  /** Lets go of an entry that is no longer there. */
  forget(id: string): void
  /** Ids, the best match first: half-typed words, slips of the hand and accents are forgiven. */
  find(typed: string): string[]
}

/** Fewer letters begin a word of nearly every long text, and say nothing yet. */
const TELLING_LETTERS = 3

/**
 * An index of words that lives in memory and forgets all when it is let go. Where there are several fields, a word of
 * few letters by itself is looked for in the first only, and after other words it waits until it is longer.
 */
export function wordIndex(boosts: Record<string, number>): WordIndex {
  const [first = '', ...others] = Object.keys(boosts)
  const held = new Map<string, string>()
  const vocabulary = new Set<string>()
  const search = new MiniSearch<{ id: string } & Record<string, string>>({
    fields: Object.keys(boosts),
    tokenize,
    processTerm: (term) => folded(term) || null,
    searchOptions: { boost: boosts, prefix: true, combineWith: 'AND' },
  })
  const hold = ({ id, fields }: Entry) => {
    const words = Object.values(fields).join('\n')
    if (held.get(id) === words) return
    if (held.has(id)) search.discard(id)
    search.add({ ...fields, id })
    for (const word of tokenize(words)) vocabulary.add(folded(word))
    held.set(id, words)
  }
  const forget = (id: string) => {
    if (held.delete(id)) search.discard(id)
  }
  return {
    warm: (entries) => entries.forEach(hold),
    forget,
    follow(entries) {
      const gone = new Set(held.keys())
      for (const entry of entries) {
        gone.delete(entry.id)
        hold(entry)
      }
      for (const id of gone) forget(id)
    },
    find(asked) {
      const words = tokenize(asked)
      const few = others.length > 0 && (words.at(-1) ?? '').length < TELLING_LETTERS
      const alone = few && words.length === 1 ? search.search(asked, { fields: [first] }) : []
      if (alone.length > 0) return alone.map((result) => String(result.id))
      const typed = few && words.length > 1 ? words.slice(0, -1).join(' ') : asked
      // What was meant literally, or with one slip in a whole word; then half-typed words with a slip in them.
      const near = search.search(typed, {
        fuzzy: (term) => (term.length >= 4 && !/\d/.test(term) ? 1 : false),
      })
      if (near.length > 0) return near.map((result) => String(result.id))
      const queries = tokenize(typed).map((word) => ({
        combineWith: 'OR' as const,
        queries: [...vocabulary].filter((known) => isBeginningWithASlip(folded(word), known)),
      }))
      if (queries.length === 0 || queries.some((query) => query.queries.length === 0)) return []
      return search
        .search({ combineWith: 'AND', queries }, { prefix: false })
        .map((result) => String(result.id))
    },
  }
}

function tokenize(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function folded(term: string): string {
  return term.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
