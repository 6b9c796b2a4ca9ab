import { jsonObjectSchema } from '#domain/json.ts'
import type { Edit, Change } from '#domain/change/change.ts'
import { err, type Result } from '#domain/result.ts'
import type { VisitDraft } from '#domain/visit/visitDraft.ts'
import type { KeepFault } from '#store/faults.ts'
import type { Drafts } from '#store/workspace.ts'

/** `kept` is only ever said of what lies on the disk. */
export type Kept = { state: 'kept'; at: string } | { state: 'keeping' } | { state: 'fault'; fault: KeepFault }

/** `typing` waits until the person pauses; `now` doesn't wait. */
export type Pace = 'now' | 'typing'

export interface Work {
  readonly draft: VisitDraft
  readonly kept: Kept
}

const PAUSE_MS = 300

/**
 * One visit's draft while it is open: what is on screen, and its way to the disk. Writes follow one another, each with
 * the latest state; while one is under way, or has failed, the state isn't called kept. Nothing is written after the
 * visit is finished, so a late write can't bring the draft back.
 */
export class DraftKeeper {
  #work: Work
  #dirty = false
  #closed = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #drafts: Pick<Drafts, 'write' | 'finish'>
  readonly #clock: () => Date

  /** `savedAt`: when what is passed in was written; left out for a visit that has just begun. */
  constructor(
    drafts: Pick<Drafts, 'write' | 'finish'>,
    { draft, savedAt, clock }: { draft: VisitDraft; savedAt?: string; clock: () => Date },
  ) {
    this.#drafts = drafts
    this.#clock = clock
    this.#dirty = savedAt === undefined
    this.#work = {
      draft,
      kept: savedAt === undefined ? { state: 'keeping' } : { state: 'kept', at: savedAt },
    }
  }

  readonly work = (): Work => this.#work

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  change(next: (draft: VisitDraft) => VisitDraft, pace: Pace = 'now'): void {
    if (this.#closed) return
    this.#dirty = true
    this.#set({ draft: next(this.#work.draft), kept: { state: 'keeping' } })
    clearTimeout(this.#timer)
    if (pace === 'now') void this.flush()
    else this.#timer = setTimeout(() => void this.flush(), PAUSE_MS)
  }

  /** Resolves when everything so far is on the disk, or cannot be brought there (see `work().kept`). */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.#writing && this.#dirty && !this.#closed) {
      this.#writing = this.#writeAll().finally(() => (this.#writing = undefined))
    }
    await this.#writing
  }

  /** Saves the edits and lets go of the draft in one step. On a fault the draft stays, and can be finished again. */
  async finish(edits: Edit[]): Promise<Result<Change, KeepFault>> {
    await this.flush()
    this.#closed = true
    const result = await this.#drafts.finish(this.#work.draft.seen.visit.id, edits)
    this.#closed = result.ok
    if (result.ok) return result
    this.#dirty = true
    this.#set({ ...this.#work, kept: { state: 'fault', fault: result.error } })
    return err(result.error)
  }

  async #writeAll(): Promise<void> {
    while (this.#dirty) {
      this.#dirty = false
      const savedAt = this.#clock().toISOString()
      const result = await this.#drafts.write(this.#asDraft(savedAt))
      if (!result.ok) {
        this.#dirty = true
        this.#set({ ...this.#work, kept: { state: 'fault', fault: result.error } })
        return
      }
      if (!this.#dirty) this.#set({ ...this.#work, kept: { state: 'kept', at: savedAt } })
    }
  }

  #asDraft(savedAt: string) {
    const { draft } = this.#work
    const content = jsonObjectSchema.parse(JSON.parse(JSON.stringify(draft)))
    const { visit, client } = draft.seen
    return { id: visit.id, about: client.id, begunAt: draft.begunAt, savedAt, content }
  }

  #set(work: Work): void {
    this.#work = work
    for (const listener of this.#listeners) listener()
  }
}
