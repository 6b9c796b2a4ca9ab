import { jsonObjectSchema, type JsonObject } from '#domain/json.ts'
import type { KeepFault } from '#store/faults.ts'
import type { Draft, Drafts } from '#store/workspace.ts'

const PAUSE_MS = 300

/** `untouched`: nothing typed yet, so nothing to keep. `kept` is only said of what lies on the disk. */
export type Kept = 'untouched' | 'keeping' | 'kept' | KeepFault

/**
 * The way of a form's state to the disk: after each pause in typing, one write after another, each with the latest
 * state. Once closed it writes no more, so that a late write cannot bring a finished draft back.
 */
export class FormKeeper {
  #latest: JsonObject | null = null
  #writing: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false
  readonly #drafts: Pick<Drafts, 'write'>
  readonly #head: Pick<Draft, 'id' | 'about' | 'begunAt'>
  readonly #said: (kept: Kept) => void

  constructor(
    drafts: Pick<Drafts, 'write'>,
    head: Pick<Draft, 'id' | 'about' | 'begunAt'>,
    said: (kept: Kept) => void,
  ) {
    this.#drafts = drafts
    this.#head = head
    this.#said = said
  }

  keep(state: object): void {
    if (this.#closed) return
    const plain: unknown = JSON.parse(JSON.stringify(state))
    this.#latest = jsonObjectSchema.parse(plain)
    this.#said('keeping')
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS)
  }

  /** Resolves once the latest state is on the disk, or could not be brought there. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null
    })
    await this.#writing
  }

  /** Waits for the write under way, and writes no more: the draft is about to be finished or let go. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#latest = null
    await this.#writing
  }

  /** Goes on after all: the draft could not be finished, or a new one begins. */
  reopen(): void {
    this.#closed = false
  }

  async #writeAll(): Promise<void> {
    while (this.#latest) {
      const content = this.#latest
      this.#latest = null
      const kept = await this.#drafts.write({ ...this.#head, savedAt: new Date().toISOString(), content })
      if (!kept.ok) {
        this.#latest ??= content
        this.#said(kept.error)
        return
      }
      if (!this.#latest) this.#said('kept')
    }
  }
}
