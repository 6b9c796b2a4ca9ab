import { useMemo } from 'react'
import { find, type Found, type Order } from '#domain/directory/find.ts'
import type { Criteria } from '#domain/directory/criteria.ts'
import type { Listing } from '#domain/directory/listing.ts'
import { momentOf } from '#domain/directory/nextSession.ts'
import { type Place, whereabouts, type Whereabouts } from '#domain/directory/place.ts'
import type { Directory } from './DirectoryReader.ts'

export interface Finding extends Found {
  /** How a service lies to the place that is looked from; null while there is none. */
  readonly lies: ((listing: Listing) => Whereabouts) | null
}

interface Asked {
  words: string
  criteria: Criteria
  order: Order
  /** Null while none was chosen, or none is known. */
  place: Place | null
  /** Local, `YYYY-MM-DDTHH:mm`. */
  minute: string
}

/** What the directory holds of what is looked for. */
export function useFinding(directory: Directory, { words, criteria, order, place, minute }: Asked): Finding {
  const now = useMemo(() => momentOf(minute), [minute])
  const lies = useMemo(() => place && measured(place), [place])
  const worded = useMemo(() => (words.trim() === '' ? null : directory.findWords(words)), [directory, words])
  return useMemo(
    () => ({
      ...find(directory.listings, { criteria, order, worded, situation: { now, whereabouts: lies } }),
      lies,
    }),
    [directory, criteria, order, worded, now, lies],
  )
}

/** Each service is measured once for each place. */
function measured(place: Place): (listing: Listing) => Whereabouts {
  const known = new WeakMap<Listing, Whereabouts>()
  return (listing) => {
    const lies = known.get(listing) ?? whereabouts(listing, place)
    known.set(listing, lies)
    return lies
  }
}
