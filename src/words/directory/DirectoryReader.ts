import { type Listing, listingOf } from '#domain/directory/listing.ts'
import { searchWords } from '#domain/directory/searchWords.ts'
import type { View } from '#store/view.ts'
import { type WordIndex, wordIndex } from '#ui/wordIndex.ts'

/** The directory as it is searched. A new object whenever a search could find something else. */
export interface Directory {
  /** All of it, by name. */
  readonly listings: readonly Listing[]
  /** How many of them can be found by their words already; the others follow within moments. */
  readonly worded: number
  /** Ids that the words lead to, the best match first. */
  readonly findWords: (typed: string) => string[]
}

/** So long a slice of work takes at the most; on a slow tablet a letter that is typed meanwhile hardly waits. */
const SLICE_MS = 8
/** A search of what is indexed so far is repeated no more often than this. */
const TELL_MS = 300

/**
 * Reads the directory once for each unlocking, a little at a time, and afterwards only what has changed in it. It lives
 * in memory, and is forgotten with the workspace.
 */
export class DirectoryReader {
  readonly #index: WordIndex = wordIndex({ name: 4, organisation: 3, about: 2, rest: 1 })
  readonly #read = new Map<string, { service: View<'service'>; listing: Listing }>()
  readonly #worded = new Map<string, Listing>()
  readonly #listeners = new Set<() => void>()
  #following: readonly [unknown, unknown] | null = null
  #directory: Directory | undefined

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Undefined until all of it was read once. */
  readonly directory = (): Directory | undefined => this.#directory

  async follow(
    services: readonly View<'service'>[],
    organisations: readonly View<'organisation'>[],
  ): Promise<void> {
    if (this.#following?.[0] === services && this.#following[1] === organisations) return
    const following = [services, organisations] as const
    this.#following = following
    const isWanted = () => this.#following === following
    const names = new Map(organisations.map(({ id, body }) => [id, body.name]))
    const listings: Listing[] = []
    const read = (service: View<'service'>) =>
      listings.push(this.#listing(service, names.get(service.body.organization_id) ?? ''))
    if (!(await inSlices(services, read, isWanted))) return
    listings.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0))
    this.#forgetOthers(new Set(listings.map(({ id }) => id)))
    this.#tell(listings)
    let told = performance.now()
    const index = (listing: Listing) => {
      this.#word(listing)
      if (performance.now() - told < TELL_MS) return
      this.#tell(listings)
      told = performance.now()
    }
    if (await inSlices(listings, index, isWanted)) this.#tell(listings)
  }

  #listing(service: View<'service'>, organisation: string): Listing {
    const known = this.#read.get(service.id)
    if (known?.service === service && known.listing.organisation === organisation) return known.listing
    const listing = listingOf(service.id, service.body, organisation)
    this.#read.set(service.id, { service, listing })
    return listing
  }

  #word(listing: Listing): void {
    if (this.#worded.get(listing.id) === listing) return
    this.#index.warm([{ id: listing.id, fields: searchWords(listing.body, listing.organisation) }])
    this.#worded.set(listing.id, listing)
  }

  #forgetOthers(here: ReadonlySet<string>): void {
    for (const id of this.#read.keys()) {
      if (here.has(id)) continue
      this.#read.delete(id)
      this.#worded.delete(id)
      this.#index.forget(id)
    }
  }

  #tell(listings: readonly Listing[]): void {
    const findWords = (typed: string) => this.#index.find(typed)
    this.#directory = { listings, worded: this.#worded.size, findWords }
    for (const listener of this.#listeners) listener()
  }
}

/** Does something to each, giving way to the page in between; false where it is not wanted any more. */
async function inSlices<Item>(
  items: readonly Item[],
  each: (item: Item) => void,
  isWanted: () => boolean,
): Promise<boolean> {
  let until = performance.now() + SLICE_MS
  for (const item of items) {
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve))
      if (!isWanted()) return false
      until = performance.now() + SLICE_MS
    }
    each(item)
  }
  return isWanted()
}
