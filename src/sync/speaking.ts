import { highestOfBoth, readVersions, type Versions } from '#protocol/version.ts'

/** The release that did not say yet which versions it serves. */
const BEFORE_IT_WAS_SAID: Versions = { from: 1, to: 1 }

/** Which version of the protocol to speak with a server: the highest that both know, as far as it has said. */
export class Speaking {
  readonly #ours: Versions
  #theirs: Versions | null = null

  constructor(ours: Versions) {
    this.#ours = ours
  }

  /** Where nothing is known, or nothing is shared, our own highest: the server then says how things stand. */
  get version(): number {
    return (this.#theirs && highestOfBoth(this.#ours, this.#theirs)) ?? this.#ours.to
  }

  /** Takes what a reply said. One that says nothing alters nothing. */
  hear(said: string | null): void {
    this.#theirs = readVersions(said) ?? this.#theirs
  }

  /** What to try once more with after a server that has never said anything has declined; null: nothing. */
  get untold(): number | null {
    const first = highestOfBoth(this.#ours, BEFORE_IT_WAS_SAID)
    return this.#theirs === null && first !== this.#ours.to ? first : null
  }

  /** The server, which has said nothing, understands the first version. */
  isOfTheFirst(): void {
    this.#theirs = BEFORE_IT_WAS_SAID
  }
}
