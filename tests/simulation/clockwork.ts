import type { RealWork } from './realWork.ts'

interface Event {
  at: number
  order: number
  run: () => void
}

/** When every history begins. A fixed day, so that nothing depends on the day on which it is run. */
const START = Date.parse('2026-03-02T09:00:00.000Z')

/** The busiest of ten thousand histories has about a thousand. */
const MOST_MOMENTS = 5000

/** What a history meets in which something goes on for ever. */
export class Endless extends Error {
  override readonly name = 'Endless'
}

/**
 * The time of a history. It stands still while anything is being worked on and jumps to the next event when all is
 * done, so that a month takes a moment and the same history always happens in the same order.
 */
export class Clockwork {
  now = START
  /** Looked at after all that happens at one moment has come to rest. */
  onRest: () => void = () => undefined
  readonly #events: Event[] = []
  #moments = 0
  #order = 0
  #busy = 0
  readonly #elsewhere: RealWork

  constructor(elsewhere: RealWork) {
    this.#elsewhere = elsewhere
  }

  after(ms: number, run: () => void): void {
    const event = { at: this.now + ms, order: (this.#order += 1), run }
    const later = this.#events.findLastIndex((other) => other.at <= event.at)
    this.#events.splice(later + 1, 0, event)
  }

  /** Something that takes its time outside of this clock; the clock waits for it. */
  async busyWith<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1
    try {
      return await work
    } finally {
      this.#busy -= 1
    }
  }

  /** Lets everything happen that is due until `ms` after the start. */
  async runTo(ms: number): Promise<void> {
    for (let next = this.#events[0]; next && next.at <= START + ms; next = this.#events[0]) {
      await this.#runMoment(next.at)
    }
    this.now = Math.max(this.now, START + ms)
  }

  /** Lets everything happen that is still to come. */
  async runDry(): Promise<void> {
    for (let next = this.#events[0]; next; next = this.#events[0]) await this.#runMoment(next.at)
  }

  /** Waits until nothing is being worked on. */
  async rest(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve))
    while (this.#busy + this.#elsewhere.pending() > 0)
    this.onRest()
  }

  /** What is due at one moment happens together: requests that arrive at once meet in the server. */
  async #runMoment(at: number): Promise<void> {
    this.now = Math.max(this.now, at)
    this.#moments += 1
    if (this.#moments > MOST_MOMENTS)
      throw new Endless(`after ${MOST_MOMENTS} moments something still happens`)
    const due = this.#events.findIndex((event) => event.at > at)
    for (const event of this.#events.splice(0, due < 0 ? this.#events.length : due)) event.run()
    await this.rest()
  }
}
