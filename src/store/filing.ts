import { headsOf } from '#domain/duplicates/heads.ts'
import type { View } from './view.ts'

/**
 * Under which file each record is shown. Merging moves no record: what lies in a merged file is shown under its head
 * here, and nowhere else does anybody have to know of it.
 *
 * A file whose head this device does not hold (it is of another team, or was removed) is shown by itself: nothing
 * disappears because something else has.
 */
export class Filing {
  readonly #held = new Set<string>()
  readonly #into = new Map<string, string>()
  #heads: ReadonlyMap<string, string> = new Map()

  /** The heads of all files that are shown under another; a new map only where one has changed. */
  get heads(): ReadonlyMap<string, string> {
    return this.#heads
  }

  /** Takes note of clients as they now are, and answers the files whose head is another one than before. */
  note(views: readonly View[], gone: readonly string[]): { file: string; shownUnder: string }[] {
    let moved = gone.filter((id) => this.#forget(id)).length > 0
    for (const view of views) if (isClient(view)) moved = this.#noteClient(view) || moved
    if (!moved) return []
    const before = this.#heads
    const heads = headsOf(this.#links())
    const files = [...new Set([...before.keys(), ...heads.keys()])].filter(
      (file) => before.get(file) !== heads.get(file),
    )
    if (files.length > 0) this.#heads = heads
    return files.map((file) => ({ file, shownUnder: before.get(file) ?? file }))
  }

  /** The view as it is filed. */
  filed(view: View): View {
    const head = view.file === null ? undefined : this.#heads.get(view.file)
    return head === undefined || view.file === null ? view : { ...view, file: head, mergedFile: view.file }
  }

  /** Answers whether that can matter: whether any merging is known at all. */
  #noteClient({ id, body, deleted }: View<'client'>): boolean {
    const into = body.merged?.into
    const isHeld = deleted === null
    const same = this.#into.get(id) === into && this.#held.has(id) === isHeld
    if (isHeld) this.#held.add(id)
    else this.#held.delete(id)
    if (into === undefined) this.#into.delete(id)
    else this.#into.set(id, into)
    return !same && (this.#into.size > 0 || this.#heads.size > 0)
  }

  #forget(id: string): boolean {
    const was = this.#held.delete(id)
    return this.#into.delete(id) || (was && this.#into.size > 0)
  }

  #links(): Map<string, string> {
    return new Map([...this.#into].filter(([, into]) => this.#held.has(into)))
  }
}

function isClient(view: View): view is View<'client'> {
  return view.kind === 'client'
}
